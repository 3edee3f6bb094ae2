import { createRequire } from 'node:module';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { absencesOf, nestedIn } from '../../../events/index.js';
import { meaningOf, ownersOf } from './meanings.js';

export type Schema = Readonly<Record<string, unknown>>;

/** Of a class: its fields, and the names of those that are always there. */
export interface ClassSchema extends Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Where @Type is kept; the package exports it from its CommonJS build only. */
const transformer = createRequire(import.meta.url)('class-transformer/cjs/storage') as {
  readonly defaultMetadataStorage: object;
};
const COMPONENTS = '#/components/schemas/';

/** The JSON Schema (2020-12) of a validated class: all that its validators ask, and nothing unknown. */
export function schemaOf(type: new () => object): ClassSchema {
  const raw = targetConstructorToSchema(type, {
    classTransformerMetadataStorage: transformer.defaultMetadataStorage as never, // typed against another copy
    refPointerPrefix: COMPONENTS,
  });
  // A new instance would run constructors; the prototype is all that is asked.
  const absences = absencesOf(type.prototype as object);
  const owners = ownersOf(type);
  const properties = Object.entries(raw.properties ?? {}).map(([name, property]) => {
    const schema = tidied(property, absences[name]?.includes('null') ?? false);
    const description = meaningOf(owners, name);
    return [name, { ...schema, ...(description !== undefined && { description }) }] as const;
  });
  const required = properties.map(([name]) => name).filter((name) => !absences[name]?.includes('absent'));
  return {
    type: 'object',
    ...(raw.description !== undefined && { description: raw.description }),
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** The schemas of all classes that stand inside some, by name. */
export function nestedSchemas(types: readonly (new () => object)[]): Readonly<Record<string, Schema>> {
  const prototypes = new Set(types.flatMap((type) => [...nestedIn(type.prototype as object)]));
  const classes = [...prototypes].map((prototype) => prototype.constructor as new () => object);
  return Object.fromEntries(classes.map((type) => [type.name, schemaOf(type)]));
}

/** Takes out what the library adds to a reference and guesses of a type it cannot see. */
function tidied(property: object, nullable: boolean): Schema {
  const { $ref, oneOf, items, ...rest } = property as Schema;
  const schema = plain($ref, oneOf, items, rest);
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function plain($ref: unknown, oneOf: unknown, items: unknown, rest: Schema): Schema {
  if (Array.isArray(oneOf)) return { oneOf };
  const isGuess = $ref === `${COMPONENTS}Object`;
  if (typeof $ref === 'string' && !isGuess) return { $ref };
  if (typeof items === 'object' && items !== null) return { ...rest, items: tidied(items, false) };
  return rest;
}
