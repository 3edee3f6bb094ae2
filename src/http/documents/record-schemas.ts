import { eventTypes, type EventType } from '../../../events/index.js';
import { commandsByName } from '../../commands.js';
import { eventTypeOf, type CommandClass } from '../../command-handling/recording.js';
import { nestedSchemas, schemaOf, type Schema } from './schemas.js';

// The keys of an object are typed as any text.
export const typeNames = Object.keys(eventTypes) as EventType[];
const commands = [...commandsByName.values()];

/** The name under which the schema of a record of a type is listed; the type itself names its data's. */
export function recordSchemaName(type: EventType): string {
  return `${type}Record`;
}

/** What an event of each type holds as `data`, and all that stands in it. */
export function recordSchemas(): Readonly<Record<string, Schema>> {
  const records = commands.map((command) => {
    const type = eventTypeOf(command);
    return [recordSchemaName(type), recordSchema(command, type)] as const;
  });
  return { ...nestedSchemas(commands), ...Object.fromEntries(records) };
}

/** A record as it is stored: a command's body with its id and with times that are written out. */
function recordSchema(command: CommandClass, type: EventType): Schema {
  const { properties, required = [], ...rest } = schemaOf(command);
  const { onContradiction: _, ...fields } = properties;
  const whens = Object.keys(fields).filter((name) => name === 'occurredAt' || name === 'disclosedAt');
  return {
    ...rest,
    description: eventDescription(type),
    properties: {
      recordId: { type: 'string' },
      ...fields,
      ...Object.fromEntries(whens.map((name) => [name, { $ref: '#/components/schemas/When' }])),
    },
    required: [...new Set(['recordId', ...required])],
  };
}

export function eventDescription(type: EventType): string {
  const { description } = schemaOf(eventTypes[type]);
  return typeof description === 'string' ? description : type;
}
