import { UnknownEventType } from '../../events/index.js';
import { DamagedEvent } from '../ledger/digest.js';
import { LedgerUnusable } from '../ledger/ledger.js';
import { PositionTooLarge } from './facts-schema.js';
import { LedgerChanged } from './source.js';

/**
 * Errors that come again however often it is tried. By their names: what another thread throws has lost its class.
 */
const FINAL = new Set(
  [LedgerUnusable, LedgerChanged, UnknownEventType, DamagedEvent, PositionTooLarge].map(({ name }) => name),
);

export function isFinal(error: unknown): boolean {
  return error instanceof Error && FINAL.has(error.name);
}

/** The facts have not reached a position in time. Asking again later helps. */
export class ProjectionLagging extends Error {
  constructor(
    readonly reached: string,
    readonly wanted: string,
  ) {
    super(`the facts have reached position ${reached}, not yet ${wanted}`);
    this.name = 'ProjectionLagging';
  }
}

/** The facts stay where they are, for good: before an event that cannot be read, or of a ledger that cannot be. */
export class FactsStopped extends Error {
  /** The name of the error that ended the projection. */
  readonly reason: string;

  constructor(ended: unknown) {
    super(ended instanceof Error ? ended.message : String(ended), { cause: ended });
    this.name = 'FactsStopped';
    this.reason = ended instanceof Error ? ended.name : 'Error';
  }
}

/** The facts cannot be what was projected. They are built anew; asking again later helps. */
export class FactsDamaged extends Error {
  constructor(cause: unknown) {
    super('the facts are damaged and are built anew from the ledger', { cause });
    this.name = 'FactsDamaged';
  }
}

/** The facts file is not the one any more that was opened: somebody has deleted or replaced it. */
export class FactsLost extends Error {
  constructor(file: string) {
    super(`the facts file ${file} was deleted or replaced, and is built anew`);
    this.name = 'FactsLost';
  }
}
