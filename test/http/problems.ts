import { expect } from '@jest/globals';
import type { Reply, Service } from '../service.js';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly records?: readonly string[];
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
}

/** What would tell a stranger how the service is built. */
const INSIDES = /node_modules|\/src\/|\/dist\/|\.[jt]s:\d|\n\s+at |SQLITE|\/tmp\//;

/** The answer as the problem document that every refusal is, with the code that is expected. */
export function expectProblem(reply: Reply<Problem>, status: number, code: string): Problem {
  expect({ status: reply.status, body: reply.body }).toMatchObject({ status, body: { status, code } });
  expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(reply.headers.get('x-request-id')).not.toBeNull();
  expect(reply.body.type).toBe(`urn:summit-ledger:problem:${code}`);
  expect(reply.body.title).not.toBe('');
  expect(reply.text).not.toMatch(INSIDES);
  return reply.body;
}

/** The problem with which the service refuses, having changed nothing. */
export async function refusal(
  service: Service,
  ask: () => Promise<Reply<Problem>>,
  [status, code]: readonly [number, string],
): Promise<Problem> {
  const before = await service.head();
  const problem = expectProblem(await ask(), status, code);
  expect(await service.head()).toBe(before);
  return problem;
}

export function fieldsOf({ fields }: Problem): string[] {
  return (fields ?? []).map(({ field }) => field);
}
