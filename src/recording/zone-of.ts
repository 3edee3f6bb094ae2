import type { Command } from './recording.js';
import type { Records } from './stream-state.js';
import type { World } from './world.js';

/**
 * The summits whose zone a text without a zone is read in (rule 2.6.5): those that the command names, else
 * those of the records in its stream: of the commitment or prediction, or of the record to be corrected.
 */
export function summitsOf(command: Command, records: Records): readonly string[] {
  const own = summitIdsIn(command.data);
  if (own.length > 0) return own;
  const told = records.facts.map((fact) => summitIdsIn(fact.data)).find((ids) => ids.length > 0);
  return told ?? [];
}

function summitIdsIn(data: object): string[] {
  if ('summitId' in data && typeof data.summitId === 'string') return [data.summitId];
  if ('summitIds' in data && Array.isArray(data.summitIds)) return data.summitIds.map(String);
  return [];
}

/** A zone given in the data comes first: that of a summit that is about to be registered. */
export function zoneOf(command: Command, summits: readonly string[], world: World): string | null {
  if ('timeZone' in command.data && typeof command.data.timeZone === 'string') return command.data.timeZone;
  for (const summitId of summits) {
    const zone = world.summit(summitId)?.data.timeZone;
    if (zone !== undefined) return zone;
  }
  return null;
}
