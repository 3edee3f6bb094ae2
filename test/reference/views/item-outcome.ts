import type { Fact } from '../ledger/fold.js';
import type { Known } from '../ledger/moment.js';
import type { Programme } from '../ledger/programme.js';
import { maybe, str } from '../ledger/record.js';
import { endOfPlan } from './item-plan.js';

/** Live disputes between standing outcome records (rule 2.6.14). */
export function disputesAmong({ fold }: Known, programme: Programme): (readonly string[])[] {
  const standing = [
    ...programme.of('MeetingHeld'),
    ...programme.of('SigningHeld'),
    ...[...new Set([...programme.items, programme.summitId, ...canceledItems(programme)])].flatMap((itemId) =>
      programme.cancellationsOf(itemId),
    ),
  ].map(({ address }) => address);
  return standing.flatMap((target) =>
    fold
      .about(target, 'RecordDisputed')
      .filter((dispute) => fold.stands(dispute))
      .map(({ data }) => [target, fold.survivorOf(maybe(data, 'counterRecord') ?? '')])
      .filter(([, counter]) => counter !== target && standing.includes(counter ?? '')),
  );
}

export const canceledItems = (programme: Programme) =>
  [...programme.of('MeetingCanceled'), ...programme.of('SigningCanceled')].map(({ data }) =>
    str(data, 'itemId'),
  );

export interface Outcome {
  readonly outcome: string;
  readonly records: readonly Fact[];
}

/** By precedence (rule 2.6.10). */
export function outcomeOf(known: Known, programme: Programme, itemId: string, isDropped: boolean): Outcome {
  const holds = programme.holdsOf(itemId);
  const canceled = programme.cancellationsOf(itemId);
  const root = programme.cancellationsOf(programme.summitId);
  const own = [...holds, ...canceled];
  const isDisputed = disputesAmong(known, programme).some((pair) =>
    own.some(({ address }) => pair.includes(address)),
  );
  if (holds.length > 1 || (holds.length > 0 && canceled.length > 0) || isDisputed)
    return { outcome: 'contested', records: own };
  if (holds.length > 0) return { outcome: 'held', records: holds };
  if (root.length > 0) return { outcome: 'canceled', records: [...root, ...canceled] };
  if (canceled.length > 0) {
    const isAnnounced = canceled.some(({ data }) => data['announced'] !== false);
    return { outcome: isAnnounced ? 'canceled' : 'not_held', records: canceled };
  }
  return { outcome: notHappened(known, programme, itemId, isDropped), records: [] };
}

function notHappened(known: Known, programme: Programme, itemId: string, isDropped: boolean): string {
  if (isDropped) return 'dropped';
  if (programme.of('SummitConcluded').length > 0) return 'no_report';
  return known.moment.queryTime < endOfPlan(programme, itemId) ? 'upcoming' : 'no_report';
}

/** Who called off the summit called off its items; of several, the last that was announced. */
export function cancellationIn(records: readonly Fact[]): Fact | undefined {
  const root = records.find(({ data }) => data['itemId'] === data['summitId']);
  return root ?? records.findLast(({ data }) => data['announced'] !== false) ?? records.at(-1);
}
