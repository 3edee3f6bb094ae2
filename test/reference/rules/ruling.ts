import type { Fact, Fold } from '../ledger/fold.js';
import { Programme } from '../ledger/programme.js';
import { maybe, Refusal, str, type Command, type Rec } from '../ledger/record.js';
import { compare, type Order } from '../ledger/time.js';

/** A command on its way: the record that it would make, and all that is there. */
export class Ruling {
  /** The records that the new one is to dispute, when it is contested (rule 2.6.14). */
  readonly disputed: string[] = [];

  constructor(
    readonly command: Command,
    readonly record: Rec,
    readonly fold: Fold,
  ) {}

  get data() {
    return this.record.data;
  }

  str(name: string): string {
    return str(this.data, name);
  }

  maybe(name: string): string | undefined {
    return maybe(this.data, name);
  }

  refuseIf(isBroken: boolean, code: string): void {
    if (isBroken) throw new Refusal(code);
  }

  /** Records in the way: they refuse the command, or it disputes them. */
  contradicts(records: readonly Fact[]): void {
    if (records.length === 0) return;
    const addresses = records.toSorted((a, b) => a.n - b.n).map(({ address }) => address);
    if (this.record.onContradiction !== 'contest') throw new Refusal('contradicts_record', addresses);
    this.disputed.push(...addresses);
  }

  /** How the new record stands in time to another. */
  order(other: Fact): Order {
    return compare(this.record, other);
  }

  isAfter(other: Fact): boolean {
    return this.order(other) === 'after';
  }

  isBefore(other: Fact): boolean {
    return this.order(other) === 'before';
  }

  /** What stands of this summit. */
  programme(summitId = this.str('summitId')): Programme {
    const records = this.fold.all.filter(({ stream }) => stream === `summit-${summitId}`);
    return new Programme(this.standing(records), summitId);
  }

  /** What stands in the stream of the command. */
  inStream(type: Rec['type']): Fact[] {
    const isHere = (one: Rec) => one.stream === this.record.stream && one.type === type;
    return this.standing(this.fold.all.filter(isHere));
  }

  private standing(records: readonly Rec[]): Fact[] {
    const counting = records.filter((record) => this.fold.standsInStream(record));
    return counting.map((record) => this.fold.effective(record));
  }
}
