import { getMetadataStorage, validateSync } from 'class-validator';
import { rejections, type Fault, type RejectionCode } from '../records/rejected.js';

export interface CodedFault extends Fault {
  /** Of a field that is missing, where its absence has a code of its own. */
  readonly code?: RejectionCode | undefined;
}

const names = new WeakMap<object, ReadonlySet<string>>();

/** The fields that a class knows, its parents' first where it does not declare them anew. */
export function fieldNames(prototype: object): ReadonlySet<string> {
  let known = names.get(prototype);
  if (!known) {
    const storage = getMetadataStorage();
    const all = storage.getTargetValidationMetadatas(prototype.constructor, '', false, false);
    known = new Set(all.map(({ propertyName }) => propertyName));
    names.set(prototype, known);
  }
  return known;
}

/** What is wrong with the fields of one object, of each the first fault; `field` is the field's own name. */
export function faultsOfFields(instance: object): CodedFault[] {
  const errors = validateSync(instance, { forbidUnknownValues: false, stopAtFirstError: true });
  return errors.flatMap(({ property, value, constraints = {}, contexts }) =>
    Object.entries(constraints).map(([constraint, message]): CodedFault => {
      const code = isMissing(value) ? codeIn(contexts?.[constraint]) : undefined;
      return { field: property, message: value === undefined ? 'is missing' : message, code };
    }),
  );
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
