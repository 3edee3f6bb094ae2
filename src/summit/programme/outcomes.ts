import { ofType, type Fact } from '../../records/fact.js';
import { isLater } from '../../time/effect-order.js';

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
 * The cancellations that no reinstatement of their item lifts. One lifts those that it is later than, by valid
 * time or, where that is undecided, by the order of recording (rule 2.6.11).
 */
export function standingCancellations(facts: readonly Fact[]): readonly Cancellation[] {
  const reinstatements = Map.groupBy(
    ofType('ScheduleItemChanged', facts).filter(({ data }) => data.change === 'reinstated'),
    ({ data }) => data.itemId,
  );
  return facts.filter(isCancellation).filter((canceled) => {
    const ofItem = reinstatements.get(canceled.data.itemId) ?? [];
    return !ofItem.some((reinstated) => isLater(reinstated, canceled));
  });
}
