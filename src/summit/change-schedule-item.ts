import { ScheduleItemChanged, type PlannedItem } from '../../events/index.js';
import { Rejected, refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import type { Item } from './programme.js';
import { changedFields, changedLine } from './programme/plans.js';
import { Summit } from './summit.js';

/** One change to an item is announced between revisions, or a canceled item is put back on. */
export class ChangeScheduleItem extends recording(ScheduleItemChanged) {}

function decide(command: ChangeScheduleItem, summit: Summit): ScheduleItemChanged {
  const { data } = command;
  const { programme } = summit;
  const item = summit.item(data.itemId);
  const isReinstated = data.change === 'reinstated';
  const isEmpty = Object.keys(changedFields(data)).length === 0;
  if (!isReinstated && isEmpty) throw new Rejected('no_change');
  const lines = linesTouched(data, item);
  if (!isReinstated && !lines.some((line) => differs(line, data, programme.timeZone)))
    throw new Rejected('no_change');
  refuseReversed(lines, data);

  const cancellations = programme.cancellationsOf(data.itemId);
  if (isReinstated && summit.notAfter(command, cancellations).length === 0)
    throw new Rejected('not_canceled');
  if (!isReinstated) refuse('item_canceled', summit.before(command, cancellations));
  refuse('item_held', summit.before(command, programme.holdsOf(data.itemId)));
  return data;
}

/**
 * The lines that the change touches: in the plan of its publisher, else in everybody's (rule 2.6.9).
 * @throws Rejected `unknown_item` where the publisher named has no plan that lists the item
 */
function linesTouched({ itemId, publisher }: ScheduleItemChanged, { plans }: Item): readonly PlannedItem[] {
  const listing = plans
    .filter((plan) => publisher === undefined || plan.publisher === publisher)
    .filter((plan) => !plan.droppedBy);
  if (publisher !== undefined && plans.length > 0 && listing.length === 0)
    throw new Rejected('unknown_item', {
      fields: [{ field: 'data.publisher', message: `no plan of "${publisher}" lists "${itemId}"` }],
    });
  return listing.map(({ current }) => current.item);
}

/** Whether something is given that a line does not say yet (rule 2.6.30). */
function differs(line: PlannedItem, change: ScheduleItemChanged, timeZone: string | undefined): boolean {
  const before = { ...(timeZone && { timeZone }), ...line };
  return JSON.stringify(changedLine(before, change)) !== JSON.stringify(before);
}

/** A change is judged on the line that results (domain.md §2.9.3). Clocks of one zone sort as their texts do. */
function refuseReversed(lines: readonly PlannedItem[], change: ScheduleItemChanged): void {
  const isReversed = lines
    .map((line) => changedLine(line, change))
    .some(({ plannedStart, plannedEnd }) => plannedStart && plannedEnd && plannedEnd < plannedStart);
  if (!isReversed) return;
  const field = change.plannedStart ? 'data.plannedStart' : 'data.plannedEnd';
  const message =
    'would leave an item that ends before it starts; give both, or plannedEnd: null where the end is open';
  throw new Rejected('time_reversed', { fields: [{ field, message }] });
}

export class ChangeScheduleItemHandler extends handling({
  command: ChangeScheduleItem,
  state: Summit.of,
  decide,
}) {}
