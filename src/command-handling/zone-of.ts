import { SummitRegistered, summitsIn } from '../../events/index.js';
import { factOf } from '../records/fact.js';
import { classOf, type Command } from './recording.js';
import type { Records } from './stream-state.js';
import type { DecisionContext } from './decision-context.js';

/**
 * The summits whose zone a text without a zone is read in (rule 2.6.5): those that the command names; of a
 * judgement those of the commitment or prediction, of a record about another those of that one, whether or
 * not it still counts.
 */
export function summitsOf({ data }: Pick<Command, 'data'>, records: Records): readonly string[] {
  const dossier = records.dossier(textIn(data, 'target') ?? textIn(data, 'survivor') ?? '');
  const account = dossier ? factOf(dossier).data : data;
  return summitsIn(account) ?? judged(account, records) ?? [];
}

/** What a judgement is of: the one fact of its stream that names summits. */
function judged(data: object, records: Records): readonly string[] | undefined {
  if (!('commitmentId' in data || 'predictionId' in data)) return undefined;
  return records.facts.map((fact) => summitsIn(fact.data)).find((ids) => ids !== undefined);
}

function textIn(data: object, field: string): string | undefined {
  const held = new Map<string, unknown>(Object.entries(data)).get(field);
  return typeof held === 'string' ? held : undefined;
}

/** The zone of a summit that is about to be registered is in its own data; that of a planned item is not meant. */
export function zoneOf(
  command: Command,
  summits: readonly string[],
  context: DecisionContext,
): string | null {
  if (classOf(command).event === SummitRegistered) return textIn(command.data, 'timeZone') ?? null;
  for (const summitId of summits) {
    const zone = context.summit(summitId)?.data.timeZone;
    if (zone !== undefined) return zone;
  }
  return null;
}
