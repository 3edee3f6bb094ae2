import type { Type } from '../language/language.js';
import { isKeeping, list, maybe, patchOf, str, type Data, type Rec } from './record.js';
import { boundsOf, type Time } from './time.js';

/** A record as it stands, and whether it may or may not be in at the moment asked for. */
export interface Fact extends Rec {
  readonly undecided: boolean;
}

/** RFC 7396. */
export function mergePatch(target: Data, patch: Data): Data {
  const result: Record<string, unknown> = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name);
    else result[name] = merged(result[name], value);
  }
  return result;
}

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asObject = (value: unknown): Data => (isObject(value) ? value : {});

const isTime = (value: unknown) => isObject(value) && 'precision' in value;

/** As RFC 7396, but null in a time keeps its meaning: unbounded, or an unknown place. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  if (!isTime(target) && !isTime(patch)) return mergePatch(asObject(target), patch);
  const parts = Object.entries({ ...asObject(target), ...patch });
  return Object.fromEntries(
    parts.filter(([name, value]) => value !== null || ['from', 'to', 'timeZone'].includes(name)),
  );
}

/** What a correction makes of a record (§2.3, RecordCorrected). */
export function patched<R extends Omit<Rec, 'n'>>(record: R, patch: Data): R {
  // What is folded is a record, with no more than its fields changed.
  return mergePatch(record, patch) as unknown as R;
}

/** Every record of a list as it stands (§2.7), for the ledger or for what the public knew of the repairs. */
export class Fold {
  private readonly byAddress: ReadonlyMap<string, Rec>;
  private readonly aboutAddress: ReadonlyMap<string, readonly Rec[]>;

  constructor(
    readonly all: readonly Rec[],
    private readonly publicAt: number | null = null,
  ) {
    this.byAddress = new Map(all.map((record) => [record.address, record]));
    this.aboutAddress = Map.groupBy(all.filter(isKeeping), ({ data }) => maybe(data, 'target') ?? '');
  }

  find(address: string): Rec | undefined {
    return this.byAddress.get(address);
  }

  /** Repairs of one type that count, in recorded order. */
  about(address: string, type: Type): Fact[] {
    return (this.aboutAddress.get(address) ?? [])
      .filter((repair) => repair.type === type && !this.isRetracted(repair.address))
      .map((repair) => this.effective(repair))
      .filter((repair) => this.applies(repair) !== 'out');
  }

  isRetracted(address: string): boolean {
    return this.about(address, 'RecordRetracted').length > 0;
  }

  /** The merges by which a record is a duplicate of another. */
  mergesOf(address: string): Fact[] {
    return this.all
      .filter(({ type }) => type === 'RecordsMerged')
      .filter((merge) => list(merge.data, 'duplicates').includes(address))
      .filter((merge) => !this.isRetracted(merge.address))
      .map((merge) => this.effective(merge));
  }

  isMerged(address: string): boolean {
    return this.mergesOf(address).length > 0;
  }

  /** Whether a record counts: neither retracted nor merged away. */
  stands({ address }: { readonly address: string }): boolean {
    return !this.isRetracted(address) && !this.isMerged(address);
  }

  /** The record that stands for one: itself, or the one that it was merged into, at any number of removes. */
  survivorOf(address: string, passed: readonly string[] = []): string {
    const [merge] = this.mergesOf(address);
    const survivor = merge && maybe(merge.data, 'survivor');
    if (survivor === undefined || passed.includes(survivor)) return address;
    return this.survivorOf(survivor, [...passed, address]);
  }

  /** The record and all that were merged into it and not retracted since. */
  unitedWith(address: string): readonly string[] {
    const duplicates = this.all
      .map((one) => one.address)
      .filter((one) => this.isMerged(one) && !this.isRetracted(one) && this.survivorOf(one) === address);
    return [address, ...duplicates];
  }

  /**
   * Whether a record counts for what is decided in its stream. A merge is written to the survivor's stream
   * (§2.7), and consistency ends at the stream: a merge in another is known to views alone.
   */
  standsInStream({ address, stream }: Rec): boolean {
    return !this.isRetracted(address) && !this.mergesOf(address).some((merge) => merge.stream === stream);
  }

  /** The record as corrected; a correction may itself be corrected (rule 2.6.21). */
  effective(record: Rec): Fact {
    const corrections = this.about(record.address, 'RecordCorrected');
    const corrected = corrections.reduce((now, correction) => patched(now, patchOf(correction)), record);
    return { ...corrected, undecided: this.isUnsettled(record.address) };
  }

  /** Whether a repair that decides how a record stands or reads straddles the moment (rule 2.6.28). */
  private isUnsettled(address: string): boolean {
    const merges = this.all.filter(
      ({ type, data }) =>
        type === 'RecordsMerged' && [data['survivor'], ...list(data, 'duplicates')].includes(address),
    );
    const repairs = (this.aboutAddress.get(address) ?? []).filter(
      ({ type }) => type === 'RecordCorrected' || type === 'RecordRetracted',
    );
    return [...repairs, ...merges].some((repair) => {
      const now = this.effective(repair);
      const presence = this.applies(now);
      if (presence === 'out') return false;
      return now.undecided || (presence === 'undecided' && this.stands(repair));
    });
  }

  /** As `effective`, with one of its corrections worded anew. */
  effectiveWith(record: Rec, correction: Rec): Rec {
    return this.about(record.address, 'RecordCorrected')
      .map((one) => (one.address === correction.address ? correction : one))
      .reduce<Rec>((now, one) => patched(now, patchOf(one)), record);
  }

  /** What stands of some types, in recorded order. */
  standing(...types: readonly Type[]): Fact[] {
    return this.all
      .filter(({ type }) => types.includes(type))
      .filter((record) => this.stands(record))
      .map((record) => this.effective(record));
  }

  /** Evidence of a record and of what was said of it since. */
  evidenceOf(address: string): readonly string[] {
    const record = this.find(address);
    const told = record ? [this.effective(record), ...this.about(address, 'RecordCorroborated')] : [];
    return told.flatMap(({ sources }) => (sources ?? []).map(({ sourceId }) => sourceId));
  }

  /** Whether a repair counts at `publicAt` (rules 2.6.6 and 2.6.28). */
  private applies(repair: Fact): 'in' | 'out' | 'undecided' {
    const { type, data, recordedAt, disclosedAt, embargoUntil } = repair;
    if (this.publicAt === null) return 'in';
    const isOwn =
      type === 'RecordCorroborated' ||
      type === 'RecordDisputed' ||
      type === 'RecordsMerged' ||
      (type === 'RecordCorrected' && str(data, 'cause') === 'error') ||
      (type === 'RecordRetracted' && str(data, 'by') === 'ledger');
    if (isOwn) return 'in';
    return publicity(disclosedAt ?? pointIn(recordedAt), embargoUntil, this.publicAt);
  }
}

function pointIn(instant: number): Time {
  const timestamp = new Date(instant).toISOString();
  return { from: timestamp, to: timestamp };
}

/** Whether something is public at an instant (§2.4, rule 2.6.1). */
export function publicity(
  disclosedAt: Time | undefined,
  embargoUntil: string | null | undefined,
  instant: number,
): 'in' | 'out' | 'undecided' {
  const { from, to } = boundsOf(disclosedAt);
  if (from >= instant) return 'out';
  if (typeof embargoUntil === 'string' && Date.parse(embargoUntil) > instant) return 'out';
  return to > instant ? 'undecided' : 'in';
}
