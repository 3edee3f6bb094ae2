import type { Facts } from '../../projection/facts.js';
import { passes } from '../../ledger/filter.js';
import { categoryOf, type Filter } from '../../ledger/ledger.js';
import type { EventQuery } from './event-query.js';
import { everything, ofRecord, ofStream, ofSummit, typesAbout, type Selects } from './selects.js';

/** How the events that a reader asks for are found. */
export interface Selection {
  /** What the ledger is to leave out. */
  readonly filter: Filter;
  /** Which of the rest are sent: all of them, or few of many. */
  readonly selects: Selects;
}

/** @param stream of which alone to read */
export function selectionFor(query: EventQuery, facts: Facts, stream?: string): Selection {
  const { filter, summit, record } = query;
  const learning = [
    ...(summit === undefined ? [] : [ofSummit(summit, facts)]),
    ...(record === undefined ? [] : [ofRecord(record, facts)]),
  ];
  const fixed = [
    ...(stream === undefined ? [] : [ofStream(stream)]),
    (event) => passes(event, filter),
  ] satisfies Selects[];
  if (learning.length > 0) return { filter: ofLearning(query, facts), selects: all([...learning, ...fixed]) };
  if (stream === undefined) return { filter, selects: everything };
  return { filter: { ...filter, categories: [categoryOf(stream)] }, selects: all(fixed) };
}

/** What belongs to a summit or a record is learned from what passes by, wherever that stands. */
function ofLearning({ summit, record }: EventQuery, facts: Facts): Filter {
  const types = summit === undefined && record !== undefined ? typesAbout(record, facts) : undefined;
  return types ? { types } : {};
}

function all(selects: readonly Selects[]): Selects {
  // Each is asked of every event, since it learns from what it is asked.
  return (event) => selects.map((one) => one(event)).every(Boolean);
}
