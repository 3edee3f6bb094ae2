import { Dossiers } from '../src/records/dossier.js';
import { recorded } from '../src/records/recorded.js';
import { queryTimeOf, type Moment } from '../src/time/moment.js';
import { knownAt } from '../src/views/knowledge/known.js';
import type { View } from '../src/views/view.js';
import { ledgerOf, type TestEvent } from './given.js';

/** A moment as a spec tells it: instants as RFC 3339, the ledger's position as a number of events. */
export interface TestMoment {
  readonly at?: string;
  readonly asOf?: number;
  readonly publicAt?: string;
  /** When the question is received. */
  readonly now?: string;
}

const LATER = '2026-06-01T00:00:00Z';

export function momentOf({ at, asOf, publicAt, now = LATER }: TestMoment, head: number): Moment {
  const instants = { at: at ? Date.parse(at) : null, publicAt: publicAt ? Date.parse(publicAt) : null };
  return {
    ...instants,
    asOf: String(asOf ?? head),
    queryTime: queryTimeOf({ ...instants, asOfTime: null, receivedAt: Date.parse(now) }),
    given: { at: at ?? null, asOf: asOf === undefined ? null : String(asOf), publicAt: publicAt ?? null },
  };
}

/** Given what is recorded, what a view shows at a moment: by default, all of it, long afterwards. */
export function ledgerWith(...events: readonly TestEvent[]) {
  const facts = (moment: Moment) => {
    const held = ledgerOf(events).slice(0, Number(moment.asOf));
    return knownAt([...Dossiers.of(held.map(recorded)).all()], moment);
  };
  return {
    facts: (asked: TestMoment = {}) => facts(momentOf(asked, events.length)),
    shows: <Q, M>(view: View<Q, M>, question: Q, asked: TestMoment = {}): M => {
      const moment = momentOf(asked, events.length);
      return view(facts(moment), moment, question);
    },
  };
}
