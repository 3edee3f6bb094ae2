import { Dossiers, recordsIn } from '../../src/records/dossier.js';
import type { Recorded } from '../../src/records/recorded.js';
import { isObject } from '../../src/records/wordings.js';
import { scheduleVsActualView } from '../../src/views/schedule/schedule-vs-actual.js';
import type { Answer } from '../witness/answer.js';

/** A change of a field, as differences and replays tell it. */
interface Change {
  readonly index?: number;
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly because: readonly string[];
}

/** By the addresses of records those of the records that are about them, or about such. */
type Kept = ReadonlyMap<string, readonly string[]>;

/**
 * Domain.md §3.11: what brought a change of a field is no more all that its row names, but what the field names
 * itself; of a schedule row also what its plan, or its outcome, names, where the field rests on that.
 */
export function becausePerField(records: Iterable<Recorded> = []): (before: Answer) => Answer {
  const kept = keptIn(records);
  return (answer) => {
    const { body } = answer;
    if (typeof body !== 'string') return { ...answer, body: narrowed(body, kept) };
    const frames = body.trimEnd().split('\n');
    const lines = frames.map((line) => `${JSON.stringify(narrowed(JSON.parse(line) as unknown, kept))}\n`);
    return { ...answer, body: lines.join('') };
  };
}

function narrowed(body: unknown, kept: Kept): unknown {
  if (!isObject(body) || !Array.isArray(body['changed'])) return body;
  // What differences and replays list there.
  const changed = body['changed'] as readonly Change[];
  return {
    ...body,
    changed: changed.map((change) => ({ ...change, because: cause(change, changed, kept) })),
  };
}

/** The same of one question and one field, where the answer alone does not show it. */
export function because(field: string, records: readonly string[]): (before: Answer) => Answer {
  return (answer) => {
    // What differences list there.
    const body = answer.body as { readonly changed: readonly Change[] };
    const changed = body.changed.map((change) =>
      change.field === field ? { ...change, because: records } : change,
    );
    return { ...answer, body: { ...body, changed } };
  };
}

function cause(change: Change, all: readonly Change[], kept: Kept): readonly string[] {
  const own = namedBy([change], change.because, kept);
  if (own.length > 0) return own;
  const restsOn = scheduleVsActualView.restsOn?.[change.field] ?? [];
  const beside = all.filter(({ index, field }) => index === change.index && restsOn.includes(field));
  const rested = namedBy(beside, change.because, kept);
  return rested.length > 0 ? rested : change.because;
}

/** Where something was told of a record since, that brought the change; else the record itself. */
function namedBy(changes: readonly Change[], because: readonly string[], kept: Kept): readonly string[] {
  const isCause = (record: string) => because.includes(record);
  const named = changes.flatMap(({ before, after }) => textsIn([before, after]));
  const brought = named.flatMap((text) => {
    const since = (kept.get(text) ?? []).filter(isCause);
    return since.length > 0 ? since : [text].filter(isCause);
  });
  return [...new Set(brought)];
}

function keptIn(records: Iterable<Recorded>): Kept {
  const dossiers = Dossiers.of(records).all();
  return new Map(
    [...dossiers].map((dossier) => {
      const [about, ...kept] = recordsIn(dossier).map(({ address }) => address);
      return [about ?? '', kept];
    }),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
