import { clock, dayInShort, dayInWords } from '../render/calendar.js';
import { outcomeInWords } from './outcome-words.js';
import type { Page } from '../render/page.js';
import { rows, text, texts, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { tables } from '../render/table.js';

/** The schedule against what occurred: a table for each day of the plan, then what was held without one. */
export function scheduleVsActual(answer: Row, page: Page): string {
  const sections = Map.groupBy(rows(answer, 'rows'), sectionOf);
  if (sections.size === 0) return 'Nothing is on record of a schedule, or of what was held.';
  const lines = [...sections].map(
    ([title, members]) => [title, members.map((row) => line(row, page))] as const,
  );
  return tables(['Item', 'Planned', 'Held', 'Outcome', 'Record'], lines, page);
}

function sectionOf(row: Row): string {
  const plan = text(row, 'plan');
  if (plan === 'no_plan_on_record') return 'Held without a plan on record';
  if (plan === 'unscheduled') return 'Held outside the plan, as a source says';
  const day = text(row, 'day');
  const publisher = text(row, 'publisher');
  const whose = publisher === undefined ? '' : `, as planned by ${publisher}`;
  return `${day === undefined ? 'No day given' : dayInWords(day)}${whose}`;
}

function line(row: Row, page: Page): readonly string[] {
  return [
    text(row, 'title') ?? text(row, 'itemId') ?? text(row, 'meetingId') ?? '–',
    planned(row),
    held(row),
    outcomeInWords(row, page),
    page.ink.dim(texts(row, 'records').map(shortId).join(' ')),
  ];
}

/** The planned start; the first plan before it, where the two differ. */
function planned(row: Row): string {
  const day = text(row, 'day');
  const [first, last] = [time(text(row, 'plannedFirst'), day), time(text(row, 'plannedLast'), day)];
  return first === last || first === '–' ? last : `${first} → ${last}`;
}

/** When it was held; of what no plan gives a day, the day is told. */
function held(row: Row): string {
  const days = [text(row, 'day'), text(row, 'lastDay')].filter((day) => day !== undefined);
  const isPlanned = text(row, 'plan') === 'scheduled';
  const start = time(text(row, 'start'), text(row, 'day'));
  if (isPlanned || days.length === 0) return start;
  const when = days.map(dayInShort).join(' or ');
  return start === '–' ? when : `${when} ${start}`;
}

/** A clock time only where one is known: nothing is made up. Its day is told where it is not the row's. */
function time(timestamp: string | undefined, day: string | undefined): string {
  const at = clock(timestamp);
  if (timestamp === undefined || at === undefined) return '–';
  const own = timestamp.slice(0, 10);
  return day === undefined || own === day ? at : `${dayInShort(own)} ${at}`;
}
