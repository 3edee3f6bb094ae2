import type { Readable } from 'node:stream';
import { Allow } from 'class-validator';
import { Optional, Words } from '../../../events/index.js';
import type { CommandResult } from '../../command-handling/command-result.js';
import { parse } from '../../command-handling/parse.js';
import { parseJson } from '../json.js';
import { RequestProblem, type Problem } from '../problem.js';
import { problemOf } from '../problem-of.js';
import { linesOf, type Line } from './lines.js';

/** The longest line, in bytes: that of a single command's body. */
const MAX_LINE = 1_048_576;

interface Counter {
  readonly take: (name: string, body: unknown, idempotencyKey?: string) => Promise<CommandResult>;
  /** Told of errors of which a client learns no more than that there was one. */
  readonly unexpected: (error: unknown) => void;
}

/**
 * One line of JSON for each line of commands, in order, as soon as each is done. A line that is refused,
 * or that is no JSON, is answered with its problem, and the next goes on. Empty lines are passed over but
 * counted.
 */
export async function* results(input: Readable, counter: Counter): AsyncIterable<string> {
  let number = 0;
  for await (const line of linesOf(input, MAX_LINE)) {
    number += 1;
    if (line && isBlank(line)) continue;
    yield `${JSON.stringify({ line: number, ...(await outcome(line, counter)) })}\n`;
  }
}

function isBlank(line: Buffer): boolean {
  return line.toString('latin1').trim() === '';
}

async function outcome(line: Line, { take, unexpected }: Counter): Promise<object> {
  try {
    const { command, body, key } = parsed(line);
    return { status: 201, ...(await take(command, body, key)) };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status === 500) unexpected(error);
    return withoutType(problem);
  }
}

function withoutType({ type: _, ...rest }: Problem): Omit<Problem, 'type'> {
  return rest;
}

/** What a line of an import came to: what was recorded, or why it was refused. */
export type LineOutcome =
  | ({ readonly line: number; readonly status: 201 } & CommandResult)
  | ({ readonly line: number } & Omit<Problem, 'type'>);

/** One line of a bulk import. */
export class CommandLine {
  /** The name of a command. */
  @Words()
  command!: string;

  /** Its body. */
  @Allow()
  body: unknown;

  /** Its idempotency key. */
  @Optional()
  @Words()
  key?: string;
}

function parsed(line: Line): CommandLine {
  if (line === undefined) throw new RequestProblem('payload_too_large');
  return parse(CommandLine, parseJson(line));
}
