import { anything } from './anything.js';
import { heading } from './heading.js';
import type { Page } from './page.js';
import type { Row } from './row.js';
import { scheduleVsActual } from './schedule-vs-actual.js';

interface ShownView {
  readonly title: string;
  readonly body: (answer: Row, page: Page) => string;
}

const views: Readonly<Record<string, ShownView>> = {
  'schedule-vs-actual': { title: 'The schedule against what occurred', body: scheduleVsActual },
};

export const viewNames = Object.keys(views);

/** The address of a summit's view. */
export function viewPath(summit: string, view: string): string {
  const summitPath = `/v1/summits/${encodeURIComponent(summit)}`;
  return view === 'outcome' ? summitPath : `${summitPath}/${encodeURIComponent(view)}`;
}

/** A view under its heading. One that this version does not know is shown as what it is made of. */
export function viewText(view: string, answer: Row, summit: Row, page: Page): string {
  const known = Object.hasOwn(views, view) ? views[view] : undefined;
  const { title, body } = known ?? { title: view, body: anything };
  return `${heading(title, summit, answer, page)}\n\n${body(answer, page)}`;
}
