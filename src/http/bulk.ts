import type { Readable } from 'node:stream';
import type { Answer } from '../recording/answer.js';
import { Rejected } from '../records/rejected.js';
import { RequestProblem, type Problem } from './problem.js';
import { problemOf } from './problem-of.js';

/** The longest line, in bytes: that of a single command's body. */
const MAX_LINE = 1_048_576;

type Take = (name: string, body: unknown, idempotencyKey?: string) => Promise<Answer>;

/**
 * One line of JSON for each line of commands, in order, as soon as each is done. A line that is refused,
 * or that is no JSON, is answered with its problem, and the next goes on. Empty lines are passed over but
 * counted.
 */
export async function* results(input: Readable, take: Take): AsyncIterable<string> {
  let number = 0;
  for await (const line of lines(input)) {
    number += 1;
    if (line === '') continue;
    yield `${JSON.stringify({ line: number, ...(await outcome(line, take)) })}\n`;
  }
}

async function outcome(line: string | undefined, take: Take): Promise<object> {
  try {
    const { command, body, key } = parsed(line);
    return { status: 201, ...(await take(command, body, key)) };
  } catch (error) {
    return withoutType(problemOf(error));
  }
}

function withoutType({ type: _, ...rest }: Problem): Omit<Problem, 'type'> {
  return rest;
}

interface CommandLine {
  readonly command: string;
  readonly body: unknown;
  readonly key?: string;
}

function parsed(line: string | undefined): CommandLine {
  if (line === undefined) throw new RequestProblem('payload_too_large');
  const value = json(line);
  const fields = ['command', 'body', 'key'];
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const unknown = isObject ? Object.keys(value).filter((field) => !fields.includes(field)) : [];
  const { command, body, key }: Partial<Record<string, unknown>> = isObject ? { ...value } : {};
  const faults = [
    ...(typeof command === 'string' ? [] : [{ field: 'command', message: 'must be the name of a command' }]),
    ...(key === undefined || typeof key === 'string' ? [] : [{ field: 'key', message: 'must be a text' }]),
    ...unknown.map((field) => ({ field, message: 'is not a known field' })),
  ];
  if (typeof command !== 'string' || faults.length > 0) throw new Rejected('invalid', { fields: faults });
  return { command, body, ...(typeof key === 'string' && { key }) };
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new RequestProblem('malformed_json');
  }
}

/** The lines of a stream, trimmed; undefined for one that is too long, whose bytes are let go. */
async function* lines(input: Readable): AsyncIterable<string | undefined> {
  const decoder = new TextDecoder();
  let held = '';
  let tooLong = false;
  for await (const chunk of input) {
    // A request's body comes in as bytes.
    const parts = (held + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    held = parts.pop() ?? '';
    for (const part of parts) {
      yield tooLong || part.length > MAX_LINE ? undefined : part.trim();
      tooLong = false;
    }
    if (held.length > MAX_LINE) [held, tooLong] = ['', true];
  }
  if (tooLong || held.trim() !== '') yield tooLong ? undefined : held.trim();
}
