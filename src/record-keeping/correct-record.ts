import equal from 'fast-deep-equal';
import { RecordCorrected } from '../../events/index.js';
import type { Fact } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { keeping } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { streamsNamed, type DecisionContext } from '../command-handling/decision-context.js';
import { refuseOtherIdentity } from './identity.js';
import { checkReferencesAndTimes, checkShape } from './patch-checks.js';
import { marksInPatch } from './patch-marks.js';
import { patched } from './patched.js';
import { recordAt, refuseRetracted } from './target.js';

/** A record is worded anew. What it said before stays readable. */
export class CorrectRecord extends keeping(RecordCorrected) {}

function decide(command: CorrectRecord, records: Records, context: DecisionContext): RecordCorrected {
  const { data } = command;
  const found = recordAt(records, data.target);
  refuseRetracted(found);
  const dossier = records.dossier(data.target);
  const result = dossier && patched(dossier, data);
  if (!result) throw new Rejected('unknown_record', { records: [data.target] });
  const marks = marksInPatch(found.fact, data.patch, records);
  checkShape(data, result, marks);
  if (readsTheSame(result.before, result.after)) throw new Rejected('no_change');
  refuseOtherIdentity(result.before, result.after, records.facts);
  checkReferencesAndTimes(command, result.after, marks, context);
  return data;
}

function readsTheSame(before: Fact, after: Fact): boolean {
  return equal({ ...before, corrections: [] }, { ...after, corrections: [] });
}

/** What the patch names is known only once its target is. */
function reads({ data }: CorrectRecord, records: Records): readonly string[] {
  const target = records.find(data.target);
  return target ? streamsNamed(marksInPatch(target.fact, data.patch, records)) : [];
}

export class CorrectRecordHandler extends handling({ command: CorrectRecord, decide, reads }) {}
