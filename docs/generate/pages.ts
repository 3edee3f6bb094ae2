import 'reflect-metadata';
import { answering, answerSchemas } from './answer-schemas.js';
import { commandsPage } from './commands-page.js';
import { eventsPage } from './events-page.js';
import { programOf } from './program.js';
import { SourceText } from './source-text.js';

/** The files that are written from the code, by their paths. */
export function pages(): ReadonlyMap<string, string> {
  const program = programOf(['src/commands.ts', ...answering]);
  const source = new SourceText(program);
  return new Map([
    ['src/http/documents/answers.json', answerSchemas(program)],
    ['docs/events.md', eventsPage(source)],
    ['docs/commands.md', commandsPage(source)],
  ]);
}
