import { RequestProblem } from './problem.js';
import { faultInJson, mayLose } from './json-faults.js';

/** Bytes that are no UTF-8 are refused: replaced, they would stand in a quote for ever. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * What a JSON text says, if it comes out as it was said: a repeated key would lose one of its values, a number that
 * no double holds would become another, and half a surrogate pair cannot be written again (domain.md §2.9.1).
 * @throws RequestProblem `malformed_json` that says where
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  const value = parsed(text);
  const fault = mayLose(text, value) ? faultInJson(text) : undefined;
  if (fault !== undefined) throw malformed(fault);
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('It is not UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : 'It is not JSON.');
  }
}

function malformed(detail: string): RequestProblem {
  return new RequestProblem('malformed_json', { detail });
}
