import { RequestProblem } from './problem.js';

/** @throws RequestProblem `malformed_json` that says where */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RequestProblem('malformed_json', {
      detail: error instanceof SyntaxError ? error.message : 'It is not JSON.',
    });
  }
}
