import { summitsIn, traitsOf } from '../../events/index.js';
import type { Dossier } from '../records/dossier.js';
import { targetsOf } from '../records/dossier.js';
import type { Facts } from './facts.js';

/** What a question across summits names, where it names something. */
export interface FindCriteria {
  /** Of the actor, source or series that is asked about. */
  readonly id: string;
  /** Words that are searched for. */
  readonly q?: string;
  readonly summit?: string;
}

/** Finds the dossiers that a question across summits needs, as the ledger held them at a position. */
export type Find = (facts: Facts, sought: FindCriteria, asOf: string) => Dossier[];

const PAGE = 1_000;
const EVERYTHING = 1_000_000;

/** The statements in which the words may occur; without words those of a summit, or all. */
export const statements: Find = (facts, { q, summit }, asOf) => {
  if (q !== undefined) return facts.search(q, asOf, { limit: EVERYTHING });
  return summit === undefined ? ofCategory(facts, 'statement', asOf) : facts.ofSummit(summit, asOf);
};

export const predictions: Find = (facts, _sought, asOf) => ofCategory(facts, 'prediction', asOf);

/** The reports of every regime, and the summits at which conditions for its release were named. */
export const sanctions: Find = (facts, _sought, asOf) => {
  const reports = ofCategory(facts, 'sanctions', asOf);
  const summits = new Set(reports.flatMap(({ record }) => summitsIn(record.body.data) ?? []));
  return distinct([reports, ...[...summits].map((summit) => facts.ofSummit(summit, asOf))].flat());
};

export const actor: Find = (facts, { id }, asOf) => naming(facts, `actor-${id}`, asOf);

export const source: Find = (facts, { id }, asOf) => naming(facts, `source-${id}`, asOf);

/** Every record of every summit of a series. */
export const series: Find = (facts, { id }, asOf) => {
  const registrations = facts.naming(`series-${id}`, asOf);
  const summits = new Set(registrations.flatMap(({ record }) => summitsIn(record.body.data) ?? []));
  return distinct([...summits].flatMap((summit) => facts.ofSummit(summit, asOf)));
};

/** The streams of all summits: what was registered, planned, held and concluded. */
export const summits: Find = (facts, _sought, asOf) => ofCategory(facts, 'summit', asOf);

/** What names something, by way of others too: a source that was read through it, a member of it. */
function naming(facts: Facts, stream: string, asOf: string): Dossier[] {
  const own = facts.ofStreams([stream], asOf);
  const direct = facts.naming(stream, asOf);
  const through = direct
    .filter(
      (dossier) => traitsOf(dossier.record.type).form === 'registration' && dossier.record.stream !== stream,
    )
    .flatMap(({ record }) => (record.type === 'SourceRegistered' ? facts.naming(record.stream, asOf) : []));
  return distinct([...own, ...direct, ...through]);
}

function ofCategory(facts: Facts, category: string, asOf: string): Dossier[] {
  const found: Dossier[] = [];
  let after = '';
  for (;;) {
    const streams = facts.streams(category, asOf, { after, limit: PAGE });
    found.push(...facts.ofStreams(streams, asOf));
    const last = streams.at(-1);
    if (last === undefined || streams.length < PAGE) return found;
    after = last;
  }
}

function distinct(dossiers: readonly Dossier[]): Dossier[] {
  const facts = dossiers.filter(({ record }) => targetsOf(record).length === 0);
  return [...new Map(facts.map((dossier) => [dossier.record.address, dossier])).values()];
}
