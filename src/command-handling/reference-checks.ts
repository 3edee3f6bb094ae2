import type { MarkedValue } from '../../events/index.js';
import type { Fact } from '../records/fact.js';
import { refuse, Rejected, type RejectionCode } from '../records/rejected.js';
import type { Command } from './recording.js';
import { DecisionContext } from './decision-context.js';
import type { FactLookup } from './fact-lookup.js';
import type { Streams } from './streams.js';

/**
 * The "all" row of domain.md §2.5, in the order of rule 2.6.29, as far as it needs no more than what is
 * known elsewhere. `marks` are the references and times of the command.
 * @throws Rejected with the first rule that is broken
 */
export function checkReferences(
  command: Command,
  marks: readonly MarkedValue[],
  context: DecisionContext,
): void {
  checkExistence(marks, 'source', 'unknown_source', context);
  if (hasQuotes(command.data) && !command.sources?.some((source) => source.locator !== undefined))
    throw new Rejected('locator_required', {
      fields: [{ field: 'sources', message: 'a quote needs a source with a locator' }],
    });
  checkExistence(marks, 'actor', 'unknown_actor', context);
}

export function checkSummits(marks: readonly MarkedValue[], context: DecisionContext): void {
  checkExistence(marks, 'summit', 'unknown_summit', context);
}

function checkExistence(
  marks: readonly MarkedValue[],
  role: 'source' | 'actor' | 'summit',
  code: RejectionCode,
  context: DecisionContext,
): void {
  const missing = marks.filter(
    (mark) => mark.role === role && !context.exists(`${role}-${String(mark.value)}`),
  );
  if (missing.length === 0) return;
  const fields = missing.map(({ path, value }) => ({
    field: path,
    message: `no ${role} "${String(value)}" is registered`,
  }));
  throw new Rejected(code, { fields });
}

function hasQuotes(data: object): boolean {
  return 'quotes' in data && Array.isArray(data.quotes) && data.quotes.length > 0;
}

/**
 * What a judgement rests on must be on record and count.
 * @throws Rejected `unknown_record` or `basis_retracted`, naming the records
 */
export function checkBasis(basis: readonly string[], context: DecisionContext): void {
  const naming = basis.map((record) => ({ record, found: context.record(record) }));
  refuse(
    'unknown_record',
    naming.filter(({ found }) => !found),
  );
  refuse(
    'basis_retracted',
    naming.filter(({ found }) => found?.standing === 'retracted'),
  );
}

/** Where the earlier records of an actor, and their publishers, are found. */
interface Elsewhere {
  readonly lookup: FactLookup;
  readonly streams: Streams;
}

/**
 * An anonymous actor serves one publisher (domain.md §2.8, rule 2.6.20): a record may name one only on the
 * authority of a single publisher, the one for whom all earlier records named it.
 * @throws Rejected `anonymous_not_shared` naming the earlier records
 */
export async function checkAnonymous(
  command: Command,
  marks: readonly MarkedValue[],
  context: DecisionContext,
  { lookup, streams }: Elsewhere,
): Promise<void> {
  const actors = new Set(marks.filter(({ role }) => role === 'actor').map(({ value }) => String(value)));
  const unnamed = [...actors].filter((actorId) => context.actor(actorId)?.data.kind === 'anonymous');
  if (unnamed.length === 0) return;
  const publishers = await publishersOf(command.sources ?? [], streams);
  if (publishers.size === 0) return;
  if (publishers.size > 1) throw new Rejected('anonymous_not_shared');
  for (const actorId of unnamed) {
    refuse('anonymous_not_shared', await usesByOthers(actorId, publishers, { lookup, streams }));
  }
}

async function usesByOthers(
  actorId: string,
  publishers: ReadonlySet<string>,
  { lookup, streams }: Elsewhere,
): Promise<Fact[]> {
  const uses: Fact[] = [];
  for (const use of await lookup.naming(actorId)) {
    const others = await publishersOf(use.sources, streams);
    if (others.union(publishers).size > 1) uses.push(use);
  }
  return uses;
}

/** Who published the sources; where a source names nobody, who published what it came through. */
async function publishersOf(
  sources: readonly { readonly sourceId: string }[],
  streams: Streams,
): Promise<Set<string>> {
  const publishers = new Set<string>();
  for (const { sourceId } of sources) {
    const publisher = await publisherOf(sourceId, streams, new Set());
    if (publisher !== undefined) publishers.add(publisher);
  }
  return publishers;
}

async function publisherOf(
  sourceId: string,
  streams: Streams,
  passed: Set<string>,
): Promise<string | undefined> {
  if (passed.has(sourceId)) return undefined;
  const context = new DecisionContext(await streams.loadAll([`source-${sourceId}`]));
  const source = context.source(sourceId)?.data;
  if (source?.publisher !== undefined || source?.via === undefined) return source?.publisher;
  return publisherOf(source.via, streams, passed.add(sourceId));
}
