import { MeetingCanceled } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { refuseContradiction, Summit } from './summit.js';

/** An item other than a signing did not take place; on the root item, the summit is called off. */
export class RecordMeetingCanceled extends recording(MeetingCanceled) {}

function decide({ data }: RecordMeetingCanceled, summit: Summit): MeetingCanceled {
  if (summit.item(data.itemId).kind === 'signing') throw new Rejected('is_a_signing');
  refuseContradiction(summit.outcomesOf(data.itemId));
  return data;
}

export class RecordMeetingCanceledHandler extends handling({
  command: RecordMeetingCanceled,
  state: Summit.of,
  decide,
}) {}
