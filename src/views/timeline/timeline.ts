import { NoParameters, view } from '../definition.js';
import { type EventType, type When, headlineOf } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { orderOf, spanOf } from '../../time/when.js';
import { factsOfSummit } from '../knowledge/summit-facts.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inDates, inWords } from '../knowledge/when-words.js';

export interface TimelineQuestion {
  readonly summitId: string;
}

/** What happened within the same bounds: one record, or several of which not all can be ordered. */
export interface TimelineRow extends Resting {
  /** The bounds in EDTF, and where: null where the place is unknown, and the days are those of anywhere on Earth. */
  readonly when: string;
  readonly timeZone: string | null;
  /** Whether it is known of any two which came first. */
  readonly ordered: boolean;
  readonly label?: 'order not known';
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly record: string;
  readonly type: EventType;
  /** The source's own words, else EDTF. */
  readonly when: string;
  readonly occurredAt: When;
  /** The record in one line. */
  readonly title: string;
  readonly accordingTo: string | null;
  readonly certainty: Fact['certainty'];
  /** Records of the same row that are known to come later. */
  readonly before: readonly string[];
  /** The record of the meeting at which it happened. */
  readonly during: string | null;
  readonly undecided?: true;
}

/** All that happened around a summit, in the order of lists; what has the same bounds stands in one row. */
export const timeline: View<TimelineQuestion, Rows<TimelineRow>> = (facts, _moment, { summitId }) => {
  const meetings = new Map(
    ofType('MeetingHeld', facts)
      .filter(({ data }) => data.summitId === summitId)
      .map(({ data, record }) => [data.meetingId, record]),
  );
  const groups: Fact[][] = [];
  for (const fact of inDisplayOrder(factsOfSummit(facts, summitId))) {
    const last = groups.at(-1);
    if (last?.[0] && isTied(last[0], fact)) last.push(fact);
    else groups.push([fact]);
  }
  return { rows: groups.flatMap((group) => rowOf(group, meetings)) };
};

function isTied(a: Fact, b: Fact): boolean {
  const [spanA, spanB] = [spanOf(a.occurredAt), spanOf(b.occurredAt)];
  return spanA.from === spanB.from && spanA.to === spanB.to;
}

function rowOf(group: readonly Fact[], meetings: ReadonlyMap<string, string>): TimelineRow[] {
  const [first] = group;
  if (!first) return [];
  const ordered = group.every((fact, i) => isDecided(group[i - 1], fact));
  const later = laterIn(group);
  return [
    {
      when: inDates(first.occurredAt),
      timeZone: first.occurredAt.timeZone ?? null,
      ordered,
      ...(!ordered && { label: 'order not known' }),
      entries: group.map((fact) => ({
        ...entryOf(fact),
        before: later.get(fact.record) ?? [],
        during: meetings.get(meetingIdOf(fact) ?? '') ?? null,
      })),
      ...restingOn(group),
    },
  ];
}

function isDecided(previous: Fact | undefined, fact: Fact): boolean {
  return previous === undefined || orderOf(previous, fact) === 'before';
}

/** For each record those of the group that a link puts after it, in the order of the group. */
function laterIn(group: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map(group.map(({ record }, i) => [record, i]));
  const links = group.flatMap(({ record, occurredAt: { before = [], after = [] } }) => [
    ...before.map((other) => [record, other] as const),
    ...after.map((other) => [other, record] as const),
  ]);
  const inPlace = links
    .filter(([earlier, later]) => places.has(earlier) && places.has(later))
    .sort(([, a], [, b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  const byEarlier = Map.groupBy(inPlace, ([earlier]) => earlier);
  return new Map(
    [...byEarlier].map(([earlier, to]) => [earlier, [...new Set(to.map(([, later]) => later))]]),
  );
}

function entryOf(fact: Fact): Omit<TimelineEntry, 'before' | 'during'> {
  return {
    record: fact.record,
    type: fact.type,
    when: inWords(fact.occurredAt),
    occurredAt: fact.occurredAt,
    title: headlineOf(fact),
    accordingTo: fact.accordingTo ?? null,
    certainty: fact.certainty,
    ...(fact.undecided && { undecided: true }),
  };
}

function meetingIdOf({ data }: Fact): string | undefined {
  return 'occasion' in data ? data.occasion.meetingId : undefined;
}

export const timelineView = view('timeline', {
  name: 'timeline',
  about: 'summit',
  asks: 'What happened in which order, as far as that is known?',
  title: 'What happened, in order',
  parameters: NoParameters,
  identity: ['when', 'timeZone'],
  answer: (facts, moment, summitId) => timeline(facts, moment, { summitId }),
});
