import type { EventType } from '../../../events/index.js';
import type { Dossier } from '../../records/dossier.js';
import { duplicatesOf, effectiveFacts } from '../../records/effective.js';
import {
  factOf,
  isFactOf,
  liveKeeping,
  standingOf,
  type Applies,
  type Dispute,
  type Fact,
  type Standing,
} from '../../records/fact.js';
import { appliesAt } from '../../records/public.js';
import { readingOf, type Wording } from '../../records/reading.js';
import type { Moment } from '../../time/moment.js';
import { Disclosure } from '../knowledge/disclosure.js';
import { knownTo, type KnownTo } from './known-to.js';
import { Provenance, type ProvenanceOfEvidence } from '../knowledge/provenance.js';
import { versionsOf, type Version } from './versions.js';
import { restingOn, type Resting } from '../view.js';
import { inFull } from '../knowledge/when-words.js';

/** All that is on record of one record. */
export interface RecordHistory extends Resting {
  readonly record: string;
  readonly stream: string;
  readonly type: EventType;
  readonly standing: Standing;
  /** The record that stands for it; null unless it was merged away. */
  readonly mergedInto: string | null;
  /** The records that it stands for. */
  readonly duplicates: readonly string[];
  /** As it reads at the moment asked for, whether or not it stands. */
  readonly reads: Wording;
  readonly unknown: string | null;
  readonly note: string | null;
  /** In EDTF with the source's own words. */
  readonly happened: string;
  readonly knownTo: readonly KnownTo[];
  /** How the ledger held it, from version to version, whatever the public knew of it. */
  readonly versions: readonly Version[];
  readonly provenance: readonly ProvenanceOfEvidence[];
  readonly corroborations: readonly Corroborated[];
  readonly disputes: readonly Dispute[];
  /** Records that it rests on and that do not count any more. */
  readonly retractedBases: readonly string[];
}

export interface Corroborated {
  readonly record: string;
  readonly accordingTo: string | null;
  readonly rendering: string | null;
  readonly provenance: readonly ProvenanceOfEvidence[];
}

/**
 * A record with every version, its evidence, what others say of it, and who knew it when (domain.md §3.10,
 * §3.12). It is shown although it was retracted or merged away.
 * @param around the sources, bases and merged records that it names, as far as they are on record
 */
export function recordHistory(dossier: Dossier, around: readonly Dossier[], moment: Moment): RecordHistory {
  const applies = appliesAt(moment.publicAt);
  const { address } = dossier.record;
  const others = around.filter(({ record }) => record.address !== address);
  const standing = effectiveFacts([dossier, ...others], applies);
  const fact = standing.find(({ record }) => record === address) ?? factOf(dossier, applies);
  const disclosedAt = Disclosure.among(standing).of(fact);
  return {
    ...restingOn([fact]),
    record: fact.record,
    stream: fact.stream,
    type: fact.type,
    standing: standingOf(dossier, applies),
    mergedInto: survivorOf(dossier, applies),
    duplicates: duplicatesOf(dossier, applies),
    reads: readingOf(dossier, applies).wording,
    unknown: fact.unknown ?? null,
    note: fact.note ?? null,
    happened: inFull(fact.occurredAt),
    knownTo: knownTo({ ...fact, disclosedAt }),
    versions: versionsOf(dossier),
    ...evidenceOf(fact, Provenance.of(standing)),
    disputes: fact.disputes,
    retractedBases: fact.retractedBases ?? [],
  };
}

function survivorOf(dossier: Dossier, applies: Applies): string | null {
  const merges = liveKeeping(dossier, applies)
    .map((kept) => factOf(kept, applies))
    .flatMap((kept) => (isFactOf('RecordsMerged', kept) ? [kept.data] : []));
  return merges.find(({ duplicates }) => duplicates.includes(dossier.record.address))?.survivor ?? null;
}

function evidenceOf({ sources, corroborations }: Fact, provenance: Provenance) {
  return {
    provenance: sources.map((evidence) => provenance.ofEvidence(evidence)),
    corroborations: corroborations.map(({ record, accordingTo, rendering, sources: own }): Corroborated => ({
      record,
      accordingTo: accordingTo ?? null,
      rendering: rendering ?? null,
      provenance: own.map((evidence) => provenance.ofEvidence(evidence)),
    })),
  };
}
