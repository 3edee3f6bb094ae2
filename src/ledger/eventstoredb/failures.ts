import {
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
} from '@eventstore/db-client';
import { LedgerUnavailable, LedgerUnusable } from '../ledger.js';

/** The server did not answer in time; it may still do what it was asked. */
export class Silence extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
    this.name = 'Silence';
  }
}

const refusals = [
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
];

/** Whether the server has said no, so that nothing was done and nothing will be. */
export function isRefusal(error: unknown): boolean {
  return refusals.some((refusal) => error instanceof refusal);
}

export function unavailable(what: string, cause: unknown): LedgerUnavailable {
  const Kind = cause instanceof LedgerUnusable ? LedgerUnusable : LedgerUnavailable;
  return new Kind(`${what}: ${reasonOf(cause)}`, { cause });
}

export function reasonOf(error: unknown): string {
  if (error instanceof MaxAppendSizeExceededError) return 'it is larger than the server takes in one append';
  if (error instanceof AccessDeniedError) return 'the server refuses these credentials, or none were given';
  if (error instanceof StreamDeletedError) return 'the stream was deleted for good';
  return error instanceof Error && error.message !== '' ? error.message : 'the server gave no reason';
}

/** Does it once more where a node was asked that is not the leader: the client has turned to the leader by then. */
export async function onLeader<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof NotLeaderError)) throw error;
    return action();
  }
}
