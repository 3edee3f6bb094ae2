import 'reflect-metadata';
import { CommitmentModule, commitmentHandlers } from './commitment/commitment.module.js';
import { PositionModule, positionHandlers } from './position/position.module.js';
import { PredictionModule, predictionHandlers } from './prediction/prediction.module.js';
import { RecordKeepingModule, recordKeepingHandlers } from './record-keeping/record-keeping.module.js';
import type { CommandClass } from './command-handling/recording.js';
import { RegistryModule, registryHandlers } from './registry/registry.module.js';
import { SanctionsModule, sanctionsHandlers } from './sanctions/sanctions.module.js';
import { StatementModule, statementHandlers } from './statement/statement.module.js';
import { SummitModule, summitHandlers } from './summit/summit.module.js';

/** Where `@CommandHandler` keeps its command; the package does not export the name. A test would notice. */
const HANDLED_COMMAND = '__commandHandler__';

/** The subjects whose commands this service takes. */
export const subjectModules = [
  RegistryModule,
  SummitModule,
  StatementModule,
  PositionModule,
  CommitmentModule,
  PredictionModule,
  SanctionsModule,
  RecordKeepingModule,
];

const handlers = [
  ...registryHandlers,
  ...summitHandlers,
  ...statementHandlers,
  ...positionHandlers,
  ...commitmentHandlers,
  ...predictionHandlers,
  ...sanctionsHandlers,
  ...recordKeepingHandlers,
];

/** Every command by its name. A map, so that no name reaches what an object inherits. */
export const commandsByName: ReadonlyMap<string, CommandClass> = new Map(
  handlers.map(commandOf).map((command) => [command.name, command]),
);

/** The command that `@CommandHandler` names. */
function commandOf(handler: object): CommandClass {
  // The decorator takes nothing but a command.
  return Reflect.getMetadata(HANDLED_COMMAND, handler) as CommandClass;
}
