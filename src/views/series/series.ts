import { NoParameters, view } from '../definition.js';
import { distinct, summitsOf } from '../finding.js';
import type { Fact } from '../../records/fact.js';
import type { Moment } from '../../time/moment.js';
import { commitments, type CommitmentRow } from '../commitments/commitments.js';
import { predictions } from '../predictions/predictions.js';
import { scheduleVsActual, type ScheduleRow } from '../schedule/schedule-vs-actual.js';
import { summits, type SummitRow } from './summits.js';
import type { Tally } from '../predictions/tally.js';
import type { View } from '../view.js';

export interface SeriesQuestion {
  readonly seriesId: string;
}

export interface Series {
  readonly series: string;
  /** By ordinal; those without one last, by their planned days. */
  readonly summits: readonly SeriesSummit[];
}

/** A summit of a series, with what makes it comparable to the others. */
export interface SeriesSummit extends SummitRow {
  readonly id: string;
  readonly items: ItemCount;
  readonly canceledSignings: number;
  /** How many there are at each status. */
  readonly commitments: Readonly<Partial<Record<CommitmentRow['status'], number>>>;
  readonly predictions: Tally & {
    /** The share of those fulfilled in those fulfilled or defied; null where there is neither. */
    readonly hitRate: number | null;
  };
}

export interface ItemCount {
  /** On a programme to the last. */
  readonly planned: number;
  readonly held: number;
  /** Of those planned; null where none is. */
  readonly shareHeld: number | null;
}

/** The summits of a series side by side (domain.md §3.9). */
export const series: View<SeriesQuestion, Series> = (facts, moment, { seriesId }) => {
  const { rows } = summits(facts, moment, { seriesId });
  const place = ({ ordinal }: SummitRow) => ordinal ?? Infinity;
  return {
    series: seriesId,
    summits: rows
      // Two without an ordinal stay as they are: the difference is no number.
      .toSorted((a, b) => place(a) - place(b) || 0)
      .map((summit) => compared(summit, facts, moment)),
  };
};

function compared(summit: SummitRow, facts: readonly Fact[], moment: Moment): SeriesSummit {
  const { summitId } = summit;
  const { rows } = scheduleVsActual(facts, moment, { summitId });
  const promised = commitments(facts, moment, { summitId }).rows;
  const { totals } = predictions(facts, moment, { summitId });
  const isUndecided = [...rows, ...promised].some(({ undecided }) => undecided);
  return {
    ...summit,
    id: summitId,
    items: countOf(rows.filter(({ plan, itemId }) => plan === 'scheduled' && itemId !== null)),
    canceledSignings: rows.filter(({ kind, outcome }) => kind === 'signing' && outcome === 'canceled').length,
    commitments: countBy(promised),
    predictions: { ...totals, hitRate: share(totals.fulfilled, totals.fulfilled + totals.defied) },
    ...(isUndecided && { undecided: true }),
  };
}

function countOf(listed: readonly ScheduleRow[]): ItemCount {
  const planned = listed.filter(({ outcome }) => outcome !== 'dropped').length;
  const held = listed.filter(({ outcome }) => outcome === 'held').length;
  return { planned, held, shareHeld: share(held, planned) };
}

function countBy(promised: readonly CommitmentRow[]): SeriesSummit['commitments'] {
  const byStatus = Map.groupBy(promised, ({ status }) => status);
  return Object.fromEntries([...byStatus].map(([status, rows]) => [status, rows.length]));
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export const seriesView = view('series', {
  name: 'series',
  about: 'series',
  asks: 'How do the summits of a series compare?',
  title: 'A series of summits',
  parameters: NoParameters,
  identity: [],
  find: (reader, seriesId) =>
    distinct(summitsOf(reader.naming(`series-${seriesId}`)).flatMap((summit) => reader.ofSummit(summit))),
  answer: (facts, moment, seriesId) => series(facts, moment, { seriesId }),
});
