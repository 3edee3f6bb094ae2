import { resolve } from 'node:path';
import { NotAPosition, START, type Ledger, type LedgerIdentity } from '../ledger/ledger.js';
import { fileIn } from '../ledger/open-ledger.js';
import type { Checkpoint, Projector } from './projector.js';
import type { Source, SourceTable } from './source-table.js';

/** The ledger is not the one that was projected before, and nobody has said that it was exchanged. */
export class LedgerChanged extends Error {
  constructor(ledger: string, finding: string) {
    super(
      `${ledger} is not the ledger of which there are facts: ${finding}. If a backup was laid in its place, use ` +
        'summit-ledger restore, which readers are told of; if this is the ledger to go on with, start once with ' +
        'ACCEPT_LEDGER_CHANGE=true: the facts are built anew then',
    );
    this.name = 'LedgerChanged';
  }
}

export interface Adoption {
  readonly ledger: Ledger;
  readonly projector: Projector;
  readonly source: SourceTable;
  /** Whether a ledger that was exchanged behind the service's back is gone on with. */
  readonly accepts: boolean;
  readonly log: (message: string) => void;
  /** Told when what was projected is forgotten. */
  readonly forgotten: () => void;
}

/**
 * Makes sure that what was projected is of this ledger; what is not is forgotten.
 * @throws LedgerChanged where the ledger was exchanged in its place, unless that is accepted
 */
export async function adopt({ ledger, projector, source, accepts, log, forgotten }: Adoption): Promise<void> {
  const known = source.read();
  let identity = await ledger.identity();
  const checkpoint = projector.checkpoint();
  const finding =
    checkpoint.position === START ? undefined : await difference(known, identity, { ledger, checkpoint });
  if (finding !== undefined) {
    const isTold =
      known.ledger !== placeOf(ledger.description) || !ledger.tellsRestores || finding === RESTORED;
    if (!isTold && !accepts) throw new LedgerChanged(ledger.description, finding);
    log(`the facts are built anew from ${ledger.description}: ${finding}`);
    if (!isTold) await ledger.beginEpoch();
    projector.clear();
    forgotten();
    identity = await ledger.identity();
  }
  source.write({ ledger: placeOf(ledger.description), ...identity });
}

/** Where a ledger is, from wherever the service is started. */
export function placeOf(description: string): string {
  const file = fileIn(description);
  return file === undefined ? description : `sqlite:${resolve(file)}`;
}

const RESTORED = 'it was restored';

/** In which way a ledger is another one than that which was projected, or holds something else. */
async function difference(
  known: Source,
  identity: LedgerIdentity,
  { ledger, checkpoint }: { readonly ledger: Ledger; readonly checkpoint: Checkpoint },
): Promise<string | undefined> {
  if (known.id !== '' && identity.id !== '' && known.id !== identity.id)
    return `they are of the ledger ${known.id}, it is ${identity.id}`;
  if (known.epoch !== '' && known.epoch !== identity.epoch) return RESTORED;
  if (await holds(ledger, checkpoint)) return undefined;
  return `it does not hold the event that they have seen last, at position ${checkpoint.position}`;
}

/** Whether a ledger holds what was projected: another one, or one restored from an old copy, does not. */
async function holds(ledger: Ledger, { previous, position, event }: Checkpoint): Promise<boolean> {
  try {
    const { events } = await ledger.readAll(previous, 1);
    return events[0]?.id === event && events[0].position === position;
  } catch (error) {
    if (error instanceof NotAPosition) return false;
    throw error;
  }
}
