import type { ServerState } from './conduct.js';
import type { Appended, Expected, Proposed } from './event-log.js';
import { streamName } from './messages.js';
import type { shared, streams } from './protocol.js';

export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly Proposed[];
}

/** No answer at all is the third outcome. */
export type Outcome = Appended | { readonly result: 'unknown_error' };

type ProposedMessage =
  | InstanceType<typeof streams.AppendReq.ProposedMessage>
  | InstanceType<typeof streams.BatchAppendReq.ProposedMessage>;
type AppendOptions =
  InstanceType<typeof streams.AppendReq.Options> | InstanceType<typeof streams.BatchAppendReq.Options>;

/** Writes and answers, unless the next fault or a shut gate says otherwise. */
export async function carryOut(
  state: ServerState,
  append: Append,
  answer: (outcome: Outcome) => void,
): Promise<void> {
  const fault = state.appendFaults.shift();
  if (fault === 'dies_before_writing') state.die();
  if (fault === 'dies_before_writing' || fault === 'lost_request') return;
  await state.gate.pass();
  const outcome = state.log.append(append.stream, append.expected, append.events);
  if (fault === 'dies_after_writing') state.die();
  else if (fault === 'unknown_error') answer({ result: fault });
  else if (fault === undefined) answer(outcome);
}

export function appendOf(
  options: AppendOptions | undefined,
  revision: string | undefined,
  messages: readonly ProposedMessage[],
): Append {
  return {
    stream: streamName(options?.getStreamIdentifier()),
    expected: expectedOf(options, revision),
    events: messages.map(proposedOf),
  };
}

function expectedOf(options: AppendOptions | undefined, revision: string | undefined): Expected {
  if (revision !== undefined) return Number(revision);
  if (options?.hasNoStream()) return 'no_stream';
  return options?.hasStreamExists() ? 'stream_exists' : 'any';
}

function proposedOf(message: ProposedMessage): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: idOf(message.getId()),
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function idOf(id: InstanceType<typeof shared.UUID> | undefined): string {
  return id?.getString() ?? '';
}
