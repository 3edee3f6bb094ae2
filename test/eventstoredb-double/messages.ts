import type { LogRecord } from './event-log.js';
import { shared, streams } from './protocol.js';

type ReadResp = InstanceType<typeof streams.ReadResp>;
type ReadEvent = InstanceType<typeof streams.ReadResp.ReadEvent>;

const { ReadResp } = streams;
/** The server counts time in units of 100 ns. */
const TICKS_PER_MILLISECOND = 10_000n;

export function eventMessage(record: LogRecord): ReadResp {
  const position = record.position.toString();
  const id = new shared.UUID();
  id.setString(record.id);
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(streamIdentifier(record.stream));
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(position);
  recorded.setPreparePosition(position);
  recorded.setData(record.data);
  recorded.setCustomMetadata(record.metadata);
  recorded
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', String(BigInt(record.created.getTime()) * TICKS_PER_MILLISECOND));
  const event: ReadEvent = new ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(position);
  return message((response) => response.setEvent(event));
}

export function streamNotFoundMessage(stream: string): ReadResp {
  const notFound = new ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(streamIdentifier(stream));
  return message((response) => response.setStreamNotFound(notFound));
}

export function confirmationMessage(id: string): ReadResp {
  const confirmation = new ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  return message((response) => response.setConfirmation(confirmation));
}

export function checkpointMessage(position: bigint): ReadResp {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(position.toString());
  checkpoint.setPreparePosition(position.toString());
  return message((response) => response.setCheckpoint(checkpoint));
}

export function caughtUpMessage(): ReadResp {
  return message((response) => response.setCaughtUp(new ReadResp.CaughtUp()));
}

export function streamIdentifier(stream: string): InstanceType<typeof shared.StreamIdentifier> {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

export function streamName(identifier: InstanceType<typeof shared.StreamIdentifier> | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
}

function message(fill: (response: ReadResp) => void): ReadResp {
  const response = new ReadResp();
  fill(response);
  return response;
}
