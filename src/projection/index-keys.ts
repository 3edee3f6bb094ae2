import { summitsIn, type MarkedValue } from '../../events/index.js';
import type { Dossier } from '../records/dossier.js';
import { marksTold, wordingsIn, type Wording } from '../records/wordings.js';
import { normalizedQuote, wordsIn } from '../statement/words.js';

/**
 * What the rows of the projection are found by. All of it goes beyond what stands: it holds for whatever was
 * ever told, retracted and corrected wordings included, so that one index serves every moment.
 */
export interface IndexKeys {
  /** Streams of actors, sources and summits, addresses of records, `series-…`, and `wordsTarget`. */
  readonly targets: ReadonlySet<string>;
  /** The summits that its data belong to. */
  readonly summits: ReadonlySet<string>;
  /** The words of a statement, of its corroborations, and of the question that it answers. */
  readonly words: ReadonlySet<string>;
}

export function indexKeysOf(dossier: Dossier): IndexKeys {
  const wordings = [...wordingsIn(dossier)];
  const marks = marksTold(dossier, wordings);
  const targets = new Set([...marks.flatMap(targetOf), ...seriesIn(wordings), ...saidIn(wordings)]);
  targets.delete(dossier.record.address);
  return {
    targets,
    summits: new Set(wordings.flatMap(({ data }) => summitsIn(data) ?? [])),
    words: new Set(dossier.record.type === 'StatementIssued' ? wordings.flatMap(wordsTold) : []),
  };
}

/** Finds the statements of a speaker by a quote, as told by rule 2.6.19. */
export function wordsTarget(speaker: string, quote: string): string {
  return `words-${speaker}:${normalizedQuote(quote)}`;
}

function targetOf({ role, value }: MarkedValue): string[] {
  if (typeof value !== 'string' || role === 'when' || role === 'timestamp') return [];
  return [role === 'record' ? value : `${role}-${value}`];
}

function seriesIn(wordings: readonly Wording[]): string[] {
  return wordings.flatMap(({ data }) => texts(data['seriesId'])).map((seriesId) => `series-${seriesId}`);
}

function saidIn(wordings: readonly Wording[]): string[] {
  const statements = wordings.filter(({ type }) => type === 'StatementIssued');
  const speakers = new Set(statements.flatMap(({ data }) => texts(data['speaker'])));
  const quotes = new Set(statements.flatMap(({ data }) => texts(data['quotes'])));
  return [...speakers].flatMap((speaker) => [...quotes].map((quote) => wordsTarget(speaker, quote)));
}

function wordsTold({ data }: Wording): string[] {
  return ['quotes', 'paraphrase', 'question', 'rendering']
    .flatMap((field) => texts(data[field]))
    .flatMap(wordsIn);
}

function texts(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((text) => typeof text === 'string');
}
