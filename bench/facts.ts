/** How fast the facts are built, and read as of a position. Arguments: number of records (200,000). */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Facts } from '../src/projection/facts.js';
import { openFactsFile } from '../src/projection/facts-schema.js';
import { Projector } from '../src/projection/projector.js';
import type { LedgerEvent } from '../src/ledger/ledger.js';
import { syntheticRecords } from './synthetic-records.js';

const TOTAL = Number(process.argv[2] ?? 200_000);
const BATCH = 2_000;
const [LARGE, SMALL] = [10_000, 300];
/** The first summit is a large one, all others are small. */
const summitOf = (i: number) => (i <= LARGE ? 0 : 1 + Math.floor((i - LARGE - 1) / SMALL));

function* batches(): Generator<LedgerEvent[]> {
  let batch: LedgerEvent[] = [];
  for (const event of syntheticRecords(TOTAL, summitOf)) {
    batch.push(event);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Generating the events is not counted, nor is reading them from a ledger. */
function build(file: string): void {
  const db = openFactsFile(file);
  const projector = new Projector(db);
  let spent = 0;
  for (const batch of batches()) {
    const start = performance.now();
    projector.take(batch);
    spent += performance.now() - start;
  }
  db.close();
  const megabytes = Math.round(statSync(file).size / 1_000_000);
  console.log(`${TOTAL} records projected at ${Math.round((TOTAL / spent) * 1_000)}/s into ${megabytes} MB`);
}

function median(times: readonly number[]): string {
  return `${(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN).toFixed(2)} ms`;
}

/** Each time by a reader that has parsed nothing yet, then again. */
function read(file: string, name: string, summits: readonly string[], asOf: string): void {
  const [cold, warm]: [number[], number[]] = [[], []];
  let facts = 0;
  for (const summit of summits) {
    const reader = new Facts(file);
    for (const times of [cold, warm]) {
      const start = performance.now();
      facts = reader.ofSummit(summit, asOf).length;
      times.push(performance.now() - start);
    }
    reader.close();
  }
  console.log(`${name.padEnd(36)} ${facts} dossiers: cold ${median(cold)}, again ${median(warm)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'facts-bench-'));
const file = join(folder, 'facts.sqlite');
build(file);
const small = Array.from({ length: 50 }, (_unused, i) => `s${i + 2}`);
const large = Array.from({ length: 5 }, () => 's0');
read(file, 'a small summit, at the end', small, String(TOTAL));
read(file, 'a small summit, as of the middle', small, String(TOTAL / 2));
read(file, 'a large summit, at the end', large, String(TOTAL));
read(file, 'a large summit, as of its own middle', large, String(LARGE / 2));
rmSync(folder, { recursive: true });
