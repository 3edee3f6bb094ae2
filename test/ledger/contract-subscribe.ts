import { expect, it } from '@jest/globals';
import { comparePositions, NO_STREAM, START, type Ledger, type Page } from '../../src/ledger/ledger.js';
import { idsOf, newCategory, newStream, noted, several, take, writeAtOnce } from './writing.js';

/** No engine may hand over more at once, or a slow reader would cost memory. */
const LARGEST_PAGE = 1_024;

export function subscribeContract(ledger: () => Ledger): void {
  const follow = (after: string, category: string, signal = new AbortController().signal) =>
    ledger().subscribe(after, signal, { categories: [category] });

  it('hands over from history to what is live without gap or duplicate', async () => {
    const category = newCategory();
    const before = await ledger().head();
    const history = await writeAtOnce(ledger(), category, { writers: 40, events: 30 });
    const early = take(follow(before, category), 2_400);
    const live = writeAtOnce(ledger(), category, { writers: 40, events: 30 });
    const late = take(follow(before, category), 2_400);
    const written = [...history, ...(await live)].sort((a, b) => comparePositions(a.position, b.position));
    expect(await early).toEqual(written);
    expect(await late).toEqual(written);
  }, 60_000);

  it('goes on after the position of any page', async () => {
    const category = newCategory();
    const before = await ledger().head();
    const written = await ledger().append(newStream(category), NO_STREAM, several(50));
    const [middle] = written.slice(24);
    expect(await take(follow(middle?.position ?? before, category), 25)).toEqual(written.slice(25));
  });

  it('says that it has caught up where nothing passes', async () => {
    const pages = follow(await ledger().head(), newCategory());
    for await (const page of pages) {
      expect(page.events).toEqual([]);
      if (page.caughtUp) break;
    }
  });

  it('lets through by type and category, in history and live', async () => {
    const category = newCategory();
    const before = await ledger().head();
    const filter = { types: ['Signed'], categories: [category] };
    const mixed = () => ['Held', 'Signed'].map((type) => noted({}, type));
    await ledger().append(newStream(category), NO_STREAM, mixed());
    const followed = take(ledger().subscribe(before, new AbortController().signal, filter), 2);
    await ledger().append(newStream(), NO_STREAM, mixed());
    await ledger().append(newStream(category), NO_STREAM, mixed());
    expect((await followed).map(({ type, stream }) => [type, stream.startsWith(category)])).toEqual([
      ['Signed', true],
      ['Signed', true],
    ]);
  });

  it('holds nobody back for a slow reader, who loses nothing', async () => {
    const category = newCategory();
    const before = await ledger().head();
    const gate = Promise.withResolvers<undefined>();
    const slow = (async () => {
      const pages: Page[] = [];
      for await (const page of follow(before, category)) {
        pages.push(page);
        await gate.promise;
        if (pages.flatMap(({ events }) => events).length >= 3_000) break;
      }
      return pages;
    })();
    const written = await writeAtOnce(ledger(), category, { writers: 100, events: 30 });
    const fast = await take(follow(before, category), 3_000);
    gate.resolve(undefined);
    const pages = await slow;
    expect(idsOf(fast)).toHaveLength(written.length);
    expect(pages.flatMap(({ events }) => idsOf(events))).toEqual(idsOf(fast));
    expect(Math.max(...pages.map(({ events }) => events.length))).toBeLessThanOrEqual(LARGEST_PAGE);
  }, 60_000);

  it('leaves the others alone when a reader fails', async () => {
    const category = newCategory();
    const before = await ledger().head();
    const failing = (async () => {
      for await (const page of follow(before, category)) {
        if (page.events.length > 0) throw new Error('this reader fails');
      }
    })();
    const outcome = expect(failing).rejects.toThrow('this reader fails');
    const steady = take(follow(before, category), 20);
    const written = await ledger().append(newStream(category), NO_STREAM, several(10));
    await outcome;
    const more = await ledger().append(newStream(category), NO_STREAM, several(10));
    expect(await steady).toEqual([...written, ...more]);
  });

  it('ends when it is aborted, while waiting and before it has begun', async () => {
    const controller = new AbortController();
    const pages = follow(await ledger().head(), newCategory(), controller.signal)[Symbol.asyncIterator]();
    let next = await pages.next();
    while (!next.done && !next.value.caughtUp) next = await pages.next();
    const waiting = pages.next();
    controller.abort();
    expect((await waiting).done).toBe(true);
    for await (const page of follow(START, newCategory(), controller.signal)) expect(page).toBeUndefined();
  });

  it('ends in the middle of history when it is aborted', async () => {
    const category = newCategory();
    const before = await ledger().head();
    await writeAtOnce(ledger(), category, { writers: 30, events: 40 });
    const controller = new AbortController();
    let seen = 0;
    for await (const page of follow(before, category, controller.signal)) {
      seen += page.events.length;
      if (seen > 0) controller.abort();
    }
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThanOrEqual(LARGEST_PAGE);
  });
}
