import { anything } from './anything.js';
import { heading } from '../render/heading.js';
import type { Page } from '../render/page.js';
import type { Row } from '../render/row.js';
import { agreements } from './agreements.js';
import { commitments } from './commitments.js';
import { officialSchedule } from './official-schedule.js';
import { openQuestions } from './open-questions.js';
import { outcome } from './outcome.js';
import { positions } from './positions.js';
import { predictions } from './predictions.js';
import { sanctions } from './sanctions.js';
import { scheduleVsActual } from './schedule-vs-actual.js';
import { statements } from './statements.js';
import { timeline } from './timeline.js';

interface ShownView {
  readonly title: string;
  readonly body: (answer: Row, page: Page) => string;
}

const views: Readonly<Record<string, ShownView>> = {
  'schedule-vs-actual': { title: 'The schedule against what occurred', body: scheduleVsActual },
  outcome: { title: 'What came of it', body: outcome },
  'official-schedule': { title: 'The plan, revision by revision', body: officialSchedule },
  timeline: { title: 'What happened, in order', body: timeline },
  positions: { title: 'What each party wanted', body: positions },
  agreements: { title: 'What was to be agreed', body: agreements },
  commitments: { title: 'What was promised', body: commitments },
  predictions: { title: 'What was foretold', body: predictions },
  sanctions: { title: 'The state of sanctions', body: sanctions },
  'open-questions': { title: 'What is still to find out', body: openQuestions },
  statements: { title: 'What was said', body: statements },
};

export const viewNames = Object.keys(views);

/** The address of a summit's view. */
export function viewPath(summit: string, view: string): string {
  return `/v1/summits/${encodeURIComponent(summit)}/${encodeURIComponent(view)}`;
}

/** A view under its heading. One that this version does not know is shown as what it is made of. */
export function viewText(view: string, answer: Row, summit: Row, page: Page): string {
  const known = Object.hasOwn(views, view) ? views[view] : undefined;
  const { title, body } = known ?? { title: view, body: anything };
  return `${heading(title, summit, answer, page)}\n\n${body(answer, page)}`;
}
