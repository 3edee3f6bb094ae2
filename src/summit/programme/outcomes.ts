import { ofType, type Fact } from '../../records/fact.js';
import { isLater } from '../../time/sequence.js';

/** Something took place, as an item or outside any programme. */
export type Hold = Fact<'MeetingHeld'> | Fact<'SigningHeld'>;
/** An item did not take place, or will not. */
export type Cancellation = Fact<'MeetingCanceled'> | Fact<'SigningCanceled'>;

export function isHold(fact: Fact): fact is Hold {
  return fact.type === 'MeetingHeld' || fact.type === 'SigningHeld';
}

export function isCancellation(fact: Fact): fact is Cancellation {
  return fact.type === 'MeetingCanceled' || fact.type === 'SigningCanceled';
}

/**
 * The cancellations of an item that no reinstatement lifts. One lifts those that it is later than, by valid
 * time or, where that is undecided, by the order of recording (rule 2.6.11).
 */
export function standingCancellations(itemId: string, facts: readonly Fact[]): readonly Cancellation[] {
  const reinstatements = ofType('ScheduleItemChanged', facts).filter(
    ({ data }) => data.itemId === itemId && data.change === 'reinstated',
  );
  return facts
    .filter(isCancellation)
    .filter(({ data }) => data.itemId === itemId)
    .filter((canceled) => !reinstatements.some((reinstated) => isLater(reinstated, canceled)));
}
