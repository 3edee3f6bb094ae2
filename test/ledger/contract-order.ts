import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Ledger } from '../../src/ledger/ledger.js';
import { appendAtEnd, newCategory, readToEnd, several, take } from './writing.js';

const STREAMS = 3;
const appends = fc.array(
  fc.record({ stream: fc.nat({ max: STREAMS - 1 }), events: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 25 },
);

export function orderContract(ledger: () => Ledger): void {
  it('is one, without gaps in any stream, however appends race', async () => {
    await fc.assert(
      fc.asyncProperty(appends, async (plan) => {
        const filter = { categories: [newCategory()] };
        const before = await ledger().head();
        const total = plan.reduce((sum, { events }) => sum + events, 0);
        const followed = take(ledger().subscribe(before, new AbortController().signal, filter), total);
        await Promise.all(
          plan.map(({ stream, events }) =>
            appendAtEnd(ledger(), `${filter.categories[0]}-${stream}`, several(events)),
          ),
        );

        const { events } = await readToEnd(ledger(), before, filter);
        expect(events).toHaveLength(total);
        expect(await followed).toEqual(events);
        for (let stream = 0; stream < STREAMS; stream += 1) {
          const ofStream = events.filter((event) => event.stream.endsWith(`-${stream}`));
          expect(ofStream.map(({ revision }) => revision)).toEqual([...ofStream.keys()]);
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
}
