import { CommandHandler } from '@nestjs/cqrs';
import { RecordsMerged } from '../../events/index.js';
import { isFactOf, ofType } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import { streamOf } from '../records/recorded.js';
import { handling } from '../command-handling/handling.js';
import { keeping } from '../command-handling/recording.js';
import type { FactLookup } from '../command-handling/fact-lookup.js';
import type { StreamKind } from '../command-handling/stream-kind.js';
import type { StandingRecord, Records } from '../command-handling/stream-state.js';
import type { DecisionContext } from '../command-handling/decision-context.js';
import { isKeeping } from './form.js';
import { recordAt, refuseRetracted } from './target.js';

/**
 * The same fact was recorded more than once: one record stands for the others from now on. What is said of
 * records is no fact, so that no merge is filed twice in one dossier.
 */
export class MergeRecords extends keeping(RecordsMerged) {}

/** A merge lies beside the survivor; its duplicates may lie in other streams. */
export const SurvivorStream: StreamKind<Records, RecordsMerged> = {
  streamOf: ({ survivor }) => streamOf(survivor),
  of: (records) => records,
};

export function decide({ data }: MergeRecords, records: Records, context: DecisionContext): RecordsMerged {
  const survivor = recordAt(records, data.survivor);
  const duplicates = data.duplicates.map((address) =>
    recordAt({ find: (there) => records.find(there) ?? context.record(there) }, address),
  );
  const merging = [survivor, ...duplicates];
  const differing = merging.filter(({ fact }) => fact.type !== survivor.fact.type || isKeeping(fact.type));
  if (differing.length > 0) throw new Rejected('type_mismatch', { records: addressesOf(differing) });
  const circular = data.duplicates.includes(data.survivor)
    ? [survivor]
    : merging.filter((found) => isMergedAway(found, context));
  if (circular.length > 0) throw new Rejected('merge_cycle', { records: addressesOf(circular) });
  merging.forEach(refuseRetracted);
  refuseUnnamed(merging);
  return data;
}

function addressesOf(found: readonly StandingRecord[]): readonly string[] {
  return found.map(({ fact }) => fact.record);
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
  if (unnamed.length > 0) throw new Rejected('anonymous_not_shared', { records: addressesOf(unnamed) });
}

const lookUp = ({ data }: MergeRecords, lookup: FactLookup) =>
  lookup.mergesOf([data.survivor, ...data.duplicates]);

@CommandHandler(MergeRecords)
export class MergeRecordsHandler extends handling(SurvivorStream, decide, { lookUp }) {}
