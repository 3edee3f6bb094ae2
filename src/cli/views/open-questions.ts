import type { Page } from '../render/page.js';
import { rows, text, texts, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { tables } from '../render/table.js';
import { spoken } from '../render/words.js';

/** The kinds of questions, for people; one that this version does not know is told by its own name. */
const titles: Readonly<Record<string, string>> = {
  no_report: 'Nobody tells what came of it',
  outside_its_day: 'Planned for another day than its schedule covers',
  no_own_account: 'No account of its own',
  one_source: 'Facts that rest on it alone',
  one_second_hand_source: 'Facts that rest on it alone, at second hand',
  no_horizon: 'Foretold without saying by when',
  contested: 'Contested',
  basis_retracted: 'Rests on what was retracted',
  dangling_link: 'Named, but not on record',
  left_open: 'Left open by the account itself',
};

/** How many records are named one by one. */
const NAMED = 6;

/** What a desk has still to find out. */
export function openQuestions(answer: Row, page: Page): string {
  const kinds = Map.groupBy(rows(answer, 'rows'), (row) => text(row, 'question') ?? '–');
  if (kinds.size === 0) return 'Nothing is left open.';
  const sections = [...kinds].map(
    ([kind, questions]) => [titles[kind] ?? spoken(kind), questions.map((row) => line(row, page))] as const,
  );
  return tables(['What', 'In words', 'Records'], sections, page);
}

function line(row: Row, { ink }: Page): readonly string[] {
  const records = texts(row, 'records').map(shortId);
  const others = records.length > NAMED ? ` and ${records.length - NAMED} more` : '';
  const named = records.slice(0, NAMED).join(' ');
  return [shortId(text(row, 'subject') ?? '–'), text(row, 'text') ?? '–', ink.dim(named + others)];
}
