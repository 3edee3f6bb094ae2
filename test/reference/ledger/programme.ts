import type { Fact } from './fold.js';
import { list, maybe, str, type Data, type Rec } from './record.js';
import { instantOfWall, isLater, lastOf, type Timed } from './time.js';

/** What one publisher plans for one item, in one version. */
export interface Version {
  readonly issue: Fact;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly zone: string;
  readonly place: string | undefined;
  readonly title: string | undefined;
  readonly participants: readonly string[] | undefined;
  /** Of the plan as such, for telling which was recorded last. */
  readonly recorded: number;
}

const planned = { plannedStart: 'start', plannedEnd: 'end', timeZone: 'zone' } as const;

/** The programme of one summit: its items, what is planned for them, what became of them. */
export class Programme {
  readonly timeZone: string;

  /** @param facts of this summit and whatever else, as they stand, in recorded order */
  constructor(
    private readonly facts: readonly Fact[],
    readonly summitId: string,
  ) {
    const registration = this.of('SummitRegistered')[0];
    this.timeZone = (registration && maybe(registration.data, 'timeZone')) ?? '+00:00';
  }

  of(type: Rec['type']): Fact[] {
    return this.facts.filter((fact) => fact.type === type && fact.data['summitId'] === this.summitId);
  }

  get items(): ReadonlySet<string> {
    return new Set(
      this.of('SchedulePublished').flatMap(({ data }) => itemsOf(data).map((i) => str(i, 'itemId'))),
    );
  }

  knows(itemId: string): boolean {
    return itemId === this.summitId || this.items.has(itemId);
  }

  /** The kind of an item; nothing for the root, which has none. */
  kindOf(itemId: string): string | undefined {
    const lines = this.of('SchedulePublished').flatMap(({ data }) => itemsOf(data));
    const line = lines.find((one) => str(one, 'itemId') === itemId);
    return line && str(line, 'kind');
  }

  holdsOf(itemId: string): Fact[] {
    return [...this.of('MeetingHeld'), ...this.of('SigningHeld')].filter(
      ({ data }) => data['itemId'] === itemId,
    );
  }

  /** Cancellations that no reinstatement has lifted (rule 2.6.11). */
  cancellationsOf(itemId: string): Fact[] {
    const reinstatements = this.of('ScheduleItemChanged').filter(
      ({ data }) => data['itemId'] === itemId && data['change'] === 'reinstated',
    );
    return [...this.of('MeetingCanceled'), ...this.of('SigningCanceled')]
      .filter(({ data }) => data['itemId'] === itemId)
      .filter((cancellation) => !reinstatements.some((one) => isLater(one, cancellation)));
  }

  get publishers(): readonly string[] {
    return [...new Set(this.of('SchedulePublished').map(({ data }) => str(data, 'publisher')))];
  }

  /** The revisions of a publisher, the highest last. */
  revisionsOf(publisher: string): Fact[] {
    return this.of('SchedulePublished')
      .filter(({ data }) => data['publisher'] === publisher)
      .toSorted((a, b) => Number(a.data['revision']) - Number(b.data['revision']) || a.n - b.n);
  }

  /** Every version of an item in the plans of a publisher, the current one last. */
  versionsOf(publisher: string, itemId: string): Version[] {
    const listing = this.revisionsOf(publisher).filter(({ data }) => lineOf(data, itemId));
    const changes = this.of('ScheduleItemChanged')
      .filter(({ data }) => data['itemId'] === itemId)
      .filter(({ data }) => data['publisher'] === undefined || data['publisher'] === publisher);
    return listing.flatMap((revision) => {
      // "The highest revision as changed since": a change belongs to the highest one that it is later than.
      const since = changes.filter((change) => listing.findLast((one) => isLater(change, one)) === revision);
      const first = this.asIssued(revision, itemId);
      return inOrder(since).reduce<Version[]>(
        (versions, change) => [...versions, changed(versions.at(-1) ?? first, change)],
        [first],
      );
    });
  }

  private asIssued(revision: Fact, itemId: string): Version {
    const line = lineOf(revision.data, itemId) ?? {};
    return {
      issue: revision,
      start: maybe(line, 'plannedStart'),
      end: maybe(line, 'plannedEnd'),
      zone: maybe(line, 'timeZone') ?? this.timeZone,
      place: maybe(line, 'place'),
      title: maybe(line, 'title'),
      participants: line['participants'] as readonly string[] | undefined,
      recorded: revision.n,
    };
  }

  /** Whether a later revision of the publisher, covering the item's day, no longer lists it (rule 2.6.8). */
  isDroppedBy(publisher: string, itemId: string): boolean {
    const last = this.revisionListing(publisher, itemId);
    const day = this.dayOf(publisher, itemId);
    return this.revisionsOf(publisher)
      .filter(({ data }) => last !== undefined && Number(data['revision']) > Number(last.data['revision']))
      .some(({ data }) => data['day'] === undefined || data['day'] === day);
  }

  /** The highest revision that lists an item. */
  revisionListing(publisher: string, itemId: string): Fact | undefined {
    return this.revisionsOf(publisher).findLast(({ data }) => lineOf(data, itemId));
  }

  /** Rule 2.6.30. */
  dayOf(publisher: string, itemId: string): string | undefined {
    const current = this.versionsOf(publisher, itemId).at(-1);
    const revision = this.revisionListing(publisher, itemId);
    return current?.start?.slice(0, 10) ?? (revision && maybe(revision.data, 'day'));
  }
}

export const itemsOf = (schedule: Data) => list<Data>(schedule, 'items');
const lineOf = (schedule: Data, itemId: string) =>
  itemsOf(schedule).find((line) => str(line, 'itemId') === itemId);

function changed(version: Version, change: Fact): Version {
  const given = (name: string, was: string | undefined) => maybe(change.data, name) ?? was;
  return {
    issue: change,
    start: given('plannedStart', version.start),
    end: given('plannedEnd', version.end),
    zone: given('timeZone', version.zone) ?? version.zone,
    place: given('place', version.place),
    title: given('title', version.title),
    participants: (change.data['participants'] as readonly string[] | undefined) ?? version.participants,
    recorded: Math.max(version.recorded, change.n),
  };
}

/** Whether a change gives anything that a plan does not say already. */
export function differs(change: Data, version: Version): boolean {
  const fields = ['plannedStart', 'plannedEnd', 'timeZone', 'place', 'title', 'participants'] as const;
  return fields.some((name) => {
    const now = name in planned ? version[planned[name as keyof typeof planned]] : version[name as 'place'];
    return change[name] !== undefined && JSON.stringify(change[name]) !== JSON.stringify(now);
  });
}

export function isSame(a: Version, b: Version): boolean {
  const plain = ({ start, end, zone, place, title, participants }: Version) =>
    JSON.stringify([start, end, zone, place, title, participants?.toSorted()]);
  return plain(a) === plain(b);
}

export const startOf = (version: Version | undefined) =>
  version?.start === undefined ? undefined : instantOfWall(version.start, version.zone);
export const endOf = (version: Version | undefined) =>
  version?.end === undefined ? undefined : instantOfWall(version.end, version.zone);

/** By valid time, else by recording: the last one last, then the last of the others before it, and so on. */
function inOrder<T extends Timed & { n: number }>(all: readonly T[]): T[] {
  const last = lastOf(all);
  return last === undefined ? [] : [...inOrder(all.filter((one) => one !== last)), last];
}
