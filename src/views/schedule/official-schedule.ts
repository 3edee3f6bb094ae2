import { view } from '../definition.js';
import { Id, Optional } from '../../../events/index.js';
import type { PlannedItem, ScheduleItemChanged, When } from '../../../events/index.js';
import { isFactOf, type Fact } from '../../records/fact.js';
import { Programme } from '../../summit/programme.js';
import { changedFields, type ChangedFields } from '../../summit/programme/plans.js';
import { changedSince, listingsOf, type Listing } from './listings.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inWords } from '../knowledge/when-words.js';

export interface OfficialScheduleQuestion {
  readonly summitId: string;
  /** Whose revisions; everybody's unless told. */
  readonly publisher?: string;
}

/** One revision of one publisher's plan: what it brought, and what became of it. */
export interface RevisionRow extends Resting {
  readonly record: string;
  readonly publisher: string;
  readonly revision: number;
  /** Local date; null where it covers the whole programme. */
  readonly day: string | null;
  /** When it was issued. */
  readonly when: string;
  readonly occurredAt: When;
  /** As issued. */
  readonly items: readonly PlannedItem[];
  /** As changed since, up to the publisher's next revision that lists them. */
  readonly itemsAsChanged: readonly PlannedItem[];
  /** Items that were not on the publisher's plan before. */
  readonly added: readonly string[];
  /** Items of the days that it covers, and which it no longer lists. */
  readonly dropped: readonly string[];
  /** Items that it words otherwise than the plan did before. */
  readonly changed: readonly { readonly itemId: string; readonly fields: readonly string[] }[];
  /** The changes announced since to items that it lists. */
  readonly changes: readonly AnnouncedChange[];
}

export interface AnnouncedChange {
  readonly record: string;
  readonly itemId: string;
  readonly change: ScheduleItemChanged['change'];
  readonly announcedBy: string;
  readonly when: string;
  /** What it says anew of the item. */
  readonly fields: ChangedFields;
}

/** Every revision of every publisher's plan, by publisher and number. */
export const officialSchedule: View<OfficialScheduleQuestion, Rows<RevisionRow>> = (
  facts,
  _moment,
  { summitId, publisher },
) => {
  const programme = Programme.of(summitId, facts);
  const publishers = new Set(programme.schedules.map(({ data }) => data.publisher));
  const asked = [...publishers].filter((id) => publisher === undefined || id === publisher);
  return { rows: asked.flatMap((id) => rowsOf(id, programme)) };
};

function rowsOf(publisher: string, { schedules, items, registration }: Programme): RevisionRow[] {
  const revisions = schedules
    .filter(({ data }) => data.publisher === publisher)
    .toSorted((a, b) => a.data.revision - b.data.revision);
  const listings = items
    .flatMap(({ plans }) => plans)
    .filter((plan) => plan.publisher === publisher)
    .flatMap((plan) => listingsOf(plan, revisions, registration));
  return revisions.map((revision) => rowOf(revision, listings));
}

function rowOf(revision: Fact<'SchedulePublished'>, all: readonly Listing[]): RevisionRow {
  const { data, record, occurredAt } = revision;
  const listed = all.filter(({ listedBy }) => listedBy.record === record);
  const changes = listed.flatMap(changesOf);
  return {
    record,
    publisher: data.publisher,
    revision: data.revision,
    day: data.day ?? null,
    when: inWords(occurredAt),
    occurredAt,
    items: data.items,
    itemsAsChanged: listed.flatMap(({ wordings }) => wordings.at(-1)?.version.item ?? []),
    added: listed.filter(({ before }) => !before).map(({ itemId }) => itemId),
    dropped: all.filter(({ droppedBy }) => droppedBy?.record === record).map(({ itemId }) => itemId),
    changed: listed
      .map((listing) => ({ itemId: listing.itemId, fields: changedSince(listing) }))
      .filter(({ fields }) => fields.length > 0),
    changes: changes.map(announced),
    ...restingOn([revision, ...changes]),
  };
}

function changesOf({ wordings }: Listing): Fact<'ScheduleItemChanged'>[] {
  return wordings.flatMap(({ version: { broughtBy } }) =>
    isFactOf('ScheduleItemChanged', broughtBy) ? [broughtBy] : [],
  );
}

function announced({ record, data, occurredAt }: Fact<'ScheduleItemChanged'>): AnnouncedChange {
  return {
    record,
    itemId: data.itemId,
    change: data.change,
    announcedBy: data.announcedBy,
    when: inWords(occurredAt),
    fields: changedFields(data),
  };
}

export class PlanParameters {
  /** Whose plan is shown; by default the one recorded last that lists the item. */
  @Optional()
  @Id()
  publisher?: string;
}

export const officialScheduleView = view('officialSchedule', {
  name: 'official-schedule',
  about: 'summit',
  asks: 'What did the official schedule say, in which revision?',
  title: 'The plan, revision by revision',
  parameters: PlanParameters,
  identity: ['publisher', 'revision'],
  answer: (facts, moment, summitId, asked) => officialSchedule(facts, moment, { summitId, ...asked }),
});
