import 'reflect-metadata';
import { answerSchemas } from './answer-schemas.js';
import { commandsPage } from './commands-page.js';
import { eventsPage } from './events-page.js';
import { SourceText } from './source-text.js';

/** The files that are written from the code, by their paths. */
export function pages(): ReadonlyMap<string, string> {
  const source = new SourceText(['src/commands.ts']);
  return new Map([
    ['src/http/documents/answers.json', answerSchemas()],
    ['docs/events.md', eventsPage(source)],
    ['docs/commands.md', commandsPage(source)],
  ]);
}
