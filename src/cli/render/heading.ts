import { isPosition } from '../../time/ledger-position.js';
import { daysInWords } from './calendar.js';
import type { Page } from './page.js';
import { inner, text, type Row } from './row.js';

/** Which summit, which view, and the moment that it answers for. */
export function heading(title: string, summit: Row, answer: Row, { ink }: Page): string {
  const name = text(summit, 'title') ?? text(summit, 'summitId');
  const days = text(summit, 'days');
  const where = [text(summit, 'place'), days && daysInWords(days)];
  const summitLine = [name && ink.bold(name), ...where].filter((part) => part !== undefined).join(' · ');
  return `${summitLine}\n${ink.dim(`${title} · ${momentInWords(answer)}`)}`;
}

/** What was asked for on each axis of time, and what the answer reflects. */
export function momentInWords(answer: Row): string {
  const moment = inner(answer, 'moment');
  const [asOf, at, publicAt] = [text(moment, 'asOf'), text(moment, 'at'), text(moment, 'publicAt')];
  const position = text(answer, 'position');
  const asked = [
    asOf !== undefined && `as the ledger stood at ${isPosition(asOf) ? `position ${asOf}` : asOf}`,
    at !== undefined && `as of the world at ${at}`,
    publicAt !== undefined && `as public at ${publicAt}`,
  ].filter((part) => part !== false);
  const applied = asked.length > 0 ? asked.join(', ') : 'as known now';
  return position === undefined || position === asOf ? applied : `${applied} · ledger position ${position}`;
}
