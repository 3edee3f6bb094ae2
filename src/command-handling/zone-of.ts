import { SummitRegistered, summitsIn, targetsIn, traitsOf, type EventType } from '../../events/index.js';
import { factOf } from '../records/fact.js';
import { classOf, type Command } from './recording.js';
import type { Records } from './stream-state.js';
import type { DecisionContext } from './decision-context.js';

/**
 * The summits whose zone a text without a zone is read in (rule 2.6.5): those that the command names; of a
 * judgement those of the commitment or prediction, of a record about another those of that one, whether or
 * not it still counts.
 */
export function summitsOf(type: EventType, data: object, records: Records): readonly string[] {
  const dossier = records.dossier(targetsIn(type, data)[0] ?? '');
  const fact = dossier ? factOf(dossier) : { type, data };
  return summitsIn(fact.data) ?? (traitsOf(fact.type).isJudgement ? judged(records) : []);
}

/** What a judgement is of: the one fact of its stream that names summits. */
function judged({ facts }: Records): readonly string[] {
  return facts.map(({ data }) => summitsIn(data)).find((ids) => ids !== undefined) ?? [];
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
