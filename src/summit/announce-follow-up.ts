import { FollowUpAnnounced } from '../../events/index.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';

/** Somebody says what is to come after the summit. */
export class AnnounceFollowUp extends recording(FollowUpAnnounced) {}

/** Announcements may differ by level and by whose account they are, so none stands in another's way. */
function decide({ data }: AnnounceFollowUp): FollowUpAnnounced {
  return data;
}

export class AnnounceFollowUpHandler extends handling({ command: AnnounceFollowUp, decide }) {}
