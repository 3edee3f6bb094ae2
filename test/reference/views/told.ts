import { adoptionsOf, signingsOf } from '../rules/agreement-rules.js';
import type { Fact } from '../ledger/fold.js';
import type { Type } from '../language/language.js';
import { belongsTo } from '../ledger/memberships.js';
import type { Known } from '../ledger/moment.js';
import { Programme } from '../ledger/programme.js';
import { list, maybe, str, type Data } from '../ledger/record.js';
import { boundsOf, lastOf } from '../ledger/time.js';

const addresses = (facts: readonly Fact[]) => facts.map(({ address }) => address);
const isOf = (summitId: string) => (fact: Fact) => list(fact.data, 'summitIds').includes(summitId);
const ofType = ({ facts }: Known, type: Type) => facts.filter((fact) => fact.type === type);

/** What is known of each agreement: the outline that holds, the adoptions, the signings, who withdrew. */
export function agreements(known: Known, summitId: string) {
  const programme = new Programme(known.facts, summitId);
  const outlines = programme.of('AgreementOutlined');
  const ids = new Set([
    ...[...outlines, ...programme.of('AgreementAdopted'), ...programme.of('EndorsementWithdrawn')].map(
      ({ data }) => str(data, 'agreementId'),
    ),
    ...programme
      .of('SigningHeld')
      .flatMap(({ data }) => list<Data>(data, 'agreements').map((one) => str(one, 'agreementId'))),
  ]);
  return [...ids].map((agreementId) => ({
    agreementId,
    status:
      lastOf(outlines.filter(({ data }) => data['agreementId'] === agreementId))?.data['status'] ?? null,
    adopted: addresses(adoptionsOf(programme, agreementId)),
    signed: addresses(signingsOf(programme, agreementId)),
    withdrawn: programme
      .of('EndorsementWithdrawn')
      .filter(({ data }) => data['agreementId'] === agreementId)
      .map(({ data }) => str(data, 'party'))
      .toSorted(),
  }));
}

export function commitments(known: Known, summitId: string) {
  return ofType(known, 'CommitmentMade')
    .filter(isOf(summitId))
    .map((made) => {
      const assessments = judgementsOf(known, made, 'CommitmentAssessed');
      const status = lastOf(assessments);
      return {
        record: made.address,
        status: status ? str(status.data, 'status') : 'unassessed',
        confirmedByPromisor: isConfirmed(known, made),
      };
    });
}

/** What was judged of a duplicate is read as of the survivor. */
function judgementsOf(known: Known, made: Fact, type: Type): Fact[] {
  const streams = known.fold
    .unitedWith(made.address)
    .map((address) => address.slice(0, address.indexOf('/')));
  return ofType(known, type).filter(({ stream }) => streams.includes(stream));
}

/** Rule 2.6.24. */
function isConfirmed({ fold }: Known, made: Fact): boolean {
  if (made.data['attribution'] === 'self') return true;
  return fold
    .unitedWith(made.address)
    .flatMap((address) => fold.about(address, 'RecordCorroborated'))
    .filter((one) => fold.stands(one))
    .some(({ accordingTo }) => belongsTo(fold, accordingTo, str(made.data, 'promisor')));
}

export function predictions(known: Known, summitId: string) {
  return ofType(known, 'PredictionMade')
    .filter(isOf(summitId))
    .map((made) => {
      const resolutions = judgementsOf(known, made, 'PredictionResolved');
      const resolution = lastOf(resolutions);
      return {
        record: made.address,
        by: str(made.data, 'by'),
        outcome: resolution ? str(resolution.data, 'outcome') : 'open',
        basisRetracted: resolutions.some((one) => hasRetractedBasis(known, one)),
        probability: made.data['probability'] ?? null,
      };
    });
}

function hasRetractedBasis({ fold }: Known, { data }: Fact): boolean {
  return list(data, 'basis').some((address) => fold.find(address) !== undefined && fold.isRetracted(address));
}

/** Rule 2.6.23. */
export function positions(known: Known, summitId: string) {
  const cells = ofType(known, 'PositionTaken').filter(({ data }) => data['summitId'] === summitId);
  const rows = Map.groupBy(cells, ({ data }) => `${str(data, 'party')} ${str(data, 'issue')}`);
  return [...rows.values()].map((row) => {
    const told = row.map((fact) => ({ fact, phase: phaseOf(known, summitId, fact) }));
    const isOpposed = told.some((a) => told.some((b) => a.phase === b.phase && areOpposed(a.fact, b.fact)));
    const [first] = row;
    return {
      party: first && str(first.data, 'party'),
      issue: first && str(first.data, 'issue'),
      cells: told
        .map(({ fact, phase }) => ({ record: fact.address, phase, own: isOwn(known, fact) }))
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      contested: isOpposed || row.some((fact) => isDisputed(known, fact)),
      ownAccounts: row.filter((fact) => isOwn(known, fact)).length,
    };
  });
}

const areOpposed = (a: Fact, b: Fact) =>
  a.accordingTo !== b.accordingTo && a.data['content'] !== b.data['content'];
const isOwn = ({ fold }: Known, fact: Fact) => belongsTo(fold, fact.accordingTo, str(fact.data, 'party'));

/** A live dispute about it, or one in which it is the other account. */
function isDisputed({ fold, facts }: Known, { address }: Fact): boolean {
  const disputes = facts.flatMap((fact) =>
    fold
      .about(fact.address, 'RecordDisputed')
      .filter((one) => fold.stands(one))
      .map(({ data }) => [fact.address, maybe(data, 'counterRecord')] as const),
  );
  // "Until one of the two is retracted" (§2.5): a dispute without another record has but one.
  return disputes.some(
    ([of, counter]) =>
      (of === address || counter === address) &&
      (counter === undefined || facts.some((fact) => fact.address === counter)),
  );
}

function phaseOf(known: Known, summitId: string, fact: Fact): string {
  const given = maybe(fact.data, 'phase');
  if (given !== undefined) return given;
  const programme = new Programme(known.facts, summitId);
  const { from } = boundsOf(fact.occurredAt);
  const begin = boundsOf(programme.of('SummitRegistered')[0]?.occurredAt).from;
  if (from === -Infinity || from < begin) return 'before';
  // Of a conclusion whose beginning is unknown, nothing is known to come after it.
  const ends = programme.of('SummitConcluded').map(({ occurredAt }) => boundsOf(occurredAt).from);
  return ends.some((end) => end !== -Infinity && from >= end) ? 'after' : 'at_table';
}

/** The current report of each regime that was reported of at the summit (rule 2.6.24). */
export function sanctions(known: Known) {
  const reports = Map.groupBy(
    ofType(known, 'SanctionsReported'),
    ({ stream, data }) => `${stream} ${str(data, 'target')}`,
  );
  return [...reports.values()].map((all) => {
    const current = lastOf(all);
    return {
      regimeId: current && str(current.data, 'regimeId'),
      status: current && str(current.data, 'status'),
      record: current?.address,
    };
  });
}

export interface StatementFilter {
  readonly summit?: string;
  readonly speaker?: string;
  readonly affiliation?: string;
  readonly genre?: string;
  readonly form?: string;
  readonly topic?: string;
}

export function statements(known: Known, { summit, ...filter }: StatementFilter): string[] {
  return ofType(known, 'StatementIssued')
    .filter((fact) => summit === undefined || isOf(summit)(fact))
    .filter(({ data }) => Object.entries(filter).every(([name, value]) => data[name] === value))
    .map(({ address }) => address);
}
