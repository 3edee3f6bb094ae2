import { RecordsMerged, isRecordKeeping } from '../../events/index.js';
import { isFactOf, ofType, type Fact } from '../records/fact.js';
import { refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { keeping } from '../command-handling/recording.js';
import type { FactLookup } from '../command-handling/fact-lookup.js';
import type { StandingRecord, Records } from '../command-handling/stream-state.js';
import type { DecisionContext } from '../command-handling/decision-context.js';
import { recordAt, refuseRetracted } from './target.js';

/**
 * The same fact was recorded more than once: one record stands for the others from now on. What is said of
 * records is no fact, so that no merge is filed twice in one dossier.
 */
export class MergeRecords extends keeping(RecordsMerged) {}

function decide({ data }: MergeRecords, records: Records, context: DecisionContext): RecordsMerged {
  const survivor = recordAt(records, data.survivor);
  const duplicates = data.duplicates.map((address) =>
    recordAt({ find: (there) => records.find(there) ?? context.record(there) }, address),
  );
  const merging = [survivor, ...duplicates];
  const differing = merging.filter(
    ({ fact }) => fact.type !== survivor.fact.type || isRecordKeeping(fact.type),
  );
  refuse('type_mismatch', factsOf(differing));
  const circular = data.duplicates.includes(data.survivor)
    ? [survivor]
    : merging.filter((found) => isMergedAway(found, context));
  refuse('merge_cycle', factsOf(circular));
  merging.forEach(refuseRetracted);
  refuseUnnamed(merging);
  return data;
}

function factsOf(found: readonly StandingRecord[]): readonly Fact[] {
  return found.map(({ fact }) => fact);
}

/** A merge that was written to another stream is known to the facts only. */
function isMergedAway({ standing, fact }: StandingRecord, { lookedUp }: DecisionContext): boolean {
  const merges = ofType('RecordsMerged', lookedUp);
  return standing === 'merged' || merges.some(({ data }) => data.duplicates.includes(fact.record));
}

/** Nobody knows whether two unnamed people are one (domain.md §2.8). */
function refuseUnnamed(merging: readonly StandingRecord[]): void {
  const unnamed = merging.filter(
    ({ fact }) => isFactOf('ActorRegistered', fact) && fact.data.kind === 'anonymous',
  );
  refuse('anonymous_not_shared', factsOf(unnamed));
}

const lookUp = ({ data }: MergeRecords, lookup: FactLookup) =>
  lookup.mergesOf([data.survivor, ...data.duplicates]);

export class MergeRecordsHandler extends handling({ command: MergeRecords, decide, lookUp }) {}
