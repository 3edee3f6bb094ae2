import type { handleClientStreamingCall } from '@grpc/grpc-js';
import { appendOf, carryOut, type Append, type Outcome } from './appending.js';
import type { ServerState } from './conduct.js';
import type { LogRecord } from './event-log.js';
import { streams } from './protocol.js';
import { refusals } from './refusals.js';

type AppendReq = InstanceType<typeof streams.AppendReq>;
type AppendResp = InstanceType<typeof streams.AppendResp>;
type AppendCall = handleClientStreamingCall<AppendReq, AppendResp>;

const { AppendResp } = streams;

/** Streams.Append: one append a call. */
export function append(state: ServerState): AppendCall {
  return (call, answer) => {
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    const complete = (): void => {
      if (call.cancelled || requests.length === 0) return;
      const refusal = state.refusalFor(call.metadata);
      if (refusal) answer(refusal);
      else void carryOut(state, appendIn(requests), (outcome) => respond(outcome, answer));
    };
    // A call that breaks off ends as well, and is known for canceled only then: half an append must not be written.
    call.on('end', () => setImmediate(complete));
  };
}

function appendIn(requests: readonly AppendReq[]): Append {
  const options = requests[0]?.getOptions();
  const revision = options?.hasRevision() ? options.getRevision() : undefined;
  const events = requests.flatMap((request) => request.getProposedMessage() ?? []);
  return appendOf(options, revision, events);
}

function respond(outcome: Outcome, answer: Parameters<AppendCall>[1]): void {
  switch (outcome.result) {
    case 'success':
      answer(null, successResponse(outcome.last));
      break;
    case 'wrong_expected_version':
      answer(null, wrongExpectedVersionResponse(outcome.current));
      break;
    case 'too_large':
      answer(refusals.appendTooLarge());
      break;
    case 'unknown_error':
      answer(refusals.shuttingDown());
  }
}

function successResponse({ revision, position }: LogRecord): AppendResp {
  const at = new AppendResp.Position();
  at.setCommitPosition(position.toString());
  at.setPreparePosition(position.toString());
  const success = new AppendResp.Success();
  success.setCurrentRevision(String(revision));
  success.setPosition(at);
  const response = new AppendResp();
  response.setSuccess(success);
  return response;
}

function wrongExpectedVersionResponse(current: number): AppendResp {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current >= 0) wrong.setCurrentRevision(String(current));
  const response = new AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
}
