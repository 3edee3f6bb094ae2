import { datesOf, isCalendarTime, TIMESTAMP, type When } from '../../../events/index.js';
import { isFactOf, ofType, type Fact } from '../../records/fact.js';
import { expandWhen } from '../../time/edtf.js';
import { spanOf } from '../../time/when.js';
import { offsetOf } from '../../time/zone.js';
import { Memberships } from './memberships.js';

/** Where the default of a disclosure looks. */
export interface Grounds {
  /** The fact that stands at an address, or for what was merged away there. */
  fact(address: string): Fact | undefined;
  publication(sourceId: string): When | undefined;
  readonly memberships: Memberships;
}

/**
 * When facts became public: as stated, else by default (domain.md §2.2, rule 2.6.6). An act done in public
 * became so as it happened; a commitment, or a position told by another than the party, with its basis, else
 * with the first publication among its sources, else at no time that is known.
 */
export class Disclosure {
  constructor(private readonly grounds: Grounds) {}

  /** @param facts those that stand, with the bases and sources that the default may rest on */
  static among(facts: readonly Fact[]): Disclosure {
    // What was merged away is known when the record that stands for it is.
    const byAddress = new Map(
      facts.flatMap((fact) => [fact.record, ...(fact.duplicates ?? [])].map((record) => [record, fact])),
    );
    const sources = new Map(
      ofType('SourceRegistered', facts)
        .filter((fact) => publicationOf(fact) !== undefined)
        .map((fact) => [fact.data.sourceId, fact]),
    );
    return new Disclosure({
      fact: (address) => byAddress.get(address),
      publication: (sourceId) => publicationOf(sources.get(sourceId)),
      memberships: Memberships.of(facts),
    });
  }

  of(fact: Fact): When {
    return this.disclosed(fact, []);
  }

  private disclosed(fact: Fact, resting: readonly string[]): When {
    if (fact.disclosedAt) return fact.disclosedAt;
    const bases = this.privateBases(fact);
    if (!bases) return fact.occurredAt;
    const passed = [...resting, fact.record];
    const known = bases
      .filter((address) => !passed.includes(address))
      .flatMap((address) => this.grounds.fact(address) ?? [])
      .map((basis) => this.disclosed(basis, passed));
    return earliest(known) ?? earliest(this.publicationsOf(fact)) ?? sinceItHappened(fact);
  }

  /** The records on which something that passed in private rests; undefined for an act done in public. */
  private privateBases(fact: Fact): readonly string[] | undefined {
    if (isFactOf('CommitmentMade', fact)) return fact.data.basis ?? [];
    if (!isFactOf('PositionTaken', fact)) return undefined;
    const isOwn = this.grounds.memberships.belongsTo(fact.accordingTo ?? fact.data.party, fact.data.party);
    return isOwn ? undefined : (fact.data.basis ?? []);
  }

  private publicationsOf(fact: Fact): When[] {
    const sources = [fact, ...fact.corroborations].flatMap((account) => account.sources);
    return sources.flatMap(({ sourceId }) => this.grounds.publication(sourceId) ?? []);
  }
}

const publications = new WeakMap<Fact<'SourceRegistered'>, When | null>();

/** When a source came out; undefined where that is not known. */
export function publicationOf(source: Fact<'SourceRegistered'> | undefined): When | undefined {
  if (!source) return undefined;
  let known = publications.get(source);
  if (known === undefined) publications.set(source, (known = publication(source.data.publishedAt) ?? null));
  return known ?? undefined;
}

/** A source has no place, so its date is one anywhere on Earth; a clock without offset says nothing. */
function publication(publishedAt: string | undefined): When | undefined {
  if (publishedAt === undefined) return undefined;
  const isReadable = TIMESTAMP.test(publishedAt)
    ? isCalendarTime(publishedAt) && offsetOf(publishedAt) !== undefined
    : datesOf(publishedAt) !== undefined;
  return isReadable ? expandWhen(publishedAt, null) : undefined;
}

function earliest(whens: readonly When[]): When | undefined {
  return whens.reduce<When | undefined>(
    (first, when) => (first && spanOf(first).to <= spanOf(when).to ? first : when),
    undefined,
  );
}

function sinceItHappened({ occurredAt: { from, timeZone = null } }: Fact): When {
  return { from, to: null, precision: from === null ? 'unknown' : 'after', timeZone, basis: 'derived' };
}
