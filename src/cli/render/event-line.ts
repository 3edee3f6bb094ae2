import { headlineOf, isEventType } from '../../../events/index.js';
import type { Page } from './page.js';
import { anyText, inner, text, type Row } from './row.js';

/** An event of the ledger in one line: when it was recorded, what, where, according to whom, in brief. */
export function eventLine(event: Row, { ink }: Page): string {
  const account = inner(event, 'data');
  const type = text(event, 'type') ?? '';
  return [
    ink.dim(instant(text(event, 'recordedAt'))),
    ink.cyan(type),
    text(event, 'record') ?? '',
    ink.dim(whose(text(account, 'accordingTo'), text(event, 'recordedBy'))),
    headline(type, inner(account, 'data')),
  ]
    .filter((part) => part !== '')
    .join('  ');
}

/** Nothing for an event that this version cannot tell: of a type that it does not know, or worded otherwise. */
function headline(type: string, data: Row): string {
  if (!isEventType(type)) return '';
  try {
    // An event of this version is as the class of its type has validated it; of another, that shows at once.
    return anyText(headlineOf({ type, data }));
  } catch {
    return '';
  }
}

/** `2019-02-28T09:00:00.000Z` without what is not needed to read it. */
function instant(timestamp = ''): string {
  return timestamp.replace('T', ' ').replace(/(\.\d+)?Z$/, 'Z');
}

function whose(account: string | undefined, recorder = 'unknown'): string {
  return account === undefined ? `(${recorder})` : `(${recorder}, according to ${account})`;
}
