/** What the command line ends with; `--help` says so too. */
export const exitCodes = { done: 0, failed: 1, refused: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command cannot go on. Its message is one clear sentence for the person at the terminal. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.failed,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

/** No service answers, or the connection to it broke. */
export class ServiceAway extends Failure {
  constructor(url: string) {
    super(`No service answers at ${url}; start one with: summit-ledger serve`);
    this.name = 'ServiceAway';
  }
}

/** The service understood and said no. */
export class Refused extends Failure {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message, exitCodes.refused);
    this.name = 'Refused';
  }
}

/** What an error says, wherever it was made: `instanceof` holds in one realm only. */
export function messageOf(error: unknown): string {
  return field(error, 'message') ?? String(error);
}

/** The system's name of an error, such as `ENOENT`. */
export function systemCodeOf(error: unknown): string | undefined {
  return field(error, 'code');
}

/** Whether an error is fetch's own, of a connection that could not be made or broke: a TypeError with a cause. */
export function isConnectionLost(error: unknown): boolean {
  return (
    field(error, 'name') === 'TypeError' && typeof error === 'object' && error !== null && 'cause' in error
  );
}

function field(error: unknown, name: string): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
