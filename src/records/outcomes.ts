import type { EventType } from '../../events/index.js';
import type { Fact } from './fact.js';

const OUTCOMES: ReadonlySet<EventType> = new Set([
  'MeetingHeld',
  'MeetingCanceled',
  'SigningHeld',
  'SigningCanceled',
  'AgreementAdopted',
  'EndorsementWithdrawn',
  'SummitConcluded',
]);

/** Whether a record tells what happened, after which nobody foretells it (rule 2.6.18). */
export function isOutcome(fact: Fact): boolean {
  return OUTCOMES.has(fact.type);
}
