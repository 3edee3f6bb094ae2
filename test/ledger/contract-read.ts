import { expect, it } from '@jest/globals';
import { comparePositions, NO_STREAM, START, type Ledger } from '../../src/ledger/ledger.js';
import { idsOf, newCategory, newStream, noted, readToEnd, several, writeAtOnce } from './writing.js';

export function readContract(ledger: () => Ledger, reopen: () => Promise<Ledger>): void {
  it('reads a stream from a revision on', async () => {
    const stream = newStream();
    const recorded = await ledger().append(stream, NO_STREAM, several(5));
    expect(await ledger().read(stream, 2)).toEqual(recorded.slice(2));
    expect(await ledger().read(stream, 5)).toEqual([]);
  });

  it('reads a missing stream as empty', async () => {
    expect(await ledger().read(newStream())).toEqual([]);
  });

  it('reads everything after a position, in pages no larger than asked for', async () => {
    const category = newCategory();
    const before = await ledger().head();
    const written = await writeAtOnce(ledger(), category, { writers: 3, events: 20 });
    const { events, pages } = await readToEnd(ledger(), before, { categories: [category] }, 7);
    expect(pages.every((page) => page.events.length <= 7)).toBe(true);
    expect(events).toHaveLength(60);
    expect(events).toEqual([...written].sort((a, b) => comparePositions(a.position, b.position)));
    const [middle] = events.slice(30);
    const rest = await readToEnd(ledger(), middle?.position ?? START, { categories: [category] });
    expect(rest.events).toEqual(events.slice(31));
  });

  it('lets events through by type, by category and by both', async () => {
    const [one, other] = [newCategory(), newCategory()];
    const before = await ledger().head();
    for (const category of [one, other]) {
      const events = ['Held', 'Signed', 'Canceled'].map((type) => noted({}, type));
      await ledger().append(newStream(category), NO_STREAM, events);
    }
    const read = async (types?: string[], categories = [one, other]): Promise<string[]> => {
      const { events } = await readToEnd(ledger(), before, types ? { types, categories } : { categories });
      return events.map(({ type }) => type);
    };
    expect(await read(['Held', 'Canceled'])).toEqual(['Held', 'Canceled', 'Held', 'Canceled']);
    expect(await read(undefined, [other])).toEqual(['Held', 'Signed', 'Canceled']);
    expect(await read(['Signed'], [one])).toEqual(['Signed']);
    expect(await read(['Announced'])).toEqual([]);
  });

  it('does not take a longer category for a shorter one', async () => {
    const category = newCategory();
    const before = await ledger().head();
    await ledger().append(newStream(`${category}x`), NO_STREAM, [noted()]);
    expect((await readToEnd(ledger(), before, { categories: [category] })).events).toEqual([]);
  });

  it('moves on over events that do not pass', async () => {
    const before = await ledger().head();
    const [last] = (await ledger().append(newStream(), NO_STREAM, several(5))).slice(-1);
    const { pages } = await readToEnd(ledger(), before, { categories: [newCategory()] });
    const reached = pages.at(-1)?.position ?? START;
    expect(comparePositions(reached, last?.position ?? START)).toBeGreaterThanOrEqual(0);
  });

  it('names as its head a position that is no earlier than the last event', async () => {
    const [event] = await ledger().append(newStream(), NO_STREAM, [noted()]);
    const head = await ledger().head();
    expect(comparePositions(head, event?.position ?? START)).toBeGreaterThanOrEqual(0);
    expect(comparePositions(START, head)).toBeLessThan(0);
  });

  it('keeps everything when it is opened again', async () => {
    const category = newCategory();
    const stream = newStream(category);
    const before = await ledger().head();
    const recorded = await ledger().append(stream, NO_STREAM, several(3));
    const reopened = await reopen();
    expect(await reopened.read(stream)).toEqual(recorded);
    expect((await readToEnd(reopened, before, { categories: [category] })).events).toEqual(recorded);
    const [next] = await reopened.append(stream, 2, [noted()]);
    expect(comparePositions(recorded.at(-1)?.position ?? START, next?.position ?? START)).toBeLessThan(0);
    expect(idsOf(await reopened.read(stream, 3))).toEqual([next?.id]);
  });
}
