import { targetsIn } from '../../events/index.js';
import { comparePositions } from '../time/ledger-position.js';
import type { Recorded } from './recorded.js';

/**
 * A record with everything that later records say of it: corrections, retractions, corroborations,
 * disputes, merges, each again with what is said of it. In recorded order. Never changed in place.
 */
export interface Dossier {
  readonly record: Recorded;
  readonly keeping: readonly Dossier[];
}

/** Where dossiers stand: in memory where commands are decided, in rows where facts are projected. */
export interface DossierStore {
  dossier(address: string): Dossier | undefined;
  put(dossier: Dossier): void;
  /** The dossiers in which a record stands: its own, or those of the records that it is about. */
  placesOf(address: string): readonly string[];
  place(address: string, dossiers: readonly string[]): void;
}

/** The records that a record-keeping record is about; none for a fact. */
export function targetsOf({ type, body }: Recorded): readonly string[] {
  return targetsIn(type, body.data);
}

/**
 * The one fold: takes the next record, in recorded order. A fact opens a dossier; a record about others is
 * laid into every dossier in which they stand. One whose target is not on this shelf opens its own.
 */
export function fold(into: DossierStore, record: Recorded): void {
  const own: Dossier = { record, keeping: [] };
  const targets = targetsOf(record);
  const places = [...new Set(targets.flatMap((target) => into.placesOf(target)))];
  if (places.length === 0) {
    into.put(own);
    into.place(record.address, [record.address]);
    return;
  }
  for (const place of places) {
    const dossier = into.dossier(place);
    if (dossier) into.put(laidInto(dossier, targets, own));
  }
  into.place(record.address, places);
}

/** A dossier as it reads with one more record about what is in it. */
export function withKept(dossier: Dossier, record: Recorded): Dossier {
  return laidInto(dossier, targetsOf(record), { record, keeping: [] });
}

function laidInto(dossier: Dossier, targets: readonly string[], own: Dossier): Dossier {
  const inner = dossier.keeping.map((kept) => laidInto(kept, targets, own));
  const isTarget = targets.includes(dossier.record.address);
  const unchanged = !isTarget && inner.every((kept, i) => kept === dossier.keeping[i]);
  if (unchanged) return dossier;
  return { record: dossier.record, keeping: isTarget ? [...inner, own] : inner };
}

/** Every record that stands in a dossier, the outermost first. */
export function recordsIn({ record, keeping }: Dossier): Recorded[] {
  return [record, ...keeping.flatMap(recordsIn)];
}

/** The addresses of all records in a dossier, its own first. */
export function addressesIn(dossier: Dossier): string[] {
  return recordsIn(dossier).map(({ address }) => address);
}

/** The dossier as it was when the ledger had reached a position; undefined before the record came. */
export function heldAt(dossier: Dossier, position: string): Dossier | undefined {
  if (comparePositions(dossier.record.position, position) > 0) return undefined;
  return { record: dossier.record, keeping: dossier.keeping.flatMap((kept) => heldAt(kept, position) ?? []) };
}

/** The dossier of one record, wherever in this dossier it stands. */
export function within(dossier: Dossier, address: string): Dossier | undefined {
  if (dossier.record.address === address) return dossier;
  for (const kept of dossier.keeping) {
    const found = within(kept, address);
    if (found) return found;
  }
  return undefined;
}

/** A shelf in memory. */
export class Dossiers implements DossierStore {
  private readonly byAddress = new Map<string, Dossier>();
  private readonly places = new Map<string, readonly string[]>();

  static of(records: Iterable<Recorded>): Dossiers {
    const dossiers = new Dossiers();
    for (const record of records) fold(dossiers, record);
    return dossiers;
  }

  dossier(address: string): Dossier | undefined {
    return this.byAddress.get(address);
  }

  put(dossier: Dossier): void {
    this.byAddress.set(dossier.record.address, dossier);
  }

  placesOf(address: string): readonly string[] {
    return this.places.get(address) ?? [];
  }

  place(address: string, dossiers: readonly string[]): void {
    this.places.set(address, dossiers);
  }

  /** A record by its address, also one that stands in the dossier of another. */
  find(address: string): Dossier | undefined {
    const place = this.placesOf(address)[0];
    const dossier = place === undefined ? undefined : this.dossier(place);
    return dossier && within(dossier, address);
  }

  all(): Iterable<Dossier> {
    return this.byAddress.values();
  }
}
