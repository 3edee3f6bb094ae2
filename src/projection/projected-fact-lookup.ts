import { Account, eventTypes, marksIn } from '../../events/index.js';
import { FactLookup } from '../command-handling/fact-lookup.js';
import { basesOf } from '../records/basis.js';
import type { Dossier } from '../records/dossier.js';
import { factOf, isFactOf, liveKeeping, ofType, standingOf, type Fact } from '../records/fact.js';
import { normalizedQuote } from '../statement/words.js';
import type { Facts } from './facts.js';
import type { Projection } from './projection.js';
import { wordsTarget } from './index-keys.js';

const PATIENCE_MS = 5_000;

/** Recollects from the projected facts, once they hold what this process has acknowledged. */
export class ProjectedFactLookup extends FactLookup {
  /** @param acknowledged the last position of this process's own appends */
  constructor(
    private readonly facts: Facts,
    private readonly projection: Pick<Projection, 'reach'>,
    private readonly acknowledged: () => string,
  ) {
    super();
  }

  /** @throws ProjectionLagging */
  override async naming(actorId: string): Promise<readonly Fact[]> {
    const dossiers = await this.dossiersNaming([`actor-${actorId}`]);
    return dossiers.flatMap(standingIn).filter((fact) => namesActor(fact, actorId));
  }

  /** @throws ProjectionLagging */
  override async sameWords(speaker: string, quotes: readonly string[]): Promise<readonly Fact[]> {
    const asked = new Set(quotes.map(normalizedQuote));
    const dossiers = await this.dossiersNaming(quotes.map((quote) => wordsTarget(speaker, quote)));
    return dossiers
      .flatMap(standingIn)
      .filter(
        (fact) =>
          isFactOf('StatementIssued', fact) &&
          fact.data.speaker === speaker &&
          fact.data.quotes?.some((quote) => asked.has(normalizedQuote(quote))),
      );
  }

  /** @throws ProjectionLagging */
  override async mergesOf(addresses: readonly string[]): Promise<readonly Fact<'RecordsMerged'>[]> {
    const asOf = await this.caughtUp();
    const merges = addresses.flatMap((address) => {
      // A merge is laid into the dossiers of all that it is about.
      const dossier = this.facts.dossier(address, asOf);
      const keeping = dossier ? liveKeeping(dossier).map((kept) => factOf(kept)) : [];
      return ofType('RecordsMerged', keeping).filter(({ data }) => data.duplicates.includes(address));
    });
    return [...new Map(merges.map((merge) => [merge.record, merge])).values()];
  }

  /** @throws ProjectionLagging */
  override async restingOnNothing(basis: string, asOf: string): Promise<readonly Fact[]> {
    await this.projection.reach(asOf, PATIENCE_MS);
    return this.facts
      .naming(basis, asOf)
      .flatMap(standingIn)
      .filter((fact) => basesOf(fact).includes(basis))
      .filter((fact) => basesOf(fact).every((address) => !this.isOnRecord(address, asOf)));
  }

  /** Whether a record counts, if only through another that stands for it. */
  private isOnRecord(address: string, asOf: string): boolean {
    const dossier = this.facts.dossier(address, asOf);
    return dossier !== undefined && standingOf(dossier) !== 'retracted';
  }

  private async dossiersNaming(targets: readonly string[]): Promise<Dossier[]> {
    const asOf = await this.caughtUp();
    const found = targets.flatMap((target) => this.facts.naming(target, asOf));
    return [...new Map(found.map((dossier) => [dossier.record.address, dossier])).values()];
  }

  /** @returns the position up to which the facts hold all that this process has recorded */
  private async caughtUp(): Promise<string> {
    await this.projection.reach(this.acknowledged(), PATIENCE_MS);
    return this.facts.position();
  }
}

/** The record of a dossier and those about it, as far as they stand. */
function standingIn(dossier: Dossier): Fact[] {
  if (standingOf(dossier) !== 'effective') return [];
  return [factOf(dossier), ...liveKeeping(dossier).flatMap(standingIn)];
}

function namesActor(fact: Fact, actorId: string): boolean {
  const marks = [...marksIn(Account.prototype, fact), ...marksIn(eventTypes[fact.type].prototype, fact.data)];
  return marks.some(({ role, value }) => role === 'actor' && value === actorId);
}
