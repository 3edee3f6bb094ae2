import { statfsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { VERSION } from '../../version.js';
import { messageOf } from '../failure.js';
import type { Finding } from './finding.js';

/** Bytes below which a disk is nearly full. */
const LITTLE = 500_000_000;
/** Clocks of several writers may disagree by so much, in milliseconds. */
const TOLERATED_MS = 60_000;
/** Earlier ones can corrupt a write-ahead log that two connections write. */
const SQLITE = [3, 51, 3] as const;

export function examineDisk(folder: string): Finding {
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const is = `${Math.floor(free / 1_000_000)} MB are free in ${folder}`;
    if (free >= LITTLE) return { of: 'disk', is };
    return {
      of: 'disk',
      is,
      remedy: 'make room: what cannot be written is refused, and facts stay where they are',
    };
  } catch (error) {
    return { of: 'disk', is: messageOf(error), remedy: 'see that DATA_DIR names a folder that can be read' };
  }
}

/** @param latest when the last event was recorded @param now milliseconds since 1970 */
export function examineClock(latest: string | undefined, now: number): Finding {
  const ahead = latest === undefined ? 0 : Date.parse(latest) - now;
  if (ahead <= TOLERATED_MS) return { of: 'clock', is: 'nothing was recorded later than it is now' };
  return {
    of: 'clock',
    is: `the last event was recorded at ${String(latest)}, ${Math.round(ahead / 1000)} s from now`,
    remedy:
      'set the clock right. Nothing is lost and commands are taken, but recordedAt stays at that time until the clock has ' +
      'reached it, since times of recording never run backwards; to go back, restore a backup from before',
  };
}

export function examineVersions(): Finding {
  const db = new Database(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  const is = `summit-ledger ${VERSION}, Node ${process.versions.node}, SQLite ${sqlite}`;
  if (isAtLeast(sqlite.split('.').map(Number), SQLITE)) return { of: 'versions', is };
  return {
    of: 'versions',
    is,
    remedy: `install SQLite ${SQLITE.join('.')} or later (npm ci): earlier ones can corrupt a ledger`,
  };
}

function isAtLeast(version: readonly number[], least: readonly number[]): boolean {
  for (const [i, part] of least.entries()) if (version[i] !== part) return (version[i] ?? 0) > part;
  return true;
}
