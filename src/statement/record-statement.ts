import { StatementIssued } from '../../events/index.js';
import { ofType, type Fact } from '../records/fact.js';
import { Rejected, refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import type { FactLookup } from '../command-handling/fact-lookup.js';
import type { Records } from '../command-handling/stream-state.js';
import { refuseWhileStanding } from '../command-handling/taken-ids.js';
import type { DecisionContext } from '../command-handling/decision-context.js';
import { orderOfSpans, spanOf } from '../time/when.js';
import { normalizedQuote } from './words.js';

const LONGEST_QUOTE = 600;

/** Somebody said something, or declined to. */
export class RecordStatement extends recording(StatementIssued) {}

function decide(command: RecordStatement, records: Records, { lookedUp }: DecisionContext): StatementIssued {
  const { data } = command;
  refuseWhileStanding('StatementIssued', records);
  refuseWordless(data);
  refuseTooLong(data.quotes ?? []);
  const duplicates = data.allowDuplicate ? [] : duplicatesOf(command, lookedUp);
  refuse('possible_duplicate', duplicates);
  return data;
}

function refuseWordless({ quotes = [], paraphrase, form, question }: StatementIssued): void {
  const isDeclined = form === 'declined_to_answer';
  if (quotes.length === 0 && paraphrase === undefined && !isDeclined) throw new Rejected('words_required');
  if (isDeclined && question === undefined) throw new Rejected('question_required');
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

/** Statements that may be the same utterance: equal words of one speaker in times that are not disjoint. */
function duplicatesOf({ data, occurredAt }: RecordStatement, lookedUp: readonly Fact[]): readonly Fact[] {
  const quotes = new Set((data.quotes ?? []).map(normalizedQuote));
  return ofType('StatementIssued', lookedUp)
    .filter((said) => said.data.speaker === data.speaker)
    .filter((said) => said.data.quotes?.some((quote) => quotes.has(normalizedQuote(quote))))
    .filter((said) => orderOfSpans(spanOf(said.occurredAt), spanOf(occurredAt)) === 'undecided');
}

async function sameWords({ data }: RecordStatement, lookup: FactLookup) {
  const isAsked = !data.allowDuplicate && data.quotes !== undefined && data.quotes.length > 0;
  return isAsked ? lookup.sameWords(data.speaker, data.quotes ?? []) : [];
}

export class RecordStatementHandler extends handling({
  command: RecordStatement,
  decide,
  lookUp: sameWords,
}) {}
