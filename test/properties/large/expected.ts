import type { Body } from '../../service.js';
import type { Plain } from './slow-fold.js';

const REGISTRY = ['ActorRegistered', 'SourceRegistered'];

/** What the views have to answer, told from the records that stand by looking through them again and again. */
export class Expected {
  constructor(private readonly facts: readonly Plain[]) {}

  of(type: string, field?: string, value?: unknown): readonly Plain[] {
    return this.facts.filter(
      (fact) => fact.type === type && (field === undefined || fact.data[field] === value),
    );
  }

  /** Of each item of the programme what came of it, how often it was planned anew, and by how much it was off. */
  schedule(): Body[] {
    const itemIds = new Set(
      this.of('SchedulePublished')
        .flatMap(linesOf)
        .map(({ itemId }) => itemId),
    );
    return [...itemIds].map((itemId) => this.item(itemId));
  }

  /** The revisions of each day with what they dropped, and the changes that were announced since. */
  revisions(): Body[] {
    const revisions = this.of('SchedulePublished').toSorted((a, b) => numberOf(a) - numberOf(b));
    return revisions.map((revision) => {
      const listed = linesOf(revision).map(({ itemId }) => itemId);
      const before = revisions.find(
        (one) => one.data['day'] === revision.data['day'] && numberOf(one) < numberOf(revision),
      );
      const isLast = !revisions.some(
        (one) => one.data['day'] === revision.data['day'] && numberOf(one) > numberOf(revision),
      );
      const changes = this.of('ScheduleItemChanged').filter(
        ({ data }) => isLast && listed.includes(String(data['itemId'])),
      );
      return {
        revision: numberOf(revision),
        items: listed.length,
        dropped: (before ? linesOf(before) : [])
          .map(({ itemId }) => itemId)
          .filter((itemId) => !listed.includes(itemId)),
        changes: changes.map(({ record }) => record).sort(),
      };
    });
  }

  /** Every record of the summit; what became of a promise that was retracted belongs to none. */
  records(): Set<string> {
    const isOrphan = ({ type, data }: Plain) =>
      type === 'CommitmentAssessed' &&
      this.of('CommitmentMade', 'commitmentId', data['commitmentId']).length === 0;
    const own = this.facts.filter((fact) => !REGISTRY.includes(fact.type) && !isOrphan(fact));
    return new Set(own.map(({ record }) => record));
  }

  /** How each promise was judged last. */
  promises(): Body {
    return Object.fromEntries(
      this.of('CommitmentMade').map(({ data }) => {
        const judged = this.of('CommitmentAssessed', 'commitmentId', data['commitmentId']);
        const last = judged.toSorted((a, b) => a.from - b.from).at(-1);
        return [String(data['commitmentId']), last?.data['status'] ?? 'unassessed'];
      }),
    );
  }

  /** How many predictions of whom came to what. */
  predictions(by?: string): Body {
    const made = by === undefined ? this.of('PredictionMade') : this.of('PredictionMade', 'by', by);
    const outcomes = made.map(
      ({ data }) =>
        this.of('PredictionResolved', 'predictionId', data['predictionId'])[0]?.data['outcome'] ?? 'open',
    );
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    return {
      made: made.length,
      fulfilled: count('fulfilled'),
      partly: count('partly'),
      defied: count('defied'),
      unresolvable: count('unresolvable'),
      open: count('open'),
    };
  }

  /** Each regime by its last report; of two in one minute, the one recorded last. */
  sanctions(): Body {
    const reports = this.of('SanctionsReported').toSorted((a, b) => a.from - b.from);
    return Object.fromEntries(reports.map(({ data }) => [String(data['regimeId']), data['status']]));
  }

  private item(itemId: string): Body {
    const plans = this.of('SchedulePublished').toSorted((a, b) => numberOf(a) - numberOf(b));
    const lines = plans.flatMap(linesOf).filter((line) => line.itemId === itemId);
    const changes = this.of('ScheduleItemChanged', 'itemId', itemId).toSorted((a, b) => a.from - b.from);
    const wordings = [...lines];
    for (const { data } of changes) wordings.push(worded(wordings.at(-1), data));
    const [held] = this.of('MeetingHeld', 'itemId', itemId);
    return {
      itemId,
      // An item of a day that has two revisions is in both, unless the second dropped it.
      outcome: this.outcomeOf(itemId) ?? (lines.length < 2 ? 'dropped' : 'no_report'),
      planChanges: wordings.filter((wording, i) => i > 0 && said(wording) !== said(wordings[i - 1])).length,
      startDeltaMin: held ? minutesBetween(wordings.at(-1), String(held.data['start'])) : null,
    };
  }

  private outcomeOf(itemId: string): string | undefined {
    if (this.of('MeetingHeld', 'itemId', itemId).length > 0) return 'held';
    const [canceled] = this.of('MeetingCanceled', 'itemId', itemId);
    if (!canceled) return undefined;
    return canceled.data['announced'] === true ? 'canceled' : 'not_held';
  }
}

interface Line {
  readonly itemId: string;
  readonly title: string;
  readonly plannedStart: string;
  readonly place?: string;
}

function linesOf({ data }: Plain): readonly Line[] {
  return data['items'] as readonly Line[]; // a schedule has items
}

function numberOf({ data }: Plain): number {
  return Number(data['revision']);
}

function worded(line: Line | undefined, { plannedStart, place }: Body): Line {
  return { ...line, plannedStart, place } as Line; // a change is announced of an item that is listed
}

const said = (wording: Line | undefined) =>
  JSON.stringify([wording?.title, wording?.plannedStart, wording?.place]);

/** From a planned start, which is in UTC here, to a timestamp. */
function minutesBetween(wording: Line | undefined, start: string): number {
  const minuteOf = (timestamp: string) => Math.floor(Date.parse(timestamp) / 60_000);
  return minuteOf(start) - minuteOf(`${String(wording?.plannedStart)}:00Z`);
}
