import 'reflect-metadata';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventTypes } from '../events/index.js';
import { commandsByName, CommandsModule } from '../src/commands.js';
import { statuses } from '../src/http/problem.js';
import { rejections } from '../src/records/rejected.js';
import type { CommandClass } from '../src/command-handling/recording.js';
import { VERSION } from '../src/version.js';

const files = globSync('{src,events,test,bench,bin,scripts}/**/*.{ts,js}');
const code = files.filter((file) => !file.endsWith('.spec.ts'));
const specs = files.filter((file) => file.endsWith('.spec.ts') || file.startsWith('test/http/refusals/'));
const textOf = (file: string) => readFileSync(file, 'utf8');
const TESTED = ['itself', 'test/conventions.spec.ts'];

function linesOfCode(file: string): number {
  const lines = textOf(file).split('\n');
  return lines.filter((line) => !/^\s*(\/\/|\/?\*|$)/.test(line)).length;
}

describe('every command', () => {
  const handled = [...commandsByName.values()];
  const handlers = Reflect.getMetadata('providers', CommandsModule) as { rule: { command: CommandClass } }[]; // as @Module keeps them

  it('has one handler', () => {
    const commands = handlers.map(({ rule }) => rule.command.name);
    expect(commands.sort()).toEqual([...commandsByName.keys()].sort());
    const files = code.filter((file) => textOf(file).includes('extends handling({'));
    expect(files).toHaveLength(commands.length);
  });

  it('records an event of its own, and every event has its command', () => {
    const events = handled.map(({ event }) => event.name);
    expect(events.sort()).toEqual(Object.keys(eventTypes).sort());
  });

  it('has a file of its own, named like it, and a spec beside it', () => {
    const names = handled.map(({ name }) => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase());
    const missing = names.flatMap((name) =>
      [`${name}.ts`, `${name}.spec.ts`].filter((file) => !files.some((path) => basename(path) === file)),
    );
    expect(missing).toEqual([]);
  });
});

describe('every rejection', () => {
  it('has a status', () => {
    expect(Object.keys(rejections).filter((code) => !(code in statuses))).toEqual([]);
  });

  it('is named by a spec', () => {
    const told = specs
      .filter((file) => !TESTED.includes(file))
      .map(textOf)
      .join('\n');
    expect(Object.keys(rejections).filter((code) => !told.includes(`'${code}'`))).toEqual([]);
  });

  it('is thrown somewhere', () => {
    const thrown = code
      .filter((file) => !/(rejected|problem)\.ts$/.test(file))
      .map(textOf)
      .join('\n');
    // Roles come with credentials.
    const unthrown = Object.keys(rejections).filter((name) => !thrown.includes(`'${name}'`));
    expect(unthrown).toEqual(['forbidden']);
  });
});

describe('the project', () => {
  it('is of one version', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string }; // npm reads it, too
    expect(VERSION).toBe(version);
  });

  it('has no file of code above 200 lines', () => {
    // Tables of cases are as long as they have cases.
    const own = code.filter((file) => !file.startsWith('test/'));
    expect(own.filter((file) => linesOfCode(file) > 200)).toEqual([]);
  });

  it('has no folder of thirty files', () => {
    const folders = Map.groupBy(files, (file) => dirname(file));
    const crowded = folders.entries().filter(([, inside]) => inside.length >= 30);
    expect([...crowded].map(([folder]) => folder)).toEqual([]);
  });

  it('names files in kebab-case, and none for a lack of a name', () => {
    expect(files.filter((file) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(file)))).toEqual([]);
    const nameless = /(^|[/-])(utils?|common|helpers?|shared|base|managers?|misc)([./-]|$)/;
    expect(files.filter((file) => nameless.test(file))).toEqual([]);
  });

  it('leaves nothing for later, and turns no rule off', () => {
    const words = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'eslint' + '-disable', '@ts' + '-(ignore|expect-error|nocheck)'].join('|'),
    );
    expect(files.filter((file) => words.test(textOf(file)))).toEqual([]);
  });

  it('says why wherever a type is asserted', () => {
    // Constants are no assertions, and what anything is anyway asserts nothing.
    const asserting = / as (?!(const|object|unknown|readonly unknown\[\])(?![\w.]))[A-Za-z{(]/;
    const silent = code
      .filter((file) => /^(src|events)\//.test(file))
      .flatMap((file) => {
        const lines = textOf(file).split('\n');
        return lines.flatMap((line, i) =>
          asserting.test(withoutWords(line)) && !isExplained(lines, i) ? [`${file}:${i + 1}`] : [],
        );
      });
    expect(silent).toEqual([]);
  });
});

/** A line without its comments, its texts, and what it imports or exports. */
function withoutWords(line: string): string {
  if (/^\s*(\/\/|\/?\*|import\b|export [{*])|^\s*(type )?\w+ as \w+,?$/.test(line)) return '';
  return line.replace(/'[^']*'|`[^`]*`|"[^"]*"/g, "''").replace(/\/\/.*$/, '');
}

/** By a comment on the line or closely above it. */
function isExplained(lines: readonly string[], at: number): boolean {
  return lines.slice(Math.max(0, at - 3), at + 1).some((line) => /\/\/|\*\//.test(line));
}
