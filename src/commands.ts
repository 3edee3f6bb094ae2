import 'reflect-metadata';
import type { CommandClass } from './recording/recording.js';
import { RegistryModule, registryHandlers } from './registry/registry.module.js';
import { StatementModule, statementHandlers } from './statement/statement.module.js';

/** The subjects whose commands this service takes. */
export const subjectModules = [RegistryModule, StatementModule];

const handlers = [...registryHandlers, ...statementHandlers];

/** Every command by its name. A map, so that no name reaches what an object inherits. */
export const commandsByName: ReadonlyMap<string, CommandClass> = new Map(
  handlers.map(commandOf).map((command) => [command.name, command]),
);

/** Where `@CommandHandler` keeps its command; the package does not export the name. A test would notice. */
const HANDLED_COMMAND = '__commandHandler__';

function commandOf(handler: object): CommandClass {
  // The decorator takes nothing but a command.
  return Reflect.getMetadata(HANDLED_COMMAND, handler) as CommandClass;
}
