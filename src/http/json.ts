import { RequestProblem } from './problem.js';

/** Bytes that are no UTF-8 are refused: replaced, they would stand in a quote for ever. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws RequestProblem `malformed_json` that says where */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new RequestProblem('malformed_json', {
      detail: error instanceof SyntaxError ? error.message : 'It is not UTF-8.',
    });
  }
}
