import { NoParameters, view } from '../definition.js';
import { ofType, type Fact } from '../../records/fact.js';
import { Programme } from '../../summit/programme.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { summaryOf, type SummitSummary } from './summit-summary.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';

export interface SummitsQuestion {
  /** Only those of one series. */
  readonly seriesId?: string;
}

export interface SummitRow extends SummitSummary, Resting {}

/** The summits that are registered, by their planned days. */
export const summits: View<SummitsQuestion, Rows<SummitRow>> = (facts, _moment, { seriesId }) => {
  const registrations = ofType('SummitRegistered', facts).filter(
    ({ data }) => seriesId === undefined || data.seriesId === seriesId,
  );
  const byStream = Map.groupBy(facts, ({ stream }) => stream);
  return {
    rows: inDisplayOrder(registrations).map((registration) =>
      rowOf(registration, byStream.get(registration.stream) ?? []),
    ),
  };
};

function rowOf(registration: Fact<'SummitRegistered'>, facts: readonly Fact[]): SummitRow {
  const programme = Programme.of(registration.data.summitId, facts);
  return { ...summaryOf(programme), ...restingOn([registration, ...programme.conclusions]) };
}

export const allSummitsView = view('allSummits', {
  name: 'summits',
  about: null,
  asks: 'Which summits are on record, and how did they end?',
  title: 'The summits on record',
  parameters: NoParameters,
  identity: ['summitId'],
  find: (reader) => reader.ofCategory('summit'),
  answer: (facts, moment) => summits(facts, moment, {}),
});
