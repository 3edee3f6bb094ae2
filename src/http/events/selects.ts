import { isEventType, type EventType, summitsIn, targetsIn, typesThat } from '../../../events/index.js';
import type { Facts } from '../../projection/facts.js';
import type { LedgerEvent } from '../../ledger/ledger.js';
import { addressesIn } from '../../records/dossier.js';
import { addressOf } from './wire-event.js';

/** Which events a reader sees, beyond what the ledger filters. Asked of each once, in the order of the ledger. */
export type Selects = (event: LedgerEvent) => boolean;

export const everything: Selects = () => true;

export function ofStream(stream: string): Selects {
  return (event) => event.stream === stream;
}

/**
 * The events of a summit: those that name it, and all of the streams in which one does (the assessment of a
 * commitment names no summit itself).
 */
export function ofSummit(summit: string, facts: Facts): Selects {
  const streams = new Set(facts.streamsOfSummit(summit));
  return (event) => {
    if (namesSummit(event, summit)) streams.add(event.stream);
    return streams.has(event.stream);
  };
}

/** The event of a record, and whatever is about it at any remove: its correction, the retraction of that. */
export function ofRecord(address: string, facts: Facts): Selects {
  const dossier = facts.dossier(address, facts.position());
  const about = new Set([address, ...(dossier ? addressesIn(dossier) : [])]);
  return (event) => {
    const own = addressOf(event);
    if (aboutWhat(event).some((target) => about.has(target))) about.add(own);
    return about.has(own);
  };
}

/** The types that the events of a record can have, its own and those about it; undefined before it is known. */
export function typesAbout(address: string, facts: Facts): readonly EventType[] | undefined {
  const dossier = facts.dossier(address, facts.position());
  return dossier && [dossier.record.type, ...typesThat(({ form }) => form === 'record_keeping')];
}

/** An event of a newer version of this service is about nothing that is known here. */
function aboutWhat({ type, data }: LedgerEvent): readonly string[] {
  const held: unknown = data['data'];
  return isEventType(type) && typeof held === 'object' && held !== null ? targetsIn(type, held) : [];
}

/** Whether an event's data names a summit. */
function namesSummit(event: LedgerEvent, summit: string): boolean {
  const data: unknown = event.data['data'];
  return typeof data === 'object' && data !== null && summitsIn(data)?.includes(summit) === true;
}
