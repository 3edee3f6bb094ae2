import type { StatementIssued } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { wordsIn } from '../../statement/words.js';
import { spanOf } from '../../time/when.js';
import { Memberships } from '../knowledge/memberships.js';

export interface StatementFilter {
  /** An actor, by id or by name. Nobody unnamed is found by name. */
  readonly speaker?: string;
  /** The actor that the speaker spoke for, as told in the statement. */
  readonly affiliation?: string;
  /** An actor: what it said, and what was said by those who belong to it. */
  readonly party?: string;
  readonly role?: string;
  readonly genre?: StatementIssued['genre'];
  readonly form?: StatementIssued['form'];
  readonly topic?: string;
  /** The id of a meeting, or words. */
  readonly occasion?: string;
  readonly summit?: string;
  /** Milliseconds since 1970, half-open; null where unbounded. */
  readonly interval?: { readonly from: number | null; readonly to: number | null };
}

export interface StatementsQuestion extends StatementFilter {
  /** Bare words must all occur, quoted text is a phrase; in quotes, renderings and paraphrases. */
  readonly q?: string;
  /** Address of the last record of the page before. */
  readonly after?: string;
  readonly limit?: number;
}

type Asked = 'yes' | 'no' | 'undecided';
type Test = (fact: Fact<'StatementIssued'>) => boolean;

/** Whether a statement is one of those asked for; undecided where its time straddles the interval. */
export function askedOf(
  filter: StatementFilter,
  facts: readonly Fact[],
): (fact: Fact<'StatementIssued'>) => Asked {
  const tests = [...spoken(filter, facts), ...byWording(filter)];
  return (fact) => {
    if (!tests.every((isMet) => isMet(fact))) return 'no';
    return filter.interval ? during(fact, filter.interval) : 'yes';
  };
}

/** Tests of who spoke. */
function spoken({ speaker, affiliation, party, role }: StatementFilter, facts: readonly Fact[]): Test[] {
  const memberships = Memberships.of(facts);
  const named = speaker === undefined ? undefined : namedBy(speaker, facts);
  return [
    ...where(
      named,
      (ids): Test =>
        ({ data }) =>
          ids.has(data.speaker),
    ),
    ...where(
      affiliation,
      (id): Test =>
        ({ data }) =>
          data.affiliation === id,
    ),
    ...where(
      party,
      (id): Test =>
        ({ data }) =>
          memberships.belongsTo(data.speaker, id),
    ),
    ...where(
      role,
      (words): Test =>
        ({ data }) =>
          isSame(data.role, words),
    ),
  ];
}

/** Tests of what was said, and where. */
function byWording({ genre, form, topic, occasion, summit }: StatementFilter): Test[] {
  return [
    ...where(
      genre,
      (asked): Test =>
        ({ data }) =>
          data.genre === asked,
    ),
    ...where(
      form,
      (asked): Test =>
        ({ data }) =>
          data.form === asked,
    ),
    ...where(
      topic,
      (asked): Test =>
        ({ data }) =>
          data.topic === asked,
    ),
    ...where(
      occasion,
      (asked): Test =>
        ({ data }) =>
          data.occasion?.meetingId === asked || isSame(data.occasion?.text, asked),
    ),
    ...where(
      summit,
      (asked): Test =>
        ({ data }) =>
          data.summitIds.includes(asked),
    ),
  ];
}

function where<T>(asked: T | undefined, test: (asked: T) => Test): Test[] {
  return asked === undefined ? [] : [test(asked)];
}

function isSame(text: string | undefined, asked: string): boolean {
  return text !== undefined && wordsIn(text).join(' ') === wordsIn(asked).join(' ');
}

/** The actor of that id, else those one of whose names holds all words of it. */
function namedBy(speaker: string, facts: readonly Fact[]): ReadonlySet<string> {
  const actors = ofType('ActorRegistered', facts).map(({ data }) => data);
  if (actors.some(({ actorId }) => actorId === speaker)) return new Set([speaker]);
  const words = wordsIn(speaker);
  const named = actors.filter(
    ({ kind, names }) => kind !== 'anonymous' && names.some((name) => holds(name, words)),
  );
  return new Set([speaker, ...named.map(({ actorId }) => actorId)]);
}

function holds(name: string, words: readonly string[]): boolean {
  const inName = wordsIn(name);
  return words.length > 0 && words.every((word) => inName.includes(word));
}

function during(
  fact: Fact,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): Asked {
  const happened = spanOf(fact.occurredAt);
  const [begin, end] = [from ?? -Infinity, to ?? Infinity];
  if (happened.to <= begin || happened.from >= end) return 'no';
  return happened.from >= begin && happened.to <= end ? 'yes' : 'undecided';
}
