import type { When } from '../../../events/index.js';
import type { Dossier } from '../../records/dossier.js';
import { effectiveFact } from '../../records/effective.js';
import { isFactOf, ofType, type Fact } from '../../records/fact.js';
import { appliesAt } from '../../records/public.js';
import { comparePositions } from '../../time/ledger-position.js';
import type { Moment } from '../../time/moment.js';
import { spanOf } from '../../time/when.js';
import type { FactChange } from '../diff/causes.js';
import { isSame } from '../diff/same.js';
import { Disclosure, publicationOf, type Grounds } from '../knowledge/disclosure.js';
import { knownIf, type Known } from '../knowledge/known.js';
import { Memberships, orgsIn } from '../knowledge/memberships.js';
import { MovingShelf } from './moving-shelf.js';
import { timesToldOf } from './told-times.js';

interface Entry {
  dossier: Dossier;
  fact?: Fact | undefined;
  disclosedAt?: When;
  known?: Known | undefined;
}

/**
 * What is known while a moment moves on along one axis: the same as `knownAt` at every moment, but only what the
 * move touches is read again. A new version of a dossier touches all that rests on it; an instant touches the
 * facts that a bound of their time, or an embargo, lets in at it, and what may read otherwise from then on.
 */
export class MovingKnowledge {
  private readonly shelf = new MovingShelf();
  private readonly entries = new Map<string, Entry>();
  private order: Entry[] = [];
  private readonly disclosure = new Disclosure(this.grounds());
  /** Addresses by the instants at which a fact may come in, and at which a dossier may read otherwise. */
  private readonly comingIn = new Map<number, Set<string>>();
  private readonly readingAnew = new Map<number, Set<string>>();
  /** Survivors by the addresses of what was merged into them. */
  private readonly survivors = new Map<string, Set<string>>();

  constructor(private readonly axis: 'asOf' | 'at' | 'publicAt') {}

  /** In the order of positions. */
  get dossiers(): readonly Dossier[] {
    return this.order.map(({ dossier }) => dossier);
  }

  /** What is known, in the order of positions. */
  facts(isAsked: (fact: Known) => boolean): readonly Known[] {
    return this.order.flatMap(({ known }) => (known && isAsked(known) ? [known] : []));
  }

  /** Whether anything may be known otherwise at an instant than just before it. */
  isTouchedAt(instant: number): boolean {
    return this.comingIn.has(instant) || this.readingAnew.has(instant);
  }

  /** Goes on to an instant at which `isTouchedAt`, past none other. */
  moveTo(instant: number, moment: Moment): readonly FactChange[] {
    const anew = this.shelf.withAllThatRestOn(this.readingAnew.get(instant) ?? []);
    return this.read(anew, this.comingIn.get(instant) ?? new Set(), moment);
  }

  /** Reads all of it again: the moment may have gone past anything. */
  jumpTo(moment: Moment): readonly FactChange[] {
    return this.read(new Set(this.entries.keys()), new Set(), moment);
  }

  /** @param dossiers new ones, and newer versions of known ones, in the order of positions */
  take(dossiers: readonly Dossier[], moment: Moment): readonly FactChange[] {
    const before = new Map<string, Dossier | undefined>();
    for (const dossier of dossiers) {
      const { address } = dossier.record;
      const entry = this.entries.get(address);
      before.set(address, entry?.dossier);
      this.place(dossier, entry);
    }
    const touched = this.shelf.withAllThatRestOn(before.keys());
    const changes = this.read(touched, new Set(), moment);
    return changes.map((change) =>
      before.has(change.record) ? { ...change, old: before.get(change.record) } : change,
    );
  }

  private place(dossier: Dossier, known: Entry | undefined): void {
    const { address, position } = dossier.record;
    this.shelf.put(dossier);
    if (known) known.dossier = dossier;
    else {
      const entry: Entry = { dossier };
      const last = this.order.at(-1)?.dossier.record.position;
      this.entries.set(address, entry);
      this.order.push(entry);
      if (last !== undefined && comparePositions(last, position) > 0) this.order.sort(byPosition);
    }
    if (this.axis === 'publicAt')
      for (const time of timesToldOf(dossier))
        for (const instant of [time, time + 1]) noted(this.readingAnew, instant, address);
  }

  private read(anew: ReadonlySet<string>, comingIn: ReadonlySet<string>, moment: Moment): FactChange[] {
    const applies = appliesAt(moment.publicAt);
    const read = [...anew].flatMap((address) => this.entries.get(address) ?? []);
    for (const entry of read) this.stand(entry, effectiveFact(entry.dossier, this.shelf, applies));
    for (const entry of read) if (entry.fact) this.disclose(entry, entry.fact);
    const touched = [...anew.union(comingIn)].flatMap((address) => this.entries.get(address) ?? []);
    return touched.sort(byPosition).flatMap((entry) => this.changeOf(entry, moment));
  }

  private stand(entry: Entry, fact: Fact | undefined): void {
    const { address } = entry.dossier.record;
    for (const merged of duplicatesOf(entry.fact)) this.survivors.get(merged)?.delete(address);
    for (const merged of duplicatesOf(fact)) noted(this.survivors, merged, address);
    if (!isSame(entry.fact, fact)) entry.fact = fact;
  }

  private disclose(entry: Entry, fact: Fact): void {
    entry.disclosedAt = this.disclosure.of(fact);
    if (this.axis === 'asOf') return;
    const { from, to } = spanOf(this.axis === 'at' ? fact.occurredAt : entry.disclosedAt);
    const until = this.axis === 'at' ? Infinity : Date.parse(fact.embargoUntil ?? '');
    for (const instant of [from + 1, to, until])
      if (Number.isFinite(instant)) noted(this.comingIn, instant, fact.record);
  }

  private changeOf(entry: Entry, moment: Moment): FactChange[] {
    const { fact, disclosedAt, dossier, known: before } = entry;
    const after = fact && disclosedAt && knownIf(fact, disclosedAt, moment);
    if (isSame(before, after)) return [];
    entry.known = after;
    return [{ record: dossier.record.address, before, after, old: dossier, now: dossier }];
  }

  private grounds(): Grounds {
    const standing = (stream: string) =>
      this.shelf.ofStream(stream).flatMap(({ record }) => this.entries.get(record.address)?.fact ?? []);
    return {
      fact: (address) => this.entries.get(address)?.fact ?? this.survivorOf(address),
      publication: (sourceId) =>
        ofType('SourceRegistered', standing(`source-${sourceId}`))
          .flatMap((fact) => publicationOf(fact) ?? [])
          .at(-1),
      memberships: new Memberships((actorId) =>
        orgsIn(standing(`actor-${actorId}`).findLast((fact) => isFactOf('ActorRegistered', fact))),
      ),
    };
  }

  private survivorOf(address: string): Fact | undefined {
    const survivors = [...(this.survivors.get(address) ?? [])].flatMap((one) => this.entries.get(one) ?? []);
    return survivors.sort(byPosition).at(-1)?.fact;
  }
}

function duplicatesOf(fact: Fact | undefined): readonly string[] {
  return fact?.duplicates ?? [];
}

function byPosition(a: Entry, b: Entry): number {
  return comparePositions(a.dossier.record.position, b.dossier.record.position);
}

function noted<K>(map: Map<K, Set<string>>, key: K, address: string): void {
  const addresses = map.get(key);
  if (addresses) addresses.add(address);
  else map.set(key, new Set([address]));
}
