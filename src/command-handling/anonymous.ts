import type { MarkedValue } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import type { Command } from './recording.js';
import type { FactLookup } from './fact-lookup.js';
import type { Streams } from './streams.js';
import { DecisionContext } from './decision-context.js';

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
    const inTheWay = await usesByOthers(actorId, publishers, { lookup, streams });
    if (inTheWay.length > 0) throw new Rejected('anonymous_not_shared', { records: inTheWay });
  }
}

async function usesByOthers(
  actorId: string,
  publishers: ReadonlySet<string>,
  { lookup, streams }: Elsewhere,
): Promise<string[]> {
  const uses: string[] = [];
  for (const use of await lookup.naming(actorId)) {
    const others = await publishersOf(use.sources, streams);
    if (others.union(publishers).size > 1) uses.push(use.record);
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
