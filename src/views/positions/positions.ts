import { view } from '../definition.js';
import { Id, Optional, Slug } from '../../../events/index.js';
import type { Phase, PositionTaken } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { Programme } from '../../summit/programme.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { Disputes } from '../knowledge/disputes.js';
import { Memberships } from '../knowledge/memberships.js';
import { phaseOf } from './phase.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inWords } from '../knowledge/when-words.js';

export interface PositionsQuestion {
  readonly summitId: string;
  readonly party?: string;
  readonly issue?: string;
}

/** What one party wanted in one issue: a row of the matrix. */
export interface PositionsRow extends Resting {
  readonly party: string;
  readonly issue: string;
  /** By phase, then by time. */
  readonly cells: readonly PositionCell[];
  /** Different accounts tell different things of the same phase, or a dispute is open. */
  readonly contested: boolean;
  /** How many of the cells the party tells itself. */
  readonly ownAccounts: number;
}

export interface PositionCell {
  readonly phase: Phase;
  readonly kind: PositionTaken['kind'];
  readonly content: string;
  readonly addressedTo: string | null;
  readonly accordingTo: string | null;
  /** Whether the party, or somebody who belongs to it, tells it. */
  readonly ownAccount: boolean;
  readonly when: string;
  readonly record: string;
  readonly undecided?: true;
}

export interface Positions extends Rows<PositionsRow> {
  /** Every issue that a position was taken in. */
  readonly issues: readonly string[];
}

const PHASES: readonly Phase[] = ['before', 'at_table', 'after'];

/** The matrix of positions: party by issue (domain.md §3.4, rule 2.6.23). */
export const positions: View<PositionsQuestion, Positions> = (facts, _moment, question) => {
  const programme = Programme.of(question.summitId, facts);
  const memberships = Memberships.of(facts);
  const disputes = Disputes.of(facts);
  const taken = inDisplayOrder(
    ofType('PositionTaken', facts).filter(({ data }) => data.summitId === question.summitId),
  );
  const issues = [...new Set(taken.map(({ data }) => data.issue))].sort();
  const parties = new Set([...programme.parties, ...taken.map(({ data }) => data.party)]);
  const cellOf = (fact: Fact<'PositionTaken'>): PositionCell => ({
    ...wordsOf(fact),
    phase: phaseOf(fact, programme),
    ownAccount: fact.accordingTo !== undefined && memberships.belongsTo(fact.accordingTo, fact.data.party),
  });
  const rows = [...parties].flatMap((party) =>
    issues.flatMap((issue) => {
      const held = taken.filter(({ data }) => data.party === party && data.issue === issue);
      const isAsked = (question.party ?? party) === party && (question.issue ?? issue) === issue;
      return held.length > 0 && isAsked
        ? [rowOf({ party, issue }, held, held.map(cellOf), disputes.areOpen(held))]
        : [];
    }),
  );
  return { issues, rows };
};

function wordsOf({ data, accordingTo, occurredAt, record, undecided }: Fact<'PositionTaken'>) {
  return {
    kind: data.kind,
    content: data.content,
    addressedTo: data.addressedTo ?? null,
    accordingTo: accordingTo ?? null,
    when: inWords(occurredAt),
    record,
    ...(undecided && { undecided }),
  };
}

function rowOf(
  place: Pick<PositionsRow, 'party' | 'issue'>,
  held: readonly Fact[],
  cells: readonly PositionCell[],
  isDisputed: boolean,
): PositionsRow {
  return {
    ...place,
    cells: PHASES.flatMap((phase) => cells.filter((cell) => cell.phase === phase)),
    contested: isDisputed || cells.some((one) => cells.some((other) => isContrary(one, other))),
    ownAccounts: cells.filter((cell) => cell.ownAccount).length,
    ...restingOn(held),
  };
}

function isContrary(one: PositionCell, other: PositionCell): boolean {
  return one.phase === other.phase && one.accordingTo !== other.accordingTo && one.content !== other.content;
}

export class IssueParameters {
  @Optional()
  @Id()
  party?: string;

  @Optional()
  @Slug()
  issue?: string;
}

export const positionsView = view('positions', {
  name: 'positions',
  about: 'summit',
  asks: 'What did each party want in each issue, before, at the table and after, by whose account?',
  title: 'What each party wanted',
  parameters: IssueParameters,
  identity: ['party', 'issue'],
  answer: (facts, moment, summitId, asked) => positions(facts, moment, { summitId, ...asked }),
});
