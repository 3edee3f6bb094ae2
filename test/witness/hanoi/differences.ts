import { becausePerField } from '../../ledgers/because-per-field.js';
import type { Difference } from '../../ledgers/difference.js';

interface Shifted {
  readonly added: readonly [{ readonly row: object }];
  readonly changed: readonly {
    readonly index: number;
    readonly field: string;
    readonly after: unknown;
    readonly because: unknown;
  }[];
}

/** What was told as the next row added again, and this one put in its place. */
function addedBefore(line: string): string {
  // The frame that is meant adds one row, and changes one.
  const frame = JSON.parse(line) as Shifted;
  const [{ row }] = frame.added;
  const [{ index, because } = { index: 0, because: [] }] = frame.changed;
  const own = Object.fromEntries(frame.changed.map(({ field, after }) => [field, after]));
  return JSON.stringify({ ...frame, added: [{ index, row: { ...row, ...own }, because }], changed: [] });
}

/** What later editions answer otherwise about the article, and why. */
export const differences: readonly Difference[] = [
  {
    why: 'domain.md §3.11: because holds the records that the field rests on, no others',
    question: /\/(?:diff|replay)\?/,
    becomes: becausePerField(),
  },
  {
    why: 'domain.md §3.11: a row that shares its bounds with the next is added before it, and the next stays as it is',
    question: '/v1/summits/hanoi-2019/timeline/replay?axis=asOf&from=52&to=87',
    becomes: (before) => ({
      ...before,
      body: String(before.body)
        .split('\n')
        .map((line) => (line.includes('"point":"54"') ? addedBefore(line) : line))
        .join('\n'),
    }),
  },
];
