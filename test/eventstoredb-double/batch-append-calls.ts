import type { handleBidiStreamingCall } from '@grpc/grpc-js';
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import { appendOf, carryOut, idOf, type Append, type Outcome } from './appending.js';
import type { ServerState } from './conduct.js';
import { MAX_APPEND_SIZE, type LogRecord } from './event-log.js';
import { streamIdentifier } from './messages.js';
import { shared, statuses, streams } from './protocol.js';

type Request = InstanceType<typeof streams.BatchAppendReq>;
type Response = InstanceType<typeof streams.BatchAppendResp>;
type Message = { readonly name: string; readonly bytes: Uint8Array };

const { BatchAppendResp } = streams;

/** Streams.BatchAppend: many appends on one call, each answered under its correlation id. */
export function batchAppend(state: ServerState): handleBidiStreamingCall<Request, Response> {
  return (call) => {
    const open = new Map<string, Request[]>();
    const refusal = state.refusalFor(call.metadata);
    if (refusal) return void call.emit('error', refusal);
    call.on('data', (request: Request) => {
      const correlationId = idOf(request.getCorrelationId());
      const requests = [...(open.get(correlationId) ?? []), request];
      open.set(correlationId, requests);
      if (!request.getIsFinal()) return;
      open.delete(correlationId);
      const append = appendIn(requests);
      void carryOut(state, append, (outcome) => call.write(response(append, request, outcome)));
    });
    call.on('end', () => call.end());
    call.on('error', () => call.end());
  };
}

function appendIn(requests: readonly Request[]): Append {
  const options = requests[0]?.getOptions();
  const revision = options?.hasStreamPosition() ? options.getStreamPosition() : undefined;
  return appendOf(
    options,
    revision,
    requests.flatMap((request) => request.getProposedMessagesList()),
  );
}

function response({ stream }: Append, request: Request, outcome: Outcome): Response {
  const answer = new BatchAppendResp();
  answer.setCorrelationId(request.getCorrelationId());
  answer.setStreamIdentifier(streamIdentifier(stream));
  if (outcome.result === 'success') answer.setSuccess(success(outcome.last));
  else answer.setError(error(outcome));
  return answer;
}

function success({ revision, position }: LogRecord): InstanceType<typeof streams.BatchAppendResp.Success> {
  const at = new shared.AllStreamPosition();
  at.setCommitPosition(position.toString());
  at.setPreparePosition(position.toString());
  const done = new BatchAppendResp.Success();
  done.setCurrentRevision(String(revision));
  done.setPosition(at);
  return done;
}

function error(outcome: Exclude<Outcome, { result: 'success' }>): InstanceType<typeof statuses.Status> {
  const { name, bytes } = details(outcome);
  const any = new anyMessages.Any();
  any.pack(bytes, `event_store.client.${name}`);
  const status = new statuses.Status();
  status.setMessage(outcome.result);
  status.setDetails(any);
  return status;
}

function details(outcome: Exclude<Outcome, { result: 'success' }>): Message {
  switch (outcome.result) {
    case 'wrong_expected_version': {
      const wrong = new shared.WrongExpectedVersion();
      if (outcome.current >= 0) wrong.setCurrentStreamRevision(String(outcome.current));
      return { name: 'WrongExpectedVersion', bytes: wrong.serializeBinary() };
    }
    case 'too_large': {
      const tooLarge = new shared.MaximumAppendSizeExceeded();
      tooLarge.setMaxappendsize(MAX_APPEND_SIZE);
      return { name: 'MaximumAppendSizeExceeded', bytes: tooLarge.serializeBinary() };
    }
    case 'unknown_error':
      return { name: 'Unknown', bytes: new shared.Unknown().serializeBinary() };
  }
}
