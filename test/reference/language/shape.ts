import type { Field, Fields } from './fields.js';

/** A value in a body, with what the language says it is. */
export interface Leaf {
  readonly kind: string;
  readonly value: unknown;
}
interface Fault {
  readonly code: string | undefined;
}
export interface Shape {
  readonly leaves: readonly Leaf[];
  /** The refusal that the faults give together; undefined for a body that has its shape. */
  readonly code: string | undefined;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

const text = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const isNumber = (value: unknown, from: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= from;
const whenParts: Fields = {
  from: 'timestampOrNull',
  to: 'timestampOrNull',
  precision: '=minute|part_of_day|day|week|year|interval|before|after|unknown',
  timeZone: 'zoneOrNull?',
  text: 'words?',
  basis: '=stated|derived?',
  after: 'record[]?',
  before: 'record[]?',
};
const isWhenText = (value: unknown) =>
  typeof value === 'string' &&
  (TIMESTAMP.test(value) || value.split('/').every((end) => end === '..' || DATE.test(end)));

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  words: text(/./s),
  id: text(ID),
  actor: text(ID),
  source: text(ID),
  summit: text(ID),
  recordId: (value) => text(ID)(value) && !text(/^\d+$/)(value),
  record: text(/^[a-z]+-[A-Za-z0-9][A-Za-z0-9._:-]*\/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  slug: text(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  number: (value) => isNumber(value, 0),
  count: (value) => isNumber(value, 1),
  probability: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  boolean: (value) => typeof value === 'boolean',
  timestamp: text(TIMESTAMP),
  timestampOrNull: (value) => value === null || text(TIMESTAMP)(value),
  // Its offset is asked for once it is known what the patch makes of the time.
  patchedTimestamp: text(TIMESTAMP),
  wall: text(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/),
  date: text(/^\d{4}-\d\d-\d\d$/),
  zone: text(/^([+-]\d\d:\d\d|[A-Z][A-Za-z]+(\/[A-Za-z_]+)*)$/),
  zoneOrNull: (value) => value === null || text(/./)(value),
  published: (value) => text(DATE)(value) || text(TIMESTAMP)(value),
  patch: (value) => typeof value === 'object' && value !== null,
};

/** Goes through a body by the language: what it holds, and every field that does not fit. */
export function shapeOf(fields: Fields, body: unknown): Shape {
  const walk = new Walk();
  walk.object(fields, body);
  const { faults, leaves } = walk;
  // Rule 2.6.7: all fields at once; a code of their own is told only when nothing but such fields is missing.
  const code = faults.every((fault) => fault.code !== undefined) ? faults[0]?.code : 'invalid';
  return { leaves, code: faults.length > 0 ? code : undefined };
}

class Walk {
  readonly leaves: Leaf[] = [];
  readonly faults: Fault[] = [];

  object(fields: Fields, value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.faults.push({ code: undefined });
      return;
    }
    const held = new Map<string, unknown>(Object.entries(value));
    for (const name of held.keys()) if (!(name in fields)) this.faults.push({ code: undefined });
    for (const [name, field] of Object.entries(fields)) this.field(field, held.get(name));
  }

  private field(field: Field, value: unknown): void {
    const { word, optional, atLeast, code } = partsOf(field);
    if (value === undefined) {
      if (!optional) this.faults.push({ code });
      return;
    }
    if (atLeast === undefined) this.one(field, word, value);
    else if (!Array.isArray(value)) this.faults.push({ code: undefined });
    // The page has codes for what is missing; a list that is too short counts as missing here.
    else if (value.length < atLeast) this.faults.push({ code });
    else for (const each of value) this.one(field, word, each);
  }

  private one(field: Field, word: string, value: unknown): void {
    if (typeof field !== 'string') this.object(field.fields, value);
    else if (word === 'when' || word === 'whenPatch') this.when(word, value);
    else if (word === 'actorsOrAll') this.actorsOrAll(value);
    else if (value === null) this.null(word);
    else if (word.startsWith('=')) this.choice(word, value);
    else this.leaf(word, value);
  }

  private null(word: string): void {
    // Only what the page shows as null: the source through which one was read, and what a patch takes back.
    if (!word.endsWith('OrNull') && word !== 'source' && word !== 'timestamp')
      this.faults.push({ code: undefined });
  }

  private leaf(kind: string, value: unknown): void {
    if (kinds[kind]?.(value) !== true) this.faults.push({ code: undefined });
    this.leaves.push({ kind, value });
  }

  private choice(word: string, value: unknown): void {
    if (typeof value !== 'string' || !word.slice(1).split('|').includes(value))
      this.faults.push({ code: undefined });
  }

  private actorsOrAll(value: unknown): void {
    if (value === 'all') return;
    if (!Array.isArray(value) || value.length === 0) this.faults.push({ code: undefined });
    else for (const each of value) this.leaf('actor', each);
  }

  private when(word: string, value: unknown): void {
    this.leaves.push({ kind: 'when', value });
    if (isWhenText(value) || (word === 'whenPatch' && value === null)) return;
    if (word === 'when') this.object(whenParts, value);
    else this.object(patchParts, withoutNulls(value));
  }
}

const optional = ([name, field]: [string, Field]) =>
  [name, typeof field === 'string' && !field.endsWith('?') ? `${field}?` : field] as const;

const patchParts: Fields = {
  ...Object.fromEntries(Object.entries(whenParts).map(optional)),
  from: 'patchedTimestamp?',
  to: 'patchedTimestamp?',
};

/** A patch may take back any part of a time. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
    : value;

function partsOf(field: Field) {
  const word = typeof field === 'string' ? field : (field.rest ?? '');
  const isList = typeof field === 'string' ? word.includes('[') : field.list === true;
  const least = /\[(\d)\]/.exec(word)?.[1] ?? (word.includes('+') ? '1' : '0');
  return {
    word: word.replace(/(\[\d?\])?\??(!.*)?$/, ''),
    optional: /\?(!|$)/.test(word),
    atLeast: isList ? Number(least) : undefined,
    code: /!(.*)$/.exec(word)?.[1],
  };
}
