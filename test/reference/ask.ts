import type { ReferenceModel } from './model.js';
import { knownAt, type Known } from './ledger/moment.js';
import type { Random } from './posting/random.js';
import type { Data } from './ledger/record.js';
import type { Subject } from './subject.js';
import { instant } from './posting/times.js';
import { schedule } from './views/schedule.js';
import { factsOfSummit, faultsOf } from './views/timeline.js';
import * as told from './views/told.js';
import { issues } from './posting/world.js';

type Row = Readonly<Record<string, unknown>>;
/** What the service lists; anything else would show as a difference. */
const rowsOf = (value: unknown) => value as readonly Row[];
const rowsIn = (body: Data) => rowsOf(body['rows']);

/** A view asked of both: what the model says, and what the service says in the same words. */
interface Comparison {
  readonly view: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly expected: unknown;
  readonly read: (body: Data) => unknown;
}

export interface Asked {
  readonly query: Readonly<Record<string, string>>;
  readonly known: Known;
}

/** A random moment on any of the three axes, as the query of a request and as the model knows it. */
export function askedAt(random: Random, { list }: ReferenceModel, receivedAt: number): Asked {
  const at = random.percent(45) ? instant(random) : undefined;
  const publicAt = random.percent(45) ? instant(random) : undefined;
  const position = random.percent(45) ? random.from(list) : undefined;
  const isTime = random.percent(30);
  const asOf = position && (isTime ? new Date(position.recordedAt).toISOString() : String(position.n));
  const heldBy = list.filter(({ recordedAt }) => position !== undefined && recordedAt <= position.recordedAt);
  const moment = {
    at: at === undefined ? null : Date.parse(at),
    publicAt: publicAt === undefined ? null : Date.parse(publicAt),
    asOf: position === undefined ? list.length : isTime ? heldBy.length : position.n,
  };
  const queryTime = moment.at ?? moment.publicAt ?? position?.recordedAt ?? receivedAt;
  const query = Object.entries({ at, publicAt, asOf }).filter(([, value]) => value !== undefined);
  return {
    query: Object.fromEntries(query) as Record<string, string>,
    known: knownAt(list, { ...moment, queryTime }),
  };
}

/** What differs between the answers of the two, view by view. */
export async function differences(subject: Subject, { query, known }: Asked, summitId: string) {
  const found = [];
  for (const { view, query: own, expected, read } of comparisons(known, summitId)) {
    const body = await subject.ask(view, { ...query, ...own });
    const answer = read(body);
    if (canonical(answer) !== canonical(expected))
      found.push({
        view,
        query: { ...query, ...own },
        expected: only(expected, answer),
        answer: only(answer, expected),
      });
  }
  return found;
}

/** Rows are compared as a set; their order is no part of these questions. */
function canonical(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((one) => JSON.stringify(one)).toSorted() : value);
}

/** The rows of one answer that the other lacks. */
function only(value: unknown, other: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(other)) return value;
  const others = new Set(other.map((one) => JSON.stringify(one)));
  return value.filter((one) => !others.has(JSON.stringify(one)));
}

function comparisons(known: Known, summitId: string): Comparison[] {
  const of = (view: string) => `summits/${summitId}/${view}`;
  return [
    { view: of('schedule-vs-actual'), expected: schedule(known, summitId), read: scheduleIn },
    { view: of('agreements'), expected: told.agreements(known, summitId), read: agreementsIn },
    { view: of('commitments'), expected: told.commitments(known, summitId), read: commitmentsIn },
    { view: of('predictions'), expected: told.predictions(known, summitId), read: predictionsIn },
    { view: of('positions'), expected: told.positions(known, summitId), read: positionsIn },
    { view: 'sanctions', expected: told.sanctions(known), read: sanctionsIn },
    ...statementQuestions.map((query) => ({
      view: of('statements'),
      query,
      expected: told.statements(known, { summit: summitId, ...query }),
      read: (body: Data) => rowsIn(body).map(({ record }) => record),
    })),
    {
      view: of('timeline'),
      expected: factsOfSummit(known, summitId).map(({ address, undecided }) => [address, undecided]),
      read: (body) => entriesIn(body).map(({ record, undecided }) => [record, undecided === true]),
    },
    { view: of('timeline'), expected: [], read: (body) => faultsIn(body, known) },
  ];
}

const statementQuestions: readonly Readonly<Record<string, string>>[] = [
  {},
  { speaker: 'us.trump' },
  { affiliation: 'us' },
  { genre: 'assessment' },
  { form: 'declined_to_answer' },
  { topic: issues[0] },
];

function scheduleIn(body: Data) {
  const instantOf = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : null);
  return rowsIn(body).map((row) => ({
    itemId: row['itemId'],
    meetingId: row['outcome'] === 'contested' && row['itemId'] !== null ? null : row['meetingId'],
    outcome: row['outcome'],
    plan: row['plan'],
    publisher: row['publisher'],
    startDeltaMin: row['startDeltaMin'],
    endDeltaMin: row['endDeltaMin'],
    firstStartDeltaMin: row['firstStartDeltaMin'],
    timing: row['timing'],
    extent: row['extent'],
    planChanges: row['planChanges'],
    plannedFirst: instantOf(row['plannedFirst']),
    plannedLast: instantOf(row['plannedLast']),
    noticeMin: row['noticeMin'],
    canceledBy: row['canceledBy'],
    records: row['records'],
  }));
}

const recordsIn = (list: unknown) => rowsOf(list).map(({ record }) => record);

function agreementsIn(body: Data) {
  return rowsIn(body).map(({ agreementId, status, adoptions, signings, withdrawals }) => ({
    agreementId,
    status,
    adopted: recordsIn(adoptions),
    signed: recordsIn(signings),
    withdrawn: rowsOf(withdrawals)
      .map(({ party }) => String(party))
      .toSorted(),
  }));
}

function commitmentsIn(body: Data) {
  return rowsIn(body).map(({ record, status, confirmedByPromisor }) => ({
    record,
    status,
    confirmedByPromisor,
  }));
}

function predictionsIn(body: Data) {
  return rowsIn(body).flatMap(({ by, claims }) =>
    rowsOf(claims).map(({ record, outcome, flags, probability }) => ({
      record,
      by,
      outcome,
      basisRetracted: JSON.stringify(flags).includes('"basis_retracted"'),
      probability,
    })),
  );
}

function positionsIn(body: Data) {
  return rowsIn(body).map(({ party, issue, cells, contested, ownAccounts }) => ({
    party,
    issue,
    cells: bySort(rowsOf(cells).map(({ record, phase, ownAccount }) => ({ record, phase, own: ownAccount }))),
    contested,
    ownAccounts,
  }));
}

const bySort = <T>(list: readonly T[]) =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

function sanctionsIn(body: Data) {
  return rowsIn(body).flatMap(({ regimes }) =>
    rowsOf(regimes).map(({ regimeId, status, record }) => ({ regimeId, status, record })),
  );
}

const entriesIn = (body: Data) => rowsIn(body).flatMap(({ entries }) => rowsOf(entries));

function faultsIn(body: Data, { facts }: Known) {
  const ordered = entriesIn(body).flatMap(
    ({ record }) => facts.find(({ address }) => address === record) ?? [],
  );
  return faultsOf(ordered);
}
