import type { ItemKind } from '../../events/index.js';
import { ofType, type Fact } from '../records/fact.js';
import {
  agreementIds,
  agreementOf,
  isConclusion,
  type Agreement,
  type Conclusion,
} from './programme/agreements.js';
import { isHold, standingCancellations, type Cancellation, type Hold } from './programme/outcomes.js';
import { itemPlans, type ItemPlan } from './programme/plans.js';

/** Something that a programme lists, or the summit as a whole. */
export interface Item {
  readonly itemId: string;
  /** `summit` is the root item, whose itemId is the summitId. It stands on no plan. */
  readonly kind: ItemKind | 'summit';
  /** One for each publisher that ever listed it, in the order in which they first did. */
  readonly plans: readonly ItemPlan[];
}

/**
 * What the facts of a summit's stream say of its programme: what was planned, what took place, what was called
 * off, what was concluded. Of the facts given, and nothing else: those that stand, or those known at a moment.
 */
export class Programme {
  private listed: ReadonlyMap<string, Item> | undefined;
  private held: ReadonlyMap<string | undefined, readonly Hold[]> | undefined;
  private canceled: ReadonlyMap<string, readonly Cancellation[]> | undefined;

  private constructor(
    readonly summitId: string,
    private readonly facts: readonly Fact[],
  ) {}

  /** @param facts in recorded order; those of other streams are passed over */
  static of(summitId: string, facts: readonly Fact[]): Programme {
    const stream = `summit-${summitId}`;
    return new Programme(
      summitId,
      facts.filter((fact) => fact.stream === stream),
    );
  }

  /** Undefined when the registration was retracted. */
  get registration(): Fact<'SummitRegistered'> | undefined {
    return ofType('SummitRegistered', this.facts)[0];
  }

  get parties(): readonly string[] {
    return this.registration?.data.parties ?? [];
  }

  /** Of the clocks on its plans, where an item names no zone of its own. */
  get timeZone(): string | undefined {
    return this.registration?.data.timeZone;
  }

  /** The items that any revision of any publisher lists, in the order in which they were recorded. Without the root. */
  get items(): readonly Item[] {
    return [...this.byId.values()];
  }

  /** An item, or the root. */
  item(itemId: string): Item | undefined {
    if (itemId === this.summitId) return { itemId, kind: 'summit', plans: [] };
    return this.listed ? this.listed.get(itemId) : this.oneItem(itemId);
  }

  /** Everything that took place, also outside any programme. */
  get holds(): readonly Hold[] {
    return this.facts.filter(isHold);
  }

  holdsOf(itemId: string): readonly Hold[] {
    this.held ??= Map.groupBy(this.holds, ({ data }) => data.itemId);
    return this.held.get(itemId) ?? [];
  }

  /** The cancellations of the item itself, not of the root, that no reinstatement has lifted. */
  cancellationsOf(itemId: string): readonly Cancellation[] {
    this.canceled ??= Map.groupBy(standingCancellations(this.facts), ({ data }) => data.itemId);
    return this.canceled.get(itemId) ?? [];
  }

  /** The cancellations of the summit as a whole that no reinstatement has lifted. */
  get rootCancellations(): readonly Cancellation[] {
    return this.cancellationsOf(this.summitId);
  }

  /** All that tells what came of an item, of the root or of something outside the programme, and stands. */
  get outcomes(): readonly (Hold | Cancellation)[] {
    return [...this.holds, ...standingCancellations(this.facts)];
  }

  /** What closed the programme: one, unless records of two were restored. */
  get conclusions(): readonly Fact<'SummitConcluded'>[] {
    return ofType('SummitConcluded', this.facts);
  }

  /** An agreement, also one of which nothing is on record. */
  agreement(agreementId: string): Agreement {
    return agreementOf(agreementId, this.facts);
  }

  /** Every agreement that is outlined, concluded or left. */
  get agreements(): readonly Agreement[] {
    return agreementIds(this.facts).map((agreementId) => this.agreement(agreementId));
  }

  /** All adoptions and signings. */
  get agreementsConcluded(): readonly Conclusion[] {
    return this.facts.filter(isConclusion);
  }

  /** The revisions of all publishers, in recorded order. */
  get schedules(): readonly Fact<'SchedulePublished'>[] {
    return ofType('SchedulePublished', this.facts);
  }

  /** Commands ask for one item of many, whose plans alone are made in a fortieth of the time of all. */
  private oneItem(itemId: string): Item | undefined {
    const lines = this.schedules.flatMap(({ data }) => data.items);
    const line = lines.find((one) => one.itemId === itemId);
    return line && { itemId, kind: line.kind, plans: itemPlans(this.facts, new Set([itemId])) };
  }

  private get byId(): ReadonlyMap<string, Item> {
    this.listed ??= this.itemsById();
    return this.listed;
  }

  private itemsById(): ReadonlyMap<string, Item> {
    const plans = Map.groupBy(itemPlans(this.facts), (plan) => plan.itemId);
    const items = new Map<string, Item>();
    for (const { itemId, kind } of this.schedules.flatMap(({ data }) => data.items))
      if (itemId !== this.summitId && !items.has(itemId))
        items.set(itemId, { itemId, kind, plans: plans.get(itemId) ?? [] });
    return items;
  }
}
