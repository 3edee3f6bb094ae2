import pRetry, { AbortError } from 'p-retry';
import { LedgerUnavailable, LedgerUnusable } from './ledger.js';

export interface Retrying {
  readonly signal: AbortSignal;
  /** Whether trying again can mend it; what cannot be mended is thrown. */
  readonly mayPass?: (error: unknown) => boolean;
  /** A failure that was met already: it counts as that of the first attempt. */
  readonly after?: unknown;
  /** Told of a failure that is tried again, the first time only. */
  readonly lost?: (error: unknown) => void;
  /** Told when it went well again, after how many milliseconds. */
  readonly found?: (away: number) => void;
}

/** One attempt a second is no burden for what comes back. */
const LONGEST_DELAY_MS = 1_000;
const FIRST_DELAY_MS = 50;

/** Whether a ledger may be there again later: not where it is one that this version can never use. */
export function mayBeBack(error: unknown): boolean {
  return error instanceof LedgerUnavailable && !(error instanceof LedgerUnusable);
}

/**
 * Tries until it goes well, less and less often and not at the same time as all who wait for the same thing.
 * @returns undefined when the signal aborts first
 * @throws what cannot be mended
 */
export async function retrying<T>(
  attempt: () => Promise<T>,
  { signal, mayPass = () => true, after, lost, found }: Retrying,
): Promise<T | undefined> {
  let since: number | undefined;
  let isMet = after === undefined;
  const tried = async (): Promise<T> => {
    try {
      if (!isMet) throw after;
      return await attempt();
    } catch (error) {
      isMet = true;
      if (!mayPass(error)) throw new AbortError(asError(error));
      if (since === undefined) lost?.(error);
      since ??= Date.now();
      // As an error of its own: the library does not try again what looks like a mistake in the program.
      throw new Error('tried again', { cause: error });
    }
  };
  try {
    const result = await pRetry(tried, {
      retries: Infinity,
      minTimeout: FIRST_DELAY_MS,
      maxTimeout: LONGEST_DELAY_MS,
      randomize: true,
      signal,
    });
    if (since !== undefined) found?.(Date.now() - since);
    return result;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** A time that something was away, for a person to read. */
export function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
