import { CommandHandler } from '@nestjs/cqrs';
import { StatementIssued, type When } from '../../events/index.js';
import { ofType } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../recording/handling.js';
import { recording } from '../recording/recording.js';
import type { Recollection } from '../recording/recollection.js';
import type { Records } from '../recording/stream-state.js';
import { refuseTaken } from '../recording/taken.js';
import type { World } from '../recording/world.js';
import { orderOfSpans, spanOf } from '../time/when.js';
import { StatementStream } from './statement.js';
import { normalizedQuote } from './words.js';

const LONGEST_QUOTE = 600;

/** Somebody said something, or declined to. */
export class RecordStatement extends recording(StatementIssued) {}

export function decide(
  { data, occurredAt }: RecordStatement,
  records: Records,
  { recalled }: World,
): StatementIssued {
  refuseTaken('StatementIssued', records);
  const { quotes = [], paraphrase, form, question } = data;
  const hasWords = quotes.length > 0 || paraphrase !== undefined;
  if (!hasWords && form !== 'declined_to_answer') throw new Rejected('words_required');
  if (form === 'declined_to_answer' && question === undefined) throw new Rejected('question_required');
  refuseTooLong(quotes);
  const duplicates = data.allowDuplicate
    ? []
    : ofType('StatementIssued', recalled)
        .filter((said) => said.data.speaker === data.speaker && isSaidThen(said.occurredAt, occurredAt))
        .filter((said) => sharesQuote(said.data.quotes ?? [], quotes));
  if (duplicates.length > 0)
    throw new Rejected('possible_duplicate', { records: duplicates.map((said) => said.record) });
  return data;
}

function refuseTooLong(quotes: readonly string[]): void {
  const fields = quotes.flatMap((quote, i) =>
    // Counted in characters, not in UTF-16 units, so that no script is allowed fewer.
    [...quote].length > LONGEST_QUOTE
      ? [{ field: `data.quotes.${i}`, message: `is longer than ${LONGEST_QUOTE} characters` }]
      : [],
  );
  if (fields.length > 0) throw new Rejected('quote_too_long', { fields });
}

/** Whether the same utterance may be meant: the times are not disjoint. */
function isSaidThen(a: When, b: When): boolean {
  return orderOfSpans(spanOf(a), spanOf(b)) === 'undecided';
}

function sharesQuote(these: readonly string[], those: readonly string[]): boolean {
  const known = new Set(these.map(normalizedQuote));
  return those.some((quote) => known.has(normalizedQuote(quote)));
}

async function sameWords({ data }: RecordStatement, recollection: Recollection) {
  const isAsked = !data.allowDuplicate && data.quotes !== undefined && data.quotes.length > 0;
  return isAsked ? recollection.sameWords(data.speaker, data.quotes ?? []) : [];
}

@CommandHandler(RecordStatement)
export class RecordStatementHandler extends handling(StatementStream, decide, { recall: sameWords }) {}
