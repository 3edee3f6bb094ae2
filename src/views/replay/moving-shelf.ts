import { addressesIn, type Dossier } from '../../records/dossier.js';
import type { Shelf } from '../../records/effective.js';
import { marksTold } from '../../records/wordings.js';

/** What a dossier names: streams of actors and sources, and addresses of records. */
export function namedBy(dossier: Dossier): readonly string[] {
  let names = named.get(dossier);
  if (!names) {
    names = marksTold(dossier).flatMap(({ role, value }) => {
      if (typeof value !== 'string') return [];
      if (role === 'record') return [value];
      return role === 'actor' || role === 'source' ? [`${role}-${value}`] : [];
    });
    named.set(dossier, (names = [...new Set(names)]));
  }
  return names;
}

const named = new WeakMap<Dossier, readonly string[]>();

/** Dossiers of which newer versions are put in the place of older ones, and which of them rest on which. */
export class MovingShelf implements Shelf {
  private readonly byAddress = new Map<string, Dossier>();
  private readonly streams = new Map<string, Map<string, Dossier>>();
  private readonly naming = new Map<string, Set<string>>();

  dossier(address: string): Dossier | undefined {
    return this.byAddress.get(address);
  }

  /** In the order in which they came first. */
  ofStream(stream: string): readonly Dossier[] {
    return [...(this.streams.get(stream)?.values() ?? [])];
  }

  put(dossier: Dossier): void {
    const { address, stream } = dossier.record;
    this.byAddress.set(address, dossier);
    const neighbors = this.streams.get(stream) ?? new Map<string, Dossier>();
    this.streams.set(stream, neighbors.set(address, dossier));
    // A newer version names whatever an older one did.
    for (const name of namedBy(dossier)) {
      const namers = this.naming.get(name) ?? new Set<string>();
      this.naming.set(name, namers.add(address));
    }
  }

  /** Dossiers, and all that rest on them at any number of removes; by address. */
  withAllThatRestOn(addresses: Iterable<string>): ReadonlySet<string> {
    const reached = new Set(addresses);
    // A set that grows while it is walked is walked to its end.
    for (const address of reached) {
      const dossier = this.byAddress.get(address);
      const names = dossier ? [dossier.record.stream, ...addressesIn(dossier)] : [];
      for (const name of names) for (const namer of this.naming.get(name) ?? []) reached.add(namer);
    }
    return reached;
  }
}
