import { isFactOf, type Fact } from '../../records/fact.js';
import { instant, spanOf } from '../../time/when.js';
import type { Known } from '../knowledge/known.js';
import { inDates } from '../knowledge/when-words.js';

/** From when somebody knew a fact. */
export interface KnownTo {
  /** Actors, or `public`, or `ledger`. */
  readonly who: readonly string[] | 'public' | 'ledger';
  /** In EDTF, or to the minute; null where no time is known by which they did. */
  readonly from: string | null;
  /** By what, where it was by something. */
  readonly by?: string;
}

/** Who knew a fact when (domain.md §3.10): those who were there, the public, the ledger. */
export function knownTo(fact: Known): readonly KnownTo[] {
  const witnesses = witnessesOf(fact);
  return [
    ...(witnesses.length > 0 ? [{ who: witnesses, from: inDates(fact.occurredAt) }] : []),
    publicly(fact),
    { who: 'ledger', from: fact.recordedAt },
  ];
}

function publicly({ disclosedAt, embargoUntil, sources }: Known): KnownTo {
  const { to } = spanOf(disclosedAt);
  if (embargoUntil !== undefined && instant(embargoUntil) > to)
    return { who: 'public', from: embargoUntil, by: 'end of embargo' };
  if (to !== Infinity) return { who: 'public', from: inDates(disclosedAt), ...by(disclosedAt.text) };
  const published = [...new Set(sources.map(({ sourceId }) => sourceId))].join(', ');
  return { who: 'public', from: null, ...by(published === '' ? undefined : `publication of ${published}`) };
}

function by(words: string | undefined): { by?: string } {
  return words === undefined ? {} : { by: words };
}

/** Those who took part in what is told, and so knew it as it happened. */
function witnessesOf(fact: Fact): readonly string[] {
  if (isFactOf('MeetingHeld', fact))
    return (fact.data.participants ?? [])
      .filter(({ attendance }) => attendance !== 'absent')
      .map(({ actorId, representedBy }) => representedBy ?? actorId);
  if (isFactOf('SigningHeld', fact)) return fact.data.signatories.map(({ actorId }) => actorId);
  if (isFactOf('CommitmentMade', fact)) return [fact.data.promisee, fact.data.promisor];
  if (isFactOf('StatementIssued', fact)) return [fact.data.speaker];
  if (isFactOf('PredictionMade', fact)) return [fact.data.by];
  if (isFactOf('PositionTaken', fact)) return [fact.data.party];
  return [];
}
