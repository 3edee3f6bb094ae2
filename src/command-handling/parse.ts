import { Rejected, rejections, type Fault, type RejectionCode } from '../records/rejected.js';
import { faultsOfFields, fieldNames, type CodedFault } from './field-faults.js';
import { nestingFields } from '../../events/index.js';

/**
 * A body as an instance of its class. Takes time and memory in proportion to the body, whatever is wrong in it.
 * @throws Rejected `invalid` with the fields that are wrong, or a thousand of them; when nothing but fields with
 *   a code of their own are missing, that code (rules 2.6.7 and 2.6.40)
 */
export function parse<T extends object>(type: new () => T, body: unknown): T {
  if (!isObject(body))
    throw new Rejected('invalid', { fields: [{ field: '', message: 'the body must be a JSON object' }] });
  const strange: Fault[] = [];
  noteStrangeNames(body, '', 0, strange);
  if (strange.length > 0) refuse(strange);
  const parser = new Parser();
  const instance = parser.instance(type.prototype as object, body, '');
  if (parser.faults.length > 0) refuse(parser.faults);
  return instance as T; // made of the class's own prototype, and every field was validated
}

/** Faults after which no more are looked for: each takes some microseconds to put into words. */
const ENOUGH = 1_000;
/** Entries that a list may have. A longer one is told so, entry by entry it could not be read by anybody. */
export const LONGEST_LIST = 2_000;
/** No class nests half as deep, and what walks a body would run out of stack. */
const DEEPEST = 32;

type Json = Readonly<Record<string, unknown>>;

const UNKNOWN = 'is not a known field';

/** Validates one object after another, each by the class that its holder names for it. */
class Parser {
  readonly faults: CodedFault[] = [];

  instance(prototype: object, body: Json, path: string): object {
    const instance = Object.create(prototype) as object;
    if (this.faults.length >= ENOUGH) return instance;
    this.refuseUnknown(prototype, body, path);
    const nested = nestingFields(prototype);
    const own = Map.groupBy(faultsOfFields(shallow(prototype, body, nested)), ({ field }) => field);
    // As it was sent is how it is recorded: with its fields in their order.
    for (const name of Object.keys(body)) Reflect.set(instance, name, body[name]);
    for (const name of fieldNames(prototype)) {
      const field = joined(path, name);
      for (const fault of own.get(name) ?? []) this.faults.push({ ...fault, field });
      if (Object.hasOwn(body, name))
        Reflect.set(instance, name, this.held(body[name], nested.get(name), field));
    }
    return instance;
  }

  private held(value: unknown, prototype: object | undefined, field: string): unknown {
    if (isTooLong(value)) {
      const message = `has ${value.length} entries, of which no more than ${LONGEST_LIST} are taken at once`;
      this.faults.push({ field, message });
      return value;
    }
    if (!prototype) return value;
    if (isObject(value)) return this.instance(prototype, value, field);
    if (!Array.isArray(value)) return value;
    return value.map((item: unknown, i) =>
      isObject(item) ? this.instance(prototype, item, joined(field, String(i))) : item,
    );
  }

  private refuseUnknown(prototype: object, body: Json, path: string): void {
    const known = fieldNames(prototype);
    for (const name of Object.keys(body)) {
      if (this.faults.length >= ENOUGH) return;
      if (!known.has(name)) this.faults.push({ field: joined(path, name), message: UNKNOWN });
    }
  }
}

function isTooLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > LONGEST_LIST;
}

/** Of what has a class of its own, the holder only sees what stands there: that is validated by its own class. */
function shallow(prototype: object, body: Json, nested: ReadonlyMap<string, object>): object {
  const seen = Object.create(prototype) as object;
  for (const name of fieldNames(prototype)) {
    if (!Object.hasOwn(body, name)) continue;
    const value = body[name];
    const short = isTooLong(value) ? value.slice(0, 1) : value;
    Reflect.set(seen, name, nested.has(name) ? standInFor(short) : short);
  }
  return seen;
}

function standInFor(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => (isObject(item) ? {} : item));
  return isObject(value) ? {} : value;
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Notes fields at any depth that are named like what every object inherits. No class has one, and `__proto__`
 * would change what the body is.
 */
function noteStrangeNames(value: object, path: string, depth: number, faults: Fault[]): void {
  if (depth > DEEPEST) faults.push({ field: path, message: 'is nested too deeply' });
  if (depth > DEEPEST || faults.length >= ENOUGH) return;
  for (const [name, held] of Object.entries(value) as [string, unknown][]) {
    if (name in Object.prototype) faults.push({ field: joined(path, name), message: UNKNOWN });
    else if (typeof held === 'object' && held !== null)
      noteStrangeNames(held, joined(path, name), depth + 1, faults);
  }
}

function refuse(faults: readonly CodedFault[]): never {
  const fields = faults.map(({ field, message }) => ({ field, message }));
  throw new Rejected(codeOf(faults) ?? 'invalid', { fields });
}

/** What is asked of every record comes before what is asked of one kind of data (rule 2.6.40). */
function codeOf(faults: readonly CodedFault[]): RejectionCode | undefined {
  const codes = faults.map(({ code }) => code);
  if (!codes.every((code) => code !== undefined && Object.hasOwn(rejections, code))) return undefined;
  return faults.find(({ field }) => !field.startsWith('data.'))?.code ?? codes[0];
}
