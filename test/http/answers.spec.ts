import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Service, type Body, type Posting } from '../service.js';

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly { readonly name: string; readonly in: string }[];
            readonly responses: Readonly<
              Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Body }>> }>
            >;
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Body>> };
}

const EXAMPLES = ['hanoi-2019', 'paris-2015', 'vallo-2024'];
const run = promisify(execFile);
let service: Service;
let text: string;
let document: Document;

beforeAll(async () => {
  service = await Service.start();
  for (const name of EXAMPLES) {
    const lines = (await readFile(`examples/${name}.ndjson`, 'utf8')).trim().split('\n');
    await service.given(...lines.map((line) => JSON.parse(line) as Posting)); // a command a line
  }
  ({ text } = await service.get('/openapi.json'));
  document = JSON.parse(text) as Document; // what the service says of itself, which the tests below look at
});

afterAll(() => service.remove());

/** Real addresses for those of the document. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  '{summit}': EXAMPLES,
  '{view}': ['schedule-vs-actual', 'outcome'],
  '{stream}/{recordId}': [
    'summit-hanoi-2019/H38',
    'actor-us/0',
    'statement-hanoi-2019-H27/H27',
    'commitment-no-testing/H20',
  ],
  '{stream}': ['summit-hanoi-2019'],
  '/series/{id}': ['/series/us-dprk-leaders'],
  '/actors/{id}': ['/actors/us.trump', '/actors/anon-vox'],
  '/sources/{id}': ['/sources/S01', '/sources/S04'],
};

function addressesOf(pattern: string): string[] {
  const [part, values] = Object.entries(subjects).find(([name]) => pattern.includes(name)) ?? [];
  if (part === undefined || !values) return [pattern];
  return values.flatMap((value) => addressesOf(pattern.replace(part, value)));
}

function queriesOf(pattern: string): string[] {
  if (pattern.endsWith('/diff')) return ['?axis=asOf&from=20', '?axis=at&from=2019-02-27T00:00:00Z'];
  if (/health|api\.json|metrics/.test(pattern)) return [''];
  return pattern.includes('events') ? [''] : ['', '?at=2019-02-28T00:00:00Z', '?asOf=90'];
}

interface Described {
  readonly path: string;
  readonly schema: Body;
}

/** The addresses that answer with JSON, and the schemas of their answers. */
const described = (): readonly Described[] =>
  Object.entries(document.paths).flatMap(([path, { get }]) => {
    const schema = get?.responses['200']?.content?.['application/json']?.schema;
    return schema && !/(async|open)api\.json/.test(path) ? [{ path, schema }] : [];
  });

const questionsOf = (pattern: string) =>
  addressesOf(pattern).flatMap((path) => queriesOf(pattern).map((query) => path + query));

interface Part {
  readonly properties?: object;
}

/** A schema, and all that stand inside it. */
function partsOf(schema: unknown): readonly Part[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return [schema, ...Object.values(schema).flatMap(partsOf)];
}

describe('every answer', () => {
  it('is as the document describes it, to the last field', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'service', components: document.components });
    const wrong: unknown[] = [];
    let answered = 0;
    for (const { path: pattern, schema } of described()) {
      const validate = ajv.compile({ $ref: `service${String(schema['$ref'])}` });
      for (const path of questionsOf(pattern)) {
        const { status, body } = await service.get(path);
        if (status === 200) answered += 1;
        if (status === 200 && !validate(body)) wrong.push([path, validate.errors?.slice(0, 3)]);
      }
    }
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  });

  it('is described by a schema of its own', () => {
    expect(described().filter(({ schema }) => typeof schema['$ref'] !== 'string')).toEqual([]);
    expect(described().length).toBeGreaterThan(20);
  });
});

describe('the document', () => {
  it('says of every field and every parameter what it means', () => {
    const named = (owner: string, fields: object) =>
      Object.entries(fields).map(([name, said]: [string, Body]) => ({ name: `${owner}.${name}`, said }));
    const fields = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
      partsOf(schema).flatMap(({ properties }) => named(name, properties ?? {})),
    );
    const parameters = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).flatMap(({ parameters: taken = [] }) =>
        taken.filter((one) => one.in !== 'path').map((said) => ({ name: `${path}?${said.name}`, said })),
      ),
    );
    const unexplained = [...fields, ...parameters].filter(({ said }) => !('description' in said));
    expect(unexplained.map(({ name }) => name)).toEqual([]);
    expect(fields.length).toBeGreaterThan(1_000);
  });

  it('has no error for a linter of OpenAPI', async () => {
    const config = await createConfig({ extends: ['recommended'], rules: { 'security-defined': 'off' } });
    const problems = await lintFromString({ source: text, config });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  it('gives clients the types of what they read, without a cast', async () => {
    const folder = await mkdtemp(join(process.cwd(), 'coverage-client-'));
    try {
      await writeFile(join(folder, 'openapi.json'), text);
      await run(process.execPath, [
        'node_modules/openapi-typescript/bin/cli.js',
        join(folder, 'openapi.json'),
        '-o',
        join(folder, 'service.d.ts'),
      ]);
      await writeFile(join(folder, 'program.ts'), PROGRAM);
      const tsc = ['node_modules/typescript/bin/tsc', '--strict', '--noEmit', '--skipLibCheck'];
      const flags = [
        '--module',
        'nodenext',
        '--target',
        'es2024',
        '--exactOptionalPropertyTypes',
        '--noUncheckedIndexedAccess',
        '--ignoreConfig',
      ];
      const { stdout } = await run(process.execPath, [...tsc, ...flags, join(folder, 'program.ts')]).catch(
        (error: unknown) => error as { stdout: string }, // what a program that fails has said
      );
      expect(stdout).toBe('');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

/** In two parts, so that nobody takes it for one of this file's own. */
const EXPECT_ERROR = ['@ts', 'expect-error'].join('-');

/** Reads rows of views, a difference and a page of events, each by its field's type. */
const PROGRAM = `
import type { paths } from './service.js';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
} ? A : never;

async function read<P extends keyof paths>(path: P): Promise<Answer<P>> {
  const answer: Answer<P> = await (await fetch(path)).json();
  return answer;
}

const schedule = await read('/v1/summits/{summit}/schedule-vs-actual');
const late: number[] = schedule.rows.flatMap(({ startDeltaMin }) => startDeltaMin ?? []);
const outcomes: string[] = schedule.rows.map(({ itemId, title, outcome }) => \`\${itemId ?? ''} \${title} \${outcome}\`);
const summit = await read('/v1/summits/{summit}');
const signed: string = summit.signing?.outcome ?? 'none';
const { rows } = await read('/v1/statements');
const quotes: string[] = rows.flatMap((row) => row.quotes);
const { changed, position } = await read('/v1/summits/{summit}/{view}/diff');
const because: string[] = changed.flatMap((change) => change.because);
const { events } = await read('/v1/events');
const types: string[] = events.map(({ type }) => type);
// ${EXPECT_ERROR} there is no such field
const none = schedule.rows.map(({ color }) => color);
console.log(late, outcomes, signed, quotes, because, position, types, none);
`;
