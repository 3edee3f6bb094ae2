import { ScheduleItemChanged, type PlannedItem } from '../../events/index.js';

import { Rejected, refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import type { Item } from './programme.js';
import { changedFields } from './programme/plans.js';
import { Summit } from './summit.js';

/** One change to an item is announced between revisions, or a canceled item is put back on. */
export class ChangeScheduleItem extends recording(ScheduleItemChanged) {}

function decide(command: ChangeScheduleItem, summit: Summit): ScheduleItemChanged {
  const { data } = command;
  const { programme } = summit;
  const item = summit.item(data.itemId);
  const isReinstated = data.change === 'reinstated';
  if (!isReinstated && !changesAnything(data, item, programme.timeZone)) throw new Rejected('no_change');

  const cancellations = programme.cancellationsOf(data.itemId);
  if (isReinstated && summit.notAfter(command, cancellations).length === 0)
    throw new Rejected('not_canceled');
  if (!isReinstated) refuse('item_canceled', summit.before(command, cancellations));
  refuse('item_held', summit.before(command, programme.holdsOf(data.itemId)));
  return data;
}

/** Whether something is given that a plan which the change touches does not say yet (rules 2.6.9, 30). */
function changesAnything(data: ScheduleItemChanged, { plans }: Item, timeZone: string | undefined): boolean {
  return plans
    .filter((plan) => data.publisher === undefined || plan.publisher === data.publisher)
    .filter((plan) => !plan.droppedBy)
    .some((plan) => differs({ ...(timeZone && { timeZone }), ...plan.current.item }, changedFields(data)));
}

function differs(line: PlannedItem, change: Partial<PlannedItem>): boolean {
  return JSON.stringify({ ...line, ...change }) !== JSON.stringify(line);
}

export class ChangeScheduleItemHandler extends handling({
  command: ChangeScheduleItem,
  state: Summit.of,
  decide,
}) {}
