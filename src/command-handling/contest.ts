import { Rejected } from '../records/rejected.js';
import type { Command } from './recording.js';
import type { Records } from './stream-state.js';

/**
 * Decides, and where the client contests what stands in the way, decides again as if that were not there
 * (rule 2.6.14): so every other rule still holds for a contested fact.
 * @returns the data to record, and the addresses of the records that it disputes
 */
export function decideContested<D>(
  { onContradiction }: Pick<Command, 'onContradiction'>,
  records: Records,
  decide: (records: Records) => D,
): { readonly data: D; readonly disputed: readonly string[] } {
  const disputed: string[] = [];
  for (;;) {
    try {
      return { data: decide(without(records, disputed)), disputed };
    } catch (error) {
      const inTheWay = onContradiction === 'contest' ? contradicted(error) : [];
      const hideable = inTheWay.filter((record) => !disputed.includes(record) && stands(record, records));
      // What stands elsewhere, or was hidden already, would be in the way again and again.
      if (hideable.length === 0 || hideable.length < inTheWay.length) throw error;
      disputed.push(...hideable);
    }
  }
}

function stands(record: string, { facts }: Records): boolean {
  return facts.some((fact) => fact.record === record);
}

function contradicted(error: unknown): readonly string[] {
  if (!(error instanceof Rejected) || error.code !== 'contradicts_record') return [];
  return error.particulars.records ?? [];
}

function without(records: Records, hidden: readonly string[]): Records {
  if (hidden.length === 0) return records;
  return {
    stream: records.stream,
    revision: records.revision,
    facts: records.facts.filter((fact) => !hidden.includes(fact.record)),
    find: (address) => records.find(address),
    dossier: (address) => records.dossier(address),
  };
}
