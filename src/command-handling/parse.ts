import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Rejected, rejections, type Fault, type RejectionCode } from '../records/rejected.js';

/**
 * A body as an instance of its class.
 * @throws Rejected `invalid` with every field that is wrong; when nothing but fields with a code of their own
 *   are missing, that code (rule 2.6.7)
 */
export function parse<T extends object>(type: new () => T, body: unknown): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Rejected('invalid', { fields: [{ field: '', message: 'the body must be a JSON object' }] });
  requireNone(strangeNames(body, []));
  const instance = plainToInstance(type, body);
  requireNone(faultsOf(instance));
  return instance;
}

function requireNone(faults: readonly CodedFault[]): void {
  if (faults.length === 0) return;
  const code = faults.every((fault) => fault.code) ? faults[0]?.code : undefined;
  throw new Rejected(code ?? 'invalid', {
    fields: faults.map(({ field, message }) => ({ field, message })),
  });
}

const UNKNOWN = 'is not a known field';

/** No class nests half as deep, and what walks a body would run out of stack. */
const DEEPEST = 32;

/**
 * Fields at any depth that are named like what every object inherits. No class has one, but the validator
 * would take them for known, and `constructor` would change what the body is.
 */
function strangeNames(value: unknown, path: readonly string[]): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > DEEPEST) return [{ field: path.join('.'), message: 'is nested too deeply' }];
  return Object.entries(value).flatMap(([name, held]) => {
    const field = [...path, name];
    return name in Object.prototype
      ? [{ field: field.join('.'), message: UNKNOWN }]
      : strangeNames(held, field);
  });
}

interface CodedFault extends Fault {
  readonly code?: RejectionCode;
}

function faultsOf(instance: object): CodedFault[] {
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // A class without a field of its own takes an empty body; whatever is in it is refused by the above.
    forbidUnknownValues: false,
    stopAtFirstError: true,
  });
  return errors.flatMap((error) => flatten(error, ''));
}

function flatten(error: ValidationError, path: string): CodedFault[] {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]): CodedFault => {
    const context: unknown = error.contexts?.[constraint];
    const code = codeIn(context);
    const said = inShort(constraint, error.value) ?? message;
    return { field, message: said, ...(isMissing(error.value) && code && { code }) };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, field))];
}

function inShort(constraint: string, value: unknown): string | undefined {
  if (constraint === 'whitelistValidation') return UNKNOWN;
  return value === undefined ? 'is missing' : undefined;
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || Array.isArray(value);
}

function codeIn(context: unknown): RejectionCode | undefined {
  const code: unknown = typeof context === 'object' && context !== null && 'code' in context && context.code;
  return typeof code === 'string' && isCode(code) ? code : undefined;
}

function isCode(code: string): code is RejectionCode {
  return Object.hasOwn(rejections, code);
}
