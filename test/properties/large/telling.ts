import { day } from '../../given.js';
import { tell } from '../../http/postings.js';

export const DAYS = 10;
export const ITEMS = 40;
export const SPEAKERS = 20;

/** A date of the summit, by number. */
export const dateOf = (n: number) => `2019-02-${String(18 + n)}`;
/** A wall clock, by minutes after midnight. */
export const clockOf = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16);

export const at = (date: string) => ({ occurredAt: day(date) });
/** A command of the summit. */
export const of = (command: string, data: object, over: object) =>
  tell(command, { summitId: 'x', ...data }, over);
