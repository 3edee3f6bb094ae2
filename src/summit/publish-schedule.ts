import { SchedulePublished, type PlannedItem } from '../../events/index.js';
import { Rejected, refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { Summit } from './summit.js';

/** A publisher issues a whole programme. */
export class PublishSchedule extends recording(SchedulePublished) {}

function decide(command: PublishSchedule, summit: Summit): SchedulePublished {
  const { data } = command;
  const { programme } = summit;
  const ids = data.items.map((item) => item.itemId);

  refuseItems(
    data,
    'unknown_item',
    'parentItemId',
    ({ parentItemId: parent }) =>
      parent === undefined || ids.includes(parent) || programme.item(parent) !== undefined,
  );

  const same = programme.schedules.filter(
    (issued) => issued.data.publisher === data.publisher && issued.data.revision === data.revision,
  );
  refuse('revision_exists', same);

  refuseItems(data, 'duplicate_item', 'itemId', ({ itemId }, i) => ids.indexOf(itemId) === i);

  const concluded = summit.before(command, programme.conclusions);
  refuse('summit_concluded', concluded);

  refuseItems(data, 'item_kind_changed', 'kind', ({ itemId, kind }) => {
    const known = programme.item(itemId)?.kind;
    return known === undefined || known === kind;
  });
  return data;
}

const complaints = {
  unknown_item: 'names no item of this schedule or an earlier one',
  duplicate_item: 'is listed above',
  item_kind_changed: 'is not the kind that the item had before',
} as const;

/** @throws Rejected naming the field of every item that is not fit */
function refuseItems(
  { items }: SchedulePublished,
  code: keyof typeof complaints,
  field: keyof PlannedItem,
  isFit: (item: PlannedItem, index: number) => boolean,
): void {
  const fields = items.flatMap((item, i) =>
    isFit(item, i) ? [] : [{ field: `data.items.${i}.${field}`, message: complaints[code] }],
  );
  if (fields.length > 0) throw new Rejected(code, { fields });
}

export class PublishScheduleHandler extends handling({
  command: PublishSchedule,
  state: Summit.of,
  decide,
}) {}
