import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  streamNameFilter,
  UnknownError,
  WrongExpectedVersionError,
  type AllStreamSubscription,
  type AppendExpectedRevision,
  type Position,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventStoreDbDouble } from './double.js';

/** What the ledger relies on, asked through the bare client; the real server was seen to answer so, too. */
function serverBehavior(name: string, start: () => Promise<{ url: string; stop: () => void }>): void {
  describe(name, () => {
    let client: EventStoreDBClient;
    let server: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      server = await start();
      client = EventStoreDBClient.connectionString(server.url);
    });
    afterAll(async () => {
      await client.dispose();
      server.stop();
    });

    const noted = (id = randomUUID(), data = {}, type = 'Noted') => jsonEvent({ id, type, data });
    const append = (
      stream: string,
      events: ReturnType<typeof noted>[],
      expectedRevision: AppendExpectedRevision = NO_STREAM,
    ) => client.appendToStream(stream, events, { expectedRevision });
    const newStream = () => `behavior-${randomUUID()}`;
    async function positionAfter(events: number): Promise<Position> {
      const { position } = await append(
        newStream(),
        Array.from({ length: events }, () => noted()),
      );
      if (!position) throw new Error('the server tells no positions');
      return position;
    }
    async function idsOfAll(fromPosition: Position, direction?: typeof BACKWARDS): Promise<bigint[]> {
      const positions: bigint[] = [];
      const options = { fromPosition, maxCount: 3, ...(direction && { direction }) };
      for await (const { event } of client.readAll(options)) positions.push(event?.position.commit ?? -1n);
      return positions;
    }

    it('reads all forwards from a position inclusively, backwards exclusively, system events too', async () => {
      const position = await positionAfter(2);
      await positionAfter(1);
      expect((await idsOfAll(position))[0]).toBe(position.commit);
      const [before] = await idsOfAll(position, BACKWARDS);
      expect(before).toBeLessThan(position.commit);
      const types = new Set<string>();
      for await (const { event } of client.readAll({ maxCount: 100 })) types.add(event?.type ?? '');
      expect([...types].some((type) => type.startsWith('$'))).toBe(true);
    });

    it('cannot read in the middle of a record, and finds nothing beyond the end', async () => {
      const { commit } = await positionAfter(1);
      const at = (position: bigint) => ({ commit: position, prepare: position });
      await expect(idsOfAll(at(commit + 1n))).rejects.toBeInstanceOf(UnknownError);
      expect(await idsOfAll(at(commit + 1_000_000n))).toEqual([]);
    });

    it('answers the same ids at the same revision as at first, whatever their data', async () => {
      const stream = newStream();
      const id = randomUUID();
      const first = await append(stream, [noted(id, { version: 1 })]);
      await append(stream, [noted()], 0n);
      expect(await append(stream, [noted(id, { version: 2 })])).toEqual(first);
      const data = [];
      for await (const { event } of client.readStream(stream)) data.push(event?.data);
      expect(data).toEqual([{ version: 1 }, {}]);
    });

    it('writes the same id again at the next revision', async () => {
      const stream = newStream();
      const event = noted();
      await append(stream, [event]);
      await append(stream, [event], 0n);
      const ids = [];
      for await (const recorded of client.readStream(stream)) ids.push(recorded.event?.id);
      expect(ids).toEqual([event.id, event.id]);
    });

    it('refuses a batch that was written once one more event is in it', async () => {
      const stream = newStream();
      const batch = [noted(), noted()];
      await append(stream, batch);
      const longer = append(stream, [...batch, noted()]);
      await expect(longer).rejects.toBeInstanceOf(WrongExpectedVersionError);
      await expect(longer).rejects.toMatchObject({ message: '', actualVersion: 1n });
    });

    it('refuses an append of more than 1 MiB', async () => {
      const large = append(newStream(), [noted(undefined, { text: 'x'.repeat(1_050_000) })]);
      await expect(large).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    });

    it('subscribes after a position exclusively, lets through by type or stream, and says when it has caught up', async () => {
      const fromPosition = await positionAfter(1);
      const stream = newStream();
      await append(stream, [noted(undefined, {}, 'Held'), noted(undefined, {}, 'Signed')]);
      await append(`other-${randomUUID()}`, [noted(undefined, {}, 'Signed')]);
      const byType = client.subscribeToAll({
        fromPosition,
        filter: eventTypeFilter({ prefixes: ['Signed'] }),
      });
      const byStream = client.subscribeToAll({
        fromPosition,
        filter: streamNameFilter({ prefixes: [stream] }),
      });
      const ours = client.subscribeToAll({ fromPosition, filter: excludeSystemEvents() });
      const [signed, ofStream, all] = await Promise.all([byType, byStream, ours].map(typesUntilCaughtUp));
      expect(signed).toEqual(['Signed', 'Signed']);
      expect(ofStream).toEqual(['Held', 'Signed']);
      expect(all).toEqual(['Held', 'Signed', 'Signed']);
    });

    it('reads backwards from the end', async () => {
      const { commit } = await positionAfter(1);
      const positions = [];
      for await (const { event } of client.readAll({
        fromPosition: END,
        direction: BACKWARDS,
        maxCount: 5,
      })) {
        positions.push(event?.position.commit);
      }
      expect(positions).toContain(commit);
    });
  });
}

async function typesUntilCaughtUp(subscription: AllStreamSubscription): Promise<string[]> {
  const types: string[] = [];
  const caughtUp = new Promise<void>((resolve, reject) => {
    subscription.on('error', reject);
    subscription.on('caughtUp', resolve);
  });
  subscription.on('data', ({ event }) => types.push(event?.type ?? ''));
  await caughtUp;
  await subscription.unsubscribe();
  return types;
}

serverBehavior('the double of EventStoreDB', async () => {
  const double = await EventStoreDbDouble.start();
  return { url: double.url, stop: () => double.kill() };
});

const realServer = process.env['EVENTSTOREDB_URL'];
if (realServer) {
  serverBehavior('EventStoreDB', () => Promise.resolve({ url: realServer, stop: () => undefined }));
}

describe('the double of EventStoreDB', () => {
  it('reports a checkpoint that lies nowhere when a filter from the start finds nothing', async () => {
    const double = await EventStoreDbDouble.start();
    const client = EventStoreDBClient.connectionString(double.url);
    const checkpoint = await new Promise<Position>((resolve) => {
      const filter = streamNameFilter({
        prefixes: ['nobody'],
        checkpointReached: (_, position) => resolve(position),
      });
      client.subscribeToAll({ filter }).on('error', () => undefined);
    });
    expect(checkpoint.commit).toBe(18_446_744_073_709_551_615n);
    await client.dispose();
    double.kill();
  });
});
