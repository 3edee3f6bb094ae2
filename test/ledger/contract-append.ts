import { expect, it } from '@jest/globals';
import { verifiedDigest } from '../../src/ledger/digest.js';
import { comparePositions, NO_STREAM, RevisionConflict, type Ledger } from '../../src/ledger/ledger.js';
import { idsOf, newStream, noted, several } from './writing.js';

const RFC_3339_MILLISECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function appendContract(ledger: () => Ledger): void {
  it('answers with the events as recorded, numbered from 0', async () => {
    const stream = newStream();
    const events = several(3);
    const recorded = await ledger().append(stream, NO_STREAM, events);
    expect(recorded).toMatchObject(events.map((event, revision) => ({ ...event, stream, revision })));
    expect(recorded).toEqual(await ledger().read(stream));
  });

  it('orders events by position and goes on numbering where the stream ended', async () => {
    const stream = newStream();
    const first = await ledger().append(stream, NO_STREAM, several(2));
    const second = await ledger().append(stream, 1, several(2));
    const recorded = [...first, ...second];
    expect(recorded.map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
    const positions = recorded.map(({ position }) => position);
    expect([...new Set(positions)].sort(comparePositions)).toEqual(positions);
  });

  it('names the actual revision when the stream has moved on', async () => {
    const stream = newStream();
    await ledger().append(stream, NO_STREAM, several(3));
    const late = ledger().append(stream, 0, [noted()]);
    await expect(late).rejects.toBeInstanceOf(RevisionConflict);
    await expect(late).rejects.toMatchObject({ stream, expectedRevision: 0, actualRevision: 2 });
    expect(await ledger().read(stream)).toHaveLength(3);
  });

  it('refuses to begin a stream that exists, and to go on with one that does not', async () => {
    const stream = newStream();
    await ledger().append(stream, NO_STREAM, [noted()]);
    const again = ledger().append(stream, NO_STREAM, [noted()]);
    await expect(again).rejects.toMatchObject({ name: 'RevisionConflict', actualRevision: 0 });
    const missing = ledger().append(newStream(), 4, [noted()]);
    await expect(missing).rejects.toMatchObject({ name: 'RevisionConflict', actualRevision: NO_STREAM });
  });

  it('lets exactly one of 30 begin a stream', async () => {
    const stream = newStream();
    const attempts = Array.from({ length: 30 }, () => ledger().append(stream, NO_STREAM, [noted()]));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionConflict);
    }
    expect(await ledger().read(stream)).toHaveLength(1);
  });

  it('answers a repeated append with what was recorded first, even after later events', async () => {
    const stream = newStream();
    const events = several(2);
    const [first, sameTime] = await Promise.all([
      ledger().append(stream, NO_STREAM, events),
      ledger().append(stream, NO_STREAM, events),
    ]);
    await ledger().append(stream, 1, several(2));
    expect(sameTime).toEqual(first);
    expect(await ledger().append(stream, NO_STREAM, events)).toEqual(first);
    expect(await ledger().read(stream)).toHaveLength(4);
  });

  it('does not take an append for a repeated one when only some ids are the same', async () => {
    const stream = newStream();
    const events = several(2);
    await ledger().append(stream, NO_STREAM, events);
    const longer = ledger().append(stream, NO_STREAM, [...events, noted()]);
    await expect(longer).rejects.toBeInstanceOf(RevisionConflict);
    expect(idsOf(await ledger().read(stream))).toEqual(idsOf(events));
  });

  it('writes all events of an append or none', async () => {
    const stream = newStream();
    const appends = Array.from({ length: 10 }, () => ledger().append(stream, NO_STREAM, several(5)));
    await Promise.allSettled(appends);
    expect(await ledger().read(stream)).toHaveLength(5);
  });

  it('gives back data and metadata as they were', async () => {
    const stream = newStream();
    const data = {
      quote: '“조선반도” – Việt Nam \u{1F91D} \u0000 "quoted" \\ \n',
      nested: { list: [1, -2.5, 1e-7, true, null, { deep: [] }], empty: {} },
    };
    const metadata = { recordedBy: 'Đỗ', 'content-sha256': 'ab12', empty: '' };
    await ledger().append(stream, NO_STREAM, [{ ...noted(data), metadata }]);
    const [event] = await ledger().read(stream);
    expect(event?.data).toEqual({ quote: data.quote, nested: data.nested });
    const { sha256, ...said } = event?.metadata ?? {};
    expect(said).toEqual({ ...metadata, recordedAt: event?.recordedAt });
    expect(event && verifiedDigest(event)).toBe(sha256);
  });

  it('takes several events of some 100 KB at once', async () => {
    const stream = newStream();
    const events = several(5).map((event) => ({ ...event, data: { transcript: 'ŏ'.repeat(48_000) } }));
    await ledger().append(stream, NO_STREAM, events);
    expect(await ledger().read(stream)).toMatchObject(events);
  });

  it('takes an event of some 500 KB', async () => {
    const stream = newStream();
    const event = noted({ transcript: 'x'.repeat(500_000) });
    await ledger().append(stream, NO_STREAM, [event]);
    expect(await ledger().read(stream)).toMatchObject([event]);
  });

  it('says when it recorded, never running backwards', async () => {
    const stream = newStream();
    for (let revision = NO_STREAM; revision < 20; revision += 1) {
      await ledger().append(stream, revision, [noted()]);
    }
    const times = (await ledger().read(stream)).map(({ recordedAt }) => recordedAt);
    for (const time of times) expect(time).toMatch(RFC_3339_MILLISECONDS);
    expect([...times].sort()).toEqual(times);
  });

  it('keeps the time of recording that a copied event brings', async () => {
    const stream = newStream();
    const copied = { ...noted(), metadata: { recordedAt: '2019-02-28T09:35:00.000Z' } };
    const [event] = await ledger().append(stream, NO_STREAM, [copied]);
    expect(event?.recordedAt).toBe('2019-02-28T09:35:00.000Z');
  });
}
