import { traitsOf } from '../../../events/index.js';
import { recordsIn, type Dossier } from '../../records/dossier.js';
import { isOf } from '../../records/recorded.js';
import { comparePositions } from '../../time/ledger-position.js';

/** A position at which the ledger learned something of a programme. */
export interface Step {
  readonly position: string;
  readonly recordedAt: string;
  /** The items of which it may have; all of them where that is not told. */
  readonly touched?: ReadonlySet<string>;
}

/** What a programme is told by; what is told of one item alone, and what of many. */
export class Planning {
  readonly dossiers: readonly Dossier[];
  private readonly itemsOf: ReadonlyMap<Dossier, readonly string[] | undefined>;

  constructor(dossiers: readonly Dossier[], summitId: string) {
    this.dossiers = dossiers.filter(
      ({ record }) => record.stream === `summit-${summitId}` && traitsOf(record.type).programme !== undefined,
    );
    this.itemsOf = new Map(this.dossiers.map((dossier) => [dossier, itemsAlone(dossier, summitId)]));
  }

  /** In the order of positions. */
  steps(): readonly Step[] {
    const learned = this.dossiers.flatMap((dossier) =>
      recordsIn(dossier).map(({ position, recordedAt }) => ({ position, recordedAt, dossier })),
    );
    const steps = [...Map.groupBy(learned, ({ position }) => position).values()];
    return steps
      .flatMap((records) => {
        const [first] = records;
        if (!first) return [];
        const touched = this.touchedBy(records.map(({ dossier }) => dossier));
        return [{ position: first.position, recordedAt: first.recordedAt, ...(touched && { touched }) }];
      })
      .sort((a, b) => comparePositions(a.position, b.position));
  }

  /** The dossiers from which these items are told; all of them unless told which. */
  bearingOn(items: ReadonlySet<string> | undefined): readonly Dossier[] {
    if (!items) return this.dossiers;
    return this.dossiers.filter((dossier) => {
      const own = this.itemsOf.get(dossier);
      return !own || own.some((itemId) => items.has(itemId));
    });
  }

  private touchedBy(dossiers: readonly Dossier[]): ReadonlySet<string> | undefined {
    const items = dossiers.map((dossier) => this.itemsOf.get(dossier));
    return items.includes(undefined) ? undefined : new Set(items.flatMap((own) => own ?? []));
  }
}

/** The items that a dossier is about; undefined where it may bear on any: a revision, the root, a dispute. */
function itemsAlone(dossier: Dossier, summitId: string): readonly string[] | undefined {
  const records = recordsIn(dossier);
  if (
    traitsOf(dossier.record.type).programme !== 'item' ||
    records.some((record) => isOf('RecordDisputed', record))
  )
    return undefined;
  const items = records.flatMap(({ body }) => textsOf('itemId', body.data));
  return items.includes(summitId) ? undefined : items;
}

/** What a field holds wherever it stands, also in the patch of a correction. */
function textsOf(field: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === field && typeof inner === 'string' ? [inner] : textsOf(field, inner),
  );
}
