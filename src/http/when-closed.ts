import type { ServerResponse } from 'node:http';

/** Acts once an answer is over: sent, or given up by its client, be it before anybody asked. */
export function whenClosed(answer: ServerResponse, act: () => void): void {
  if (answer.closed || answer.destroyed) act();
  else answer.once('close', act);
}
