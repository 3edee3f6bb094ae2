import { ADDRESS, DATE, ID, marksIn, RECORD_ID, SLUG, WALL_CLOCK, type Role } from '../../events/index.js';
import { meaningOf, ownersOf, type Meanings } from '../../src/http/documents/meanings.js';
import { schemaOf, type Schema } from '../../src/http/documents/schemas.js';
import { code, linkTo, table } from './markdown.js';

type Class = new () => object;

/** The fields of a class that a body or a part of it is validated against, as a table. */
export function fieldTable(type: Class, meanings: Meanings, without: readonly string[] = []): string {
  const { properties, required = [] } = schemaOf(type);
  const fields = Object.entries(properties);
  const roles = rolesOf(
    type,
    fields.map(([name]) => name),
  );
  const rows = fields
    .filter(([name]) => !without.includes(name))
    .map(([name, schema]) => [
      code(name),
      typeWords(schema, roles.get(name)),
      required.includes(name) ? 'yes' : '',
      requiredMeaning(type, name, meanings),
    ]);
  return rows.length === 0 ? 'No fields.' : table(['field', 'type', 'required', ''], rows);
}

function requiredMeaning(type: Class, field: string, meanings: Meanings): string {
  const meaning = meaningOf(ownersOf(type), field, meanings);
  if (meaning === undefined) throw new Error(`what does ${type.name}.${field} mean? See docs/glossary.md`);
  return meaning;
}

/** What each field refers to: found as the executor finds it, in a body with a list of one text in every field. */
function rolesOf(type: Class, names: readonly string[]): ReadonlyMap<string, Role> {
  const body = Object.fromEntries(names.map((name) => [name, ['any']]));
  return new Map(
    marksIn(type.prototype as object, body).map(({ path, role }) => [path.replace(/\.0$/, ''), role]),
  );
}

function typeWords(schema: Schema, role: Role | undefined): string {
  if (role === 'when') return `${linkTo('When')} or text`;
  const { anyOf, oneOf } = schema as Composed;
  if (anyOf?.[0]) return `${typeWords(anyOf[0], role)}, or null`;
  if (oneOf) return oneOf.map((one) => typeWords(one, role)).join(', or ');
  return oneTypeWords(schema, role);
}

function oneTypeWords(schema: Schema, role: Role | undefined): string {
  const { items, $ref } = schema as Composed;
  if (items) return `list, each: ${typeWords(items, role)}`;
  if ($ref !== undefined) return linkTo($ref.replace(/.*\//, ''));
  return valuesIn(schema) ?? referenceWords(role) ?? plainWords(schema);
}

/** What a schema is made of, as `schemaOf` makes it. */
interface Composed {
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly $ref?: string;
}

function valuesIn({ enum: values }: Schema): string | undefined {
  return Array.isArray(values) ? values.map((value) => code(String(value))).join(' ') : undefined;
}

function referenceWords(role: Role | undefined): string | undefined {
  if (role === 'record') return 'address of a record';
  if (role === 'actor' || role === 'source' || role === 'summit') return `id of a registered ${role}`;
  return undefined;
}

const patterns: ReadonlyMap<unknown, string> = new Map([
  [ID.source, 'id'],
  [RECORD_ID.source, 'id, not all digits'],
  [ADDRESS.source, 'address of a record'],
  [SLUG.source, 'slug'],
  [WALL_CLOCK.source, 'wall-clock time'],
  [DATE.source, 'date'],
]);

function plainWords({ type, format, pattern, minimum, maximum }: Schema): string {
  if (format === 'date-time') return 'RFC 3339 timestamp';
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const from = typeof minimum === 'number' ? ` from ${minimum}` : '';
  const to = typeof maximum === 'number' ? ` to ${maximum}` : '';
  return `${type === 'string' ? 'text' : String(type)}${from}${to}`;
}
