import { type EventType, type When, traitsOf } from '../../../events/index.js';
import type { Dossier } from '../../records/dossier.js';
import { effectiveFacts } from '../../records/effective.js';
import type { Fact } from '../../records/fact.js';
import { appliesAt, isPublic } from '../../records/public.js';
import { isIn, type Moment, type Presence } from '../../time/moment.js';
import { spanOf } from '../../time/when.js';
import { Disclosure } from './disclosure.js';

/** A fact of which it was settled when it became public: as stated, or by default. */
export type Known<T extends EventType = EventType> = Fact<T> & { readonly disclosedAt: When };

/**
 * What is known at a moment, in the order given: the facts that stand, those left out that had not happened
 * `at` that time or were not public at `publicAt`, and flagged where the bounds of their time decide neither
 * (rule 2.6.1). Registrations are always in (rule 2.6.3).
 * @param dossiers as the ledger held them at the moment's `asOf`, with the actors, sources and bases that
 *   they rest on
 */
export function knownAt(dossiers: readonly Dossier[], moment: Moment): Known[] {
  const facts = effectiveFacts(dossiers, appliesAt(moment.publicAt));
  const disclosure = Disclosure.among(facts);
  return facts.flatMap((fact) => knownIf(fact, disclosure.of(fact), moment) ?? []);
}

/** A fact as it is known at a moment; undefined where it is not. */
export function knownIf(fact: Fact, disclosedAt: When, moment: Moment): Known | undefined {
  const known = { ...fact, disclosedAt };
  const presence = presenceOf(known, moment);
  if (presence === 'out') return undefined;
  return { ...known, undecided: known.undecided || presence === 'undecided' };
}

function presenceOf(fact: Known, { at, publicAt }: Moment): Presence {
  if (traitsOf(fact.type).registers) return 'in';
  const presences = [
    isIn(spanOf(fact.occurredAt), at),
    isPublic(spanOf(fact.disclosedAt), fact.embargoUntil, publicAt),
  ];
  if (presences.includes('out')) return 'out';
  return presences.includes('undecided') ? 'undecided' : 'in';
}
