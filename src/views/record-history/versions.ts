import type { EventType, Evidence } from '../../../events/index.js';
import { heldAt, recordsIn, type Dossier } from '../../records/dossier.js';
import type { Standing } from '../../records/fact.js';
import { readingOf, type Wording } from '../../records/reading.js';
import { isOf, type Recorded } from '../../records/recorded.js';
import { comparePositions } from '../../time/ledger-position.js';

/** How a record read from a position of the ledger on, and what made it read so. */
export interface Version {
  /** 1 for the record as it was first told. */
  readonly version: number;
  /** What made the record read so: itself, or a record about it. */
  readonly record: string;
  readonly type: EventType;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly position: string;
  readonly reason: string | null;
  /** Of a correction. */
  readonly cause: string | null;
  /** Of a retraction: whose decision it was. */
  readonly by: string | null;
  readonly sources: readonly Evidence[];
  readonly standing: Standing;
  readonly reads: Wording;
}

/**
 * Every version of a record, the first first. A correction of a correction makes one, as a retraction of a
 * retraction does; what leaves standing and wording as they were, such as a corroboration, makes none.
 */
export function versionsOf(dossier: Dossier): readonly Version[] {
  const steps = recordsIn(dossier).sort((a, b) => comparePositions(a.position, b.position));
  const versions: Version[] = [];
  for (const step of steps) {
    const { standing, wording } = readingOf(heldAt(dossier, step.position) ?? dossier);
    const last = versions.at(-1);
    const isNew =
      !last || last.standing !== standing || JSON.stringify(last.reads) !== JSON.stringify(wording);
    if (isNew) versions.push({ version: versions.length + 1, ...whyOf(step), standing, reads: wording });
  }
  return versions;
}

function whyOf(step: Recorded): Omit<Version, 'version' | 'standing' | 'reads'> {
  const { address: record, type, recordedAt, recordedBy, position, body } = step;
  return {
    record,
    type,
    recordedAt,
    recordedBy,
    position,
    reason: 'reason' in body.data ? (body.data.reason ?? null) : null,
    cause: isOf('RecordCorrected', step) ? step.body.data.cause : null,
    by: isOf('RecordRetracted', step) ? step.body.data.by : null,
    sources: body.sources ?? [],
  };
}
