import type { PartyLabel, SummitConcluded, SummitRegistered } from '../../../events/index.js';
import type { Fact } from '../../records/fact.js';
import type { Programme } from '../../summit/programme.js';
import { inEffectOrder } from '../../time/effect-order.js';
import { inDates } from '../knowledge/when-words.js';

/** What a summit is, and how it ended. Null is what is not on record. */
export interface SummitSummary {
  readonly summitId: string;
  readonly title: string | null;
  readonly place: string | null;
  readonly timeZone: string | null;
  /** Its planned days, in EDTF. */
  readonly days: string | null;
  readonly parties: readonly string[];
  readonly leaders: readonly string[];
  /** What each party calls it. */
  readonly labels: readonly PartyLabel[];
  readonly seriesId: string | null;
  readonly ordinal: number | null;
  readonly previous: string | null;
  readonly manner: SummitConcluded['manner'] | null;
  /** Null, nothing on record, is not `none`. */
  readonly agreement: SummitConcluded['agreement'] | null;
}

export function summaryOf(programme: Programme): SummitSummary {
  const { summitId, registration } = programme;
  const conclusion = conclusionOf(programme)?.data;
  return {
    summitId,
    ...(registration ? { ...meetingOf(registration.data), ...seriesOf(registration.data) } : UNREGISTERED),
    days: registration ? inDates(registration.occurredAt) : null,
    manner: conclusion?.manner ?? null,
    agreement: conclusion?.agreement ?? null,
  };
}

/** What closed the programme: where several records stand, the one that took effect last. */
export function conclusionOf({ conclusions }: Programme): Fact<'SummitConcluded'> | undefined {
  return inEffectOrder(conclusions).at(-1);
}

const UNREGISTERED = {
  title: null,
  place: null,
  timeZone: null,
  parties: [],
  leaders: [],
  labels: [],
  seriesId: null,
  ordinal: null,
  previous: null,
} as const;

function meetingOf({ title, place, timeZone, parties, leaders = [], labels = [] }: SummitRegistered) {
  return { title, place, timeZone, parties, leaders, labels };
}

function seriesOf({ seriesId, ordinal, previous }: SummitRegistered) {
  return { seriesId: seriesId ?? null, ordinal: ordinal ?? null, previous: previous ?? null };
}
