import type { Fact } from '../../records/fact.js';
import { Memberships } from '../knowledge/memberships.js';
import { Provenance } from '../knowledge/provenance.js';
import { restingOn } from '../view.js';
import type { OpenQuestion } from './question.js';

/** @param own the facts of the summit, among all that are known */
export function withoutOwnAccount(
  parties: readonly string[],
  own: readonly Fact[],
  facts: readonly Fact[],
): OpenQuestion[] {
  const memberships = Memberships.of(facts);
  const heard = new Set(own.flatMap(({ accordingTo }) => [...memberships.of(accordingTo ?? '')]));
  return parties
    .filter((party) => !heard.has(party))
    .map((party) => ({ question: 'no_own_account', subject: party, text: null, records: [] }));
}

/** The facts that rest on one source that was seen, by source: first those read there, then those at second hand. */
export function unsupported(own: readonly Fact[], facts: readonly Fact[]): OpenQuestion[] {
  const provenance = Provenance.of(facts);
  const alone = own.filter((fact) => provenance.seenFor(fact).length === 1);
  const bySource = Map.groupBy(alone, (fact) => provenance.seenFor(fact)[0] ?? '');
  return [...bySource].flatMap(([sourceId, resting]) => {
    const { true: secondHand = [], false: direct = [] } = Object.groupBy(resting, (fact) =>
      String(isSecondHand(fact, provenance)),
    );
    return [
      ...asked('one_source', sourceId, direct, own.length),
      ...asked('one_second_hand_source', sourceId, secondHand, own.length),
    ];
  });
}

function isSecondHand({ sources, corroborations }: Fact, provenance: Provenance): boolean {
  return [...sources, ...corroborations.flatMap((corroboration) => corroboration.sources)].every(
    (evidence) => provenance.ofEvidence(evidence).secondHand,
  );
}

function asked(
  question: 'one_source' | 'one_second_hand_source',
  subject: string,
  resting: readonly Fact[],
  all: number,
): OpenQuestion[] {
  if (resting.length === 0) return [];
  return [{ question, subject, text: `${resting.length} of ${all} facts`, ...restingOn(resting) }];
}
