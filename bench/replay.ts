/**
 * How many frames a second a replay makes of summits of different sizes, in process, and how long it works at most
 * before others may have a turn. Arguments: records of the summits (100,1000,10000), seconds for one replay at most
 * (10), the folder of an older edition of this repository to compare with, such as a git worktree (none).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Facts } from '../src/projection/facts.js';
import { openFactsFile } from '../src/projection/facts-schema.js';
import { Projector } from '../src/projection/projector.js';
import { syntheticRecords } from './synthetic-records.js';

const [sizes = '100,1000,10000', seconds = '10', older] = process.argv.slice(2);
const VIEWS = ['schedule-vs-actual', 'timeline', 'statements', 'outcome'];
const AXES = ['asOf', 'at', 'publicAt'];
const SUMMIT = 's0';

type Replay = (facts: Facts, view: string, axis: string) => Iterable<unknown>;

interface Figures {
  readonly frames: number;
  readonly perSecond: number;
  /** The longest that it worked at once, in milliseconds. */
  readonly longest: number;
  readonly isCut: boolean;
}

/** What replays in an edition. What of it is used here has the same names and shapes in an older one. */
async function editionIn(folder: string): Promise<Replay> {
  const load = (path: string): Promise<unknown> => import(pathToFileURL(resolve(folder, 'src', path)).href);
  const [diff, reader, resolver, catalogue] = (await Promise.all([
    load('http/views/view-diff.ts'),
    load('http/views/view-reader.ts'),
    load('http/moment-resolver.ts'),
    load('views/catalogue.ts'),
  ])) as [
    {
      readonly ViewDiff: new (...parts: unknown[]) => { replay: (...asked: unknown[]) => Iterable<unknown> };
    },
    { readonly ViewReader: new (facts: unknown) => unknown },
    { readonly MomentResolver: new (...parts: unknown[]) => unknown },
    typeof import('../src/views/catalogue.js'),
  ];
  return (facts, name, axis) => {
    // A moment is told by the facts alone; who waits for them is not needed.
    const moments = new resolver.MomentResolver(undefined, facts, undefined, undefined);
    const view = catalogue.summitViews.find((one) => one.name === name);
    if (!view) throw new Error(`there is no view ${name}`);
    const question = { view, subject: SUMMIT, parameters: new view.parameters() };
    return new diff.ViewDiff(new reader.ViewReader(facts), moments).replay(question, {}, { axis });
  };
}

function measure(replay: Replay, facts: Facts, view: string, axis: string): Figures {
  const begun = performance.now();
  let [frames, longest, last] = [0, 0, begun];
  const until = begun + Number(seconds) * 1_000;
  let isCut = false;
  for (const frame of replay(facts, view, axis)) {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (frame !== undefined) frames += 1;
    isCut = now > until;
    if (isCut) break;
  }
  const perSecond = (frames * 1_000) / (performance.now() - begun);
  return { frames, perSecond, longest, isCut };
}

function told({ frames, perSecond, longest, isCut }: Figures): string {
  const rate = `${Math.round(perSecond).toLocaleString('en')}/s`;
  return `${rate.padStart(9)} (${frames} frames${isCut ? ', cut' : ''}; at once ${longest.toFixed(0)} ms)`;
}

const now = await editionIn('.');
const before = older === undefined ? undefined : await editionIn(older);
for (const size of sizes.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'replay-bench-'));
  const file = join(folder, 'facts.sqlite');
  const db = openFactsFile(file);
  new Projector(db).take([...syntheticRecords(size, () => 0)]);
  db.close();
  const facts = new Facts(file);
  for (const view of VIEWS)
    for (const axis of AXES) {
      const old = before && measure(before, facts, view, axis);
      const figures = measure(now, facts, view, axis);
      const ratio = old
        ? `   before ${told(old)}   ratio ${(figures.perSecond / old.perSecond).toFixed(1)}`
        : '';
      console.log(`${String(size).padStart(6)} ${view.padEnd(20)}${axis.padEnd(10)}${told(figures)}${ratio}`);
    }
  facts.close();
  rmSync(folder, { recursive: true });
}
