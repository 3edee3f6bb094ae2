import { SigningCanceled } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { refuseContradiction, Summit } from './summit.js';

/** A planned signing will not take place. */
export class RecordSigningCanceled extends recording(SigningCanceled) {}

function decide({ data }: RecordSigningCanceled, summit: Summit): SigningCanceled {
  if (summit.item(data.itemId).kind !== 'signing') throw new Rejected('not_a_signing');
  refuseContradiction(summit.outcomesOf(data.itemId));
  if (data.reason !== undefined && data.reasonAccordingTo === undefined)
    throw new Rejected('account_required', {
      fields: [{ field: 'data.reasonAccordingTo', message: 'must say whose account the reason is' }],
    });
  return data;
}

export class RecordSigningCanceledHandler extends handling({
  command: RecordSigningCanceled,
  state: Summit.of,
  decide,
}) {}
