import { view } from '../definition.js';
import { StatementParameters, statementsQuestion } from './statement-parameters.js';
import type { Evidence, Occasion, StatementIssued, When } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { askedOf, type StatementsQuestion } from './statement-filter.js';
import { inWords } from '../knowledge/when-words.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { hitsIn, parseWordsQuery, type Hit } from './words-query.js';

export interface StatementRow extends Resting {
  readonly record: string;
  readonly speaker: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly quotes: readonly string[];
  /** What the source put into the quotes, as printed there. */
  readonly editorialInsertions: readonly string[];
  readonly paraphrase: string | null;
  /** Other wordings of the same utterance, from corroborating sources. */
  readonly renderings: readonly string[];
  readonly when: string;
  readonly occurredAt: When;
  readonly occasion: Occasion | null;
  readonly topic: string | null;
  readonly genre: StatementIssued['genre'];
  readonly form: StatementIssued['form'];
  readonly question: string | null;
  readonly summitIds: readonly string[];
  readonly accordingTo: string | null;
  readonly certainty: 'explicit' | 'implied';
  readonly sources: readonly Evidence[];
  /** Where the words that were searched for stand, in UTF-16 code units, the end not included. */
  readonly hits?: readonly TextHits[];
}

export interface TextHits {
  /** `quotes.0`, `paraphrase` or `renderings.0` of the row. */
  readonly field: string;
  readonly spans: readonly Hit[];
}

export interface Statements extends Rows<StatementRow> {
  /** How many there are on all pages. */
  readonly total: number;
  /** What to ask `after` for the page that follows; null on the last one. */
  readonly next: string | null;
}

/**
 * The index of what was said (domain.md §3.7), in the order of lists. An `after` that is not among the
 * statements known at the moment has nothing after it.
 */
export const statements: View<StatementsQuestion, Statements> = (facts, _moment, question) => {
  const isAsked = askedOf(question, facts);
  const ordered = inDisplayOrder(ofType('StatementIssued', facts));
  const rows = ordered.flatMap((fact): StatementRow[] => {
    const asked = isAsked(fact);
    return asked === 'no' ? [] : rowOf(fact, question.q, asked === 'undecided');
  });
  return { ...page(rows, ordered, question), total: rows.length };
};

function page(
  rows: readonly StatementRow[],
  ordered: readonly Fact[],
  { after, limit = Infinity }: StatementsQuestion,
): Pick<Statements, 'rows' | 'next'> {
  const places = new Map(ordered.map((fact, i) => [fact.record, i]));
  const last = after === undefined ? -1 : (places.get(after) ?? Infinity);
  const rest = rows.filter(({ record }) => (places.get(record) ?? Infinity) > last);
  const listed = rest.slice(0, limit);
  return { rows: listed, next: listed.length < rest.length ? (listed.at(-1)?.record ?? null) : null };
}

function rowOf(fact: Fact<'StatementIssued'>, q: string | undefined, isUndecided: boolean): StatementRow[] {
  const words = wordsOf(fact);
  const hits = q === undefined ? [] : hitsOf(words, q);
  if (!hits) return [];
  return [
    {
      record: fact.record,
      ...speakerOf(fact.data),
      ...words,
      when: inWords(fact.occurredAt),
      occurredAt: fact.occurredAt,
      ...circumstancesOf(fact.data),
      genre: fact.data.genre,
      form: fact.data.form,
      summitIds: fact.data.summitIds,
      accordingTo: fact.accordingTo ?? null,
      certainty: fact.certainty,
      sources: fact.sources,
      ...(q !== undefined && { hits }),
      ...restingOn([{ ...fact, undecided: fact.undecided || isUndecided }]),
    },
  ];
}

function speakerOf({ speaker, role, affiliation }: StatementIssued) {
  return { speaker, role: role ?? null, affiliation: affiliation ?? null };
}

function circumstancesOf({ occasion, topic, question }: StatementIssued) {
  return { occasion: occasion ?? null, topic: topic ?? null, question: question ?? null };
}

type Said = Pick<StatementRow, 'quotes' | 'editorialInsertions' | 'paraphrase' | 'renderings'>;

function wordsOf({ data, corroborations }: Fact<'StatementIssued'>): Said {
  return {
    quotes: data.quotes ?? [],
    editorialInsertions: data.editorialInsertions ?? [],
    paraphrase: data.paraphrase ?? null,
    renderings: corroborations.flatMap(({ rendering }) => rendering ?? []),
  };
}

/** Undefined unless the words occur. */
function hitsOf({ quotes, paraphrase, renderings }: Said, q: string): TextHits[] | undefined {
  const texts = [
    ...quotes.map((text, i) => ({ field: `quotes.${i}`, text })),
    ...(paraphrase === null ? [] : [{ field: 'paraphrase', text: paraphrase }]),
    ...renderings.map((text, i) => ({ field: `renderings.${i}`, text })),
  ];
  const spans = hitsIn(
    texts.map(({ text }) => text),
    parseWordsQuery(q),
  );
  return (
    spans &&
    texts.map(({ field }, i) => ({ field, spans: spans[i] ?? [] })).filter((hit) => hit.spans.length > 0)
  );
}

export const statementsView = view('statements', {
  name: 'statements',
  about: 'summit',
  asks: 'Who said what, when, on what occasion?',
  title: 'What was said',
  parameters: StatementParameters,
  identity: ['record'],
  answer: (facts, moment, summit, asked) =>
    statements(facts, moment, { ...statementsQuestion(asked), summit }),
});

export const allStatementsView = view('allStatements', {
  name: 'statements',
  about: null,
  asks: 'Who said what, when, on what occasion, at any summit or none?',
  title: 'What was said',
  parameters: StatementParameters,
  identity: ['record'],
  find: (reader, _all, { q, summit }) => {
    if (q !== undefined) return reader.saying(q);
    return summit === undefined ? reader.ofCategory('statement') : reader.ofSummit(summit);
  },
  answer: (facts, moment, _id, asked) => statements(facts, moment, statementsQuestion(asked)),
});
