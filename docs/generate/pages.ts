import 'reflect-metadata';
import type { Meanings } from '../../src/http/documents/meanings.js';
import { answering, answerSchemas } from './answer-schemas.js';
import { commandsPage } from './commands-page.js';
import { eventsPage } from './events-page.js';
import { glossary } from './glossary.js';
import { programOf } from './program.js';
import { SourceText } from './source-text.js';

/** The files that are written from the code, by their paths. */
export function pages(): ReadonlyMap<string, string> {
  const program = programOf(['src/commands.ts', 'src/http/http.module.ts', ...answering]);
  const source = new SourceText(program);
  const comments = ['events', 'src'].flatMap((folder) => [...source.fieldComments(folder)]);
  const meanings: Meanings = { ...glossary(), ...Object.fromEntries(comments) };
  return new Map([
    ['src/http/documents/answers.json', json(answerSchemas(program, meanings))],
    ['src/http/documents/meanings.json', json(sorted(meanings))],
    ['docs/events.md', eventsPage(source, meanings)],
    ['docs/commands.md', commandsPage(source, meanings)],
  ]);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sorted(meanings: Meanings): Meanings {
  return Object.fromEntries(Object.entries(meanings).sort(([a], [b]) => (a < b ? -1 : 1)));
}
