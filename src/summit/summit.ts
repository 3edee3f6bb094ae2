import type { Fact } from '../records/fact.js';
import { refuse, Rejected } from '../records/rejected.js';
import { futureRecord, type Command } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { comparePositions } from '../time/ledger-position.js';
import { orderOf } from '../time/when.js';
import { Programme, type Item } from './programme.js';
import type { Cancellation, Hold } from './programme/outcomes.js';

const PREFIX = 'summit-';

type CommandTime = Pick<Command, 'recordId' | 'occurredAt'>;

/** A summit as its commands see it. */
export class Summit {
  readonly programme: Programme;

  private constructor(private readonly records: Records) {
    this.programme = Programme.of(records.stream.slice(PREFIX.length), records.facts);
  }

  static of(records: Records): Summit {
    return new Summit(records);
  }

  /** An id stays taken after a retraction (rule 2.6.16). */
  get isTaken(): boolean {
    return this.records.revision >= 0;
  }

  /**
   * An item that any schedule lists, or the root.
   * @throws Rejected `unknown_item`
   */
  item(itemId: string): Item {
    const item = this.programme.item(itemId);
    if (item) return item;
    const message = `no schedule of the summit lists "${itemId}"`;
    throw new Rejected('unknown_item', { fields: [{ field: 'data.itemId', message }] });
  }

  /** What stands in the way of an item's being held or canceled. */
  outcomesOf(itemId: string): readonly (Cancellation | Hold)[] {
    return [...this.programme.cancellationsOf(itemId), ...this.programme.holdsOf(itemId)];
  }

  /** What stands in the way of something's having been held: the root's cancellations too (rule 2.6.11). */
  againstHolding(command: CommandTime, itemId: string | undefined): readonly Fact[] {
    const own = itemId === undefined ? [] : this.outcomesOf(itemId);
    return [...own, ...this.notAfter(command, this.programme.rootCancellations)];
  }

  /** Those of the facts that decidably happened before what is told now. */
  before<F extends Fact>(command: CommandTime, facts: readonly F[]): readonly F[] {
    const now = futureRecord(command, this.records);
    return facts.filter((fact) => orderOf(fact, now) === 'before');
  }

  /** All of the facts but those that decidably happened after what is told now. */
  notAfter<F extends Fact>(command: CommandTime, facts: readonly F[]): readonly F[] {
    const now = futureRecord(command, this.records);
    return facts.filter((fact) => orderOf(fact, now) !== 'after');
  }
}

/**
 * @param detail what the client may do about it, where there is more to say than that they contradict
 * @throws Rejected `contradicts_record` naming the records in the way, if there are any, in recorded order
 */
export function refuseContradiction(inTheWay: readonly Fact[], detail?: string): void {
  const inOrder = inTheWay.toSorted((a, b) => comparePositions(a.position, b.position));
  refuse('contradicts_record', inOrder, detail);
}
