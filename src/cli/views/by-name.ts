import { summitViews } from '../../views/catalogue.js';
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

type Body = (answer: Row, page: Page) => string;

/** How a view is drawn; one that is not listed is shown as what it is made of. */
const bodies: Readonly<Record<string, Body>> = {
  agreements,
  commitments,
  officialSchedule,
  openQuestions,
  outcome,
  positions,
  predictions,
  sanctions,
  scheduleVsActual,
  statements,
  timeline,
};

export const viewNames = summitViews.map(({ name }) => name);

/** The address of a summit's view. */
export function viewPath(summit: string, view: string): string {
  return `/v1/summits/${encodeURIComponent(summit)}/${encodeURIComponent(view)}`;
}

/** A view under its heading. One that this version does not know is shown under its name. */
export function viewText(view: string, answer: Row, summit: Row, page: Page): string {
  const { id, title } = summitViews.find(({ name }) => name === view) ?? { id: view, title: view };
  const body = Object.hasOwn(bodies, id) ? bodies[id] : undefined;
  return `${heading(title, summit, answer, page)}\n\n${(body ?? anything)(answer, page)}`;
}
