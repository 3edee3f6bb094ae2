import { HttpException } from '@nestjs/common';
import { DamagedEvent } from '../ledger/digest.js';
import { FactsDamaged, FactsStopped, ProjectionLagging } from '../projection/projection-failures.js';
import { LedgerUnavailable, NotAPosition, RevisionConflict } from '../ledger/ledger.js';
import { UnknownEventType } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { problem, RequestProblem, statuses, type Problem, type ProblemCode } from './problem.js';

/** What a client is told of an error. Nothing of what is unexpected: that goes to the log only. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Rejected || error instanceof RequestProblem)
    return problem(error.code, error.particulars);
  const own = obstacleIn(error) ?? problemOfStorage(error);
  if (own) return own;
  const code = codeOf(statusOf(error));
  // For the others, what the framework says is less than their title.
  return code === 'bad_request' ? problem(code, { detail: detailOf(error) }) : problem(code);
}

/** What a reader of the ledger stops before, by the name of the error: what another thread throws has lost its class. */
const stops: Readonly<Partial<Record<string, ProblemCode>>> = {
  [UnknownEventType.name]: 'unknown_event_type',
  [DamagedEvent.name]: 'ledger_damaged',
};

/** What keeps the ledger from being read any further. */
function obstacleIn(error: unknown): Problem | undefined {
  if (error instanceof UnknownEventType || error instanceof DamagedEvent)
    return problem(stops[error.name] ?? 'internal', { detail: error.message });
  if (error instanceof FactsStopped)
    return problem(stops[error.reason] ?? 'projection_lagging', { detail: error.message });
  return undefined;
}

/** What the ledger and its projection could not do. */
function problemOfStorage(error: unknown): Problem | undefined {
  if (error instanceof LedgerUnavailable) return problem('ledger_unavailable');
  if (error instanceof RevisionConflict)
    return problem('ledger_unavailable', {
      detail: `${error.stream} is being written by others; send it again.`,
    });
  if (error instanceof NotAPosition)
    return problem('invalid', { fields: [{ field: 'after', message: error.message }] });
  if (error instanceof ProjectionLagging || error instanceof FactsDamaged)
    return problem('projection_lagging', { detail: error.message });
  return undefined;
}

/** The status that the framework gave an error of its own, such as a body that is too large. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

function codeOf(status: number): ProblemCode {
  const codes: readonly ProblemCode[] = [
    'bad_request',
    'not_found',
    'method_not_allowed',
    'not_acceptable',
    'payload_too_large',
    'unsupported_media_type',
  ];
  return codes.find((code) => statuses[code] === status) ?? (status < 500 ? 'bad_request' : 'internal');
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
