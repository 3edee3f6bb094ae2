import { MeetingHeld } from '../../events/index.js';
import { ofType } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { refuseContradiction, Summit } from './summit.js';

/** Something took place, as an item of the programme or outside it. */
export class RecordMeetingHeld extends recording(MeetingHeld) {}

function decide(command: RecordMeetingHeld, summit: Summit): MeetingHeld {
  const { data } = command;
  const { meetingId, itemId, scheduled } = data;
  if (itemId !== undefined && summit.item(itemId).kind === 'signing') throw new Rejected('is_a_signing');
  const sameMeeting = ofType('MeetingHeld', summit.programme.holds).filter(
    (held) => held.data.meetingId === meetingId,
  );
  refuseContradiction(
    [...summit.againstHolding(command, itemId), ...sameMeeting],
    'Records that stand say otherwise. If one of them tells of the same meeting, corroborate it.',
  );
  if (itemId !== undefined && scheduled !== undefined)
    throw new Rejected('invalid', {
      fields: [{ field: 'data.scheduled', message: 'is only for a meeting without itemId' }],
    });
  return data;
}

export class RecordMeetingHeldHandler extends handling({
  command: RecordMeetingHeld,
  state: Summit.of,
  decide,
}) {}
