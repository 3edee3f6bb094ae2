import { readFile } from 'node:fs/promises';
import SwaggerParser from '@apidevtools/swagger-parser';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { eventTypes } from '../../events/index.js';
import { commandsByName } from '../../src/commands.js';
import { statuses } from '../../src/http/problem.js';
import { Rejected } from '../../src/records/rejected.js';
import { parse } from '../../src/command-handling/parse.js';
import { VERSION } from '../../src/version.js';
import { Service, type Body, type Posting } from '../service.js';
import { everyKindOfPosting } from './every-kind.js';
import { mutantsOf } from './mutants.js';
import { registry, SummitPostings } from './postings.js';
import type { Problem } from './problems.js';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
  };
  readonly responses: Readonly<Record<string, object>>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Body>> };
}

let service: Service;
let document: Document;
let hanoi: readonly Posting[];

beforeAll(async () => {
  service = await Service.start();
  document = (await service.get<Document>('/openapi.json')).body;
  const lines = (await readFile('examples/hanoi-2019.ndjson', 'utf8')).trim().split('\n');
  hanoi = lines.map((line) => JSON.parse(line) as Posting); // a command a line
});

afterAll(() => service.remove());

const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path));

describe('the description of the service', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    // The parser changes what it is given, and types it by other declarations of the same thing.
    await SwaggerParser.validate(structuredClone(document) as never);
  });

  it('is of the version that runs', () => {
    expect(document.info.version).toBe(VERSION);
  });

  it('gives each operation a name of its own', () => {
    const names = operations().map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has each command, with a schema of its own for its body', () => {
    const bodies = [...commandsByName.keys()].map((name) => {
      const { requestBody } = document.paths[`/v1/commands/${name}`]?.['post'] ?? {};
      return requestBody?.content['application/json']?.schema.$ref;
    });
    expect(bodies).toEqual([...commandsByName.keys()].map((name) => `#/components/schemas/${name}`));
  });

  it('describes the data of every event', () => {
    for (const name of Object.keys(eventTypes))
      expect(Object.keys(document.components.schemas[name]?.['properties'] ?? {})).not.toEqual([]);
  });

  it('lets no object hold what it does not describe, in any body', () => {
    for (const name of [...commandsByName.keys(), ...Object.keys(eventTypes)])
      expect([name, document.components.schemas[name]?.['additionalProperties']]).toEqual([name, false]);
  });

  it('describes no address that is not there', async () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      if (!methods['get']) continue;
      const { body } = await service.get<{ code?: string; detail?: string }>(
        path.replace(/\{\w+\}/g, 'nothing'),
      );
      // What is not there is named; an address that is not there has nothing to name.
      if (body.code === 'not_found') expect([path, body.detail]).toEqual([path, expect.any(String)]);
    }
  });

  it('describes no address that takes a parameter which it does not describe', async () => {
    const summit = new SummitPostings('x');
    await service.given(...registry, ...summit.programme(), summit.concluded());
    const places = {
      '{summit}': 'x',
      '{stream}': 'summit-x',
      '{recordId}': 'plan',
      '{id}': 'us',
      '{view}': 'outcome',
    };
    const viewReader = Object.keys(document.paths).filter((path) => /^\/v1\/(?!commands)/.test(path));
    expect(viewReader.length).toBeGreaterThan(15);
    for (const pattern of viewReader) {
      const path = Object.entries(places).reduce((text, [name, id]) => text.replace(name, id), pattern);
      const { body } = await service.get<Problem>(
        `${path}?mood=bad${path.endsWith('outcome/diff') || path.endsWith('/replay') ? '&axis=asOf&from=1' : ''}`,
        { accept: '*/*' },
      );
      expect([path, body.code, body.fields?.map(({ field }) => field)]).toEqual([
        path,
        'invalid',
        expect.arrayContaining(['mood']),
      ]);
    }
  });

  it('answers commands with statuses that there are', () => {
    const known = new Set(Object.values(statuses).map(String));
    for (const { responses } of operations())
      for (const status of Object.keys(responses))
        if (!status.startsWith('2')) expect(known).toContain(status);
  });
});

/** The schema of a command's body, made to validate. */
function validators(): (command: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema({ $id: 'service', components: document.components });
  const made = new Map<string, ValidateFunction>();
  return (command) => {
    const known = made.get(command) ?? ajv.compile({ $ref: `service#/components/schemas/${command}` });
    made.set(command, known);
    return known;
  };
}

function isTaken(command: string, body: unknown): boolean {
  const type = commandsByName.get(command);
  if (!type) throw new Error(`there is no command ${command}`);
  try {
    parse(type, body);
    return true;
  } catch (error) {
    if (error instanceof Rejected) return false;
    throw error;
  }
}

describe('the schemas of the bodies', () => {
  it('accept every body of the example', () => {
    const validatorOf = validators();
    const refused = hanoi.filter(({ command, body }) => !validatorOf(command)(body));
    expect(refused).toEqual([]);
  });

  it('accept a body of every command', () => {
    const validatorOf = validators();
    expect(everyKindOfPosting.map(({ command }) => command).sort()).toEqual(
      [...commandsByName.keys()].sort(),
    );
    const refused = everyKindOfPosting.filter(({ command, body }) => !validatorOf(command)(body));
    expect(refused).toEqual([]);
  });

  it('refuse what the service refuses for its shape, and nothing else', () => {
    const validatorOf = validators();
    // The same change of two bodies of one command is judged once.
    const judged = new Map(
      [...everyKindOfPosting, ...hanoi].flatMap(({ command, body }) =>
        mutantsOf(body).map(({ change, body: mutant }) => [`${command}: ${change}`, { command, mutant }]),
      ),
    );
    const differing = judged.entries().flatMap(([change, { command, mutant }]) => {
      const taken = isTaken(command, mutant);
      return validatorOf(command)(mutant) === taken ? [] : [`${change}; the service says ${taken}`];
    });
    expect([...differing]).toEqual([]);
    expect(judged.size).toBeGreaterThan(5_000);
  });
});
