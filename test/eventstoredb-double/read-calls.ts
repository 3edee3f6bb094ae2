import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type { ServerState } from './conduct.js';
import type { EventLog, LogRecord } from './event-log.js';
import { eventMessage, streamName, streamNotFoundMessage } from './messages.js';
import { streams } from './protocol.js';
import { refusals } from './refusals.js';
import { Subscriber } from './subscriber.js';

export type ReadReq = InstanceType<typeof streams.ReadReq>;
export type ReadResp = InstanceType<typeof streams.ReadResp>;
export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
export type ReadOptions = InstanceType<typeof streams.ReadReq.Options>;

const BACKWARDS = streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** Streams.Read: a stream, the whole log, or a subscription to the whole log. */
export function read(state: ServerState): handleServerStreamingCall<ReadReq, ReadResp> {
  return (call) => {
    const options = call.request.getOptions() ?? new streams.ReadReq.Options();
    const refusal = state.refusalFor(call.metadata);
    if (refusal) call.emit('error', refusal);
    else if (options.hasSubscription()) void new Subscriber(state, call, options).run();
    else void answer(state, call, options);
  };
}

async function answer(state: ServerState, call: ReadCall, options: ReadOptions): Promise<void> {
  await state.gate.pass();
  if (options.hasStream()) await answerStream(state.log, call, options);
  else await answerAll(state.log, call, options);
}

async function answerStream(log: EventLog, call: ReadCall, options: ReadOptions): Promise<void> {
  const wanted = options.getStream();
  const name = streamName(wanted?.getStreamIdentifier());
  const records = log.stream(name);
  if (records.length === 0) {
    await send(call, streamNotFoundMessage(name));
    return void call.end();
  }
  const revision = wanted?.hasRevision() ? Number(wanted.getRevision()) : undefined;
  const backwards = options.getReadDirection() === BACKWARDS;
  const before = revision === undefined ? records.length : revision + 1;
  await sendAll(call, options, backwards ? records.slice(0, before).reverse() : records.slice(revision ?? 0));
}

/** Forwards from a position inclusively, backwards exclusively; a filter is never looked at. */
async function answerAll(log: EventLog, call: ReadCall, options: ReadOptions): Promise<void> {
  const given = options.getAll()?.getPosition();
  if (given && log.isInsideRecord(BigInt(given.getCommitPosition()))) {
    call.emit('error', refusals.brokenPosition());
  } else if (options.getReadDirection() === BACKWARDS) {
    const before = startIndex(log, options, log.records.length);
    const records = log.records.slice(Math.max(0, before - Number(options.getCount())), before);
    await sendAll(call, options, records.reverse());
  } else {
    const from = startIndex(log, options, 0);
    await sendAll(call, options, log.records.slice(from, from + Number(options.getCount())));
  }
}

function startIndex(log: EventLog, options: ReadOptions, usually: number): number {
  const all = options.getAll();
  if (all?.hasStart()) return 0;
  const position = all?.getPosition()?.getCommitPosition();
  return position === undefined ? usually : log.indexAt(BigInt(position));
}

async function sendAll(call: ReadCall, options: ReadOptions, records: readonly LogRecord[]): Promise<void> {
  for (const record of records.slice(0, Number(options.getCount()))) {
    if (call.cancelled) return;
    await send(call, eventMessage(record));
  }
  call.end();
}

/** Waits for as long as the reader reads nothing. */
export async function send(call: ReadCall, message: ReadResp): Promise<void> {
  if (call.cancelled || call.write(message)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      call.off('drain', done).off('cancelled', done);
      resolve();
    };
    call.once('drain', done).once('cancelled', done);
  });
}
