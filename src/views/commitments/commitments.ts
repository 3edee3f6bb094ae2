import { NoParameters, view } from '../definition.js';
import type { CommitmentAssessed, CommitmentMade, Occasion, When } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { streamOf } from '../../records/recorded.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { inEffectOrder } from '../../time/effect-order.js';
import { Disputes } from '../knowledge/disputes.js';
import { Memberships } from '../knowledge/memberships.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inDates, inWords } from '../knowledge/when-words.js';

export interface CommitmentsQuestion {
  readonly summitId?: string;
  readonly commitment?: string;
}

export interface CommitmentRow extends Resting {
  readonly commitmentId: string;
  readonly record: string;
  readonly summitIds: readonly string[];
  readonly promisor: string;
  readonly promisee: string;
  readonly form: CommitmentMade['form'];
  readonly issue: string;
  readonly content: string;
  readonly quotes: readonly string[];
  readonly condition: string | null;
  readonly deadline: When | null;
  readonly occasion: Occasion | null;
  /** In EDTF, or to the minute. */
  readonly madeAt: string;
  readonly attribution: CommitmentMade['attribution'];
  readonly accordingTo: string | null;
  /** Whether the promisor, or somebody who belongs to it, has told it too (rule 2.6.24). */
  readonly confirmedByPromisor: boolean;
  /** By the assessment that took effect last. */
  readonly status: CommitmentAssessed['status'] | 'unassessed';
  readonly contested: boolean;
  /** In the order in which they took effect. */
  readonly assessments: readonly Assessment[];
}

export interface Assessment {
  readonly status: CommitmentAssessed['status'];
  readonly assessor: string;
  readonly when: string;
  readonly basis: readonly string[];
  /** Bases that do not count any more. */
  readonly retractedBases: readonly string[];
  readonly record: string;
}

/** Who promised what to whom, and what became of it (domain.md §3.5). */
export const commitments: View<CommitmentsQuestion, Rows<CommitmentRow>> = (facts, _moment, question) => {
  const { summitId, commitment } = question;
  const memberships = Memberships.of(facts);
  const disputes = Disputes.of(facts);
  const assessments = Map.groupBy(ofType('CommitmentAssessed', facts), (fact) => fact.stream);
  const made = ofType('CommitmentMade', facts)
    .filter(({ data }) => summitId === undefined || data.summitIds.includes(summitId))
    .filter(({ data }) => commitment === undefined || data.commitmentId === commitment);
  return {
    rows: inDisplayOrder(made).map((fact) => {
      // A commitment that was recorded twice was judged in either stream.
      const streams = new Set([fact.stream, ...(fact.duplicates ?? []).map(streamOf)]);
      const judged = inEffectOrder([...streams].flatMap((stream) => assessments.get(stream) ?? []));
      return {
        ...promiseOf(fact),
        ...accountOf(fact, memberships),
        status: judged.at(-1)?.data.status ?? 'unassessed',
        contested: disputes.areOpen([fact, ...judged]),
        assessments: judged.map(assessmentOf),
        ...restingOn([fact, ...judged]),
      };
    }),
  };
};

function promiseOf({ data, record, occurredAt }: Fact<'CommitmentMade'>) {
  const { quotes = [], condition = null, deadline = null, occasion = null } = data;
  return {
    commitmentId: data.commitmentId,
    record,
    summitIds: data.summitIds,
    promisor: data.promisor,
    promisee: data.promisee,
    form: data.form,
    issue: data.issue,
    content: data.content,
    quotes,
    condition,
    deadline,
    occasion,
    madeAt: inDates(occurredAt),
  };
}

function accountOf({ data, accordingTo, corroborations }: Fact<'CommitmentMade'>, memberships: Memberships) {
  const isConfirmed = corroborations.some(
    (account) =>
      account.accordingTo !== undefined && memberships.belongsTo(account.accordingTo, data.promisor),
  );
  return {
    attribution: data.attribution,
    accordingTo: accordingTo ?? null,
    confirmedByPromisor: data.attribution === 'self' || isConfirmed,
  };
}

function assessmentOf({
  data,
  occurredAt,
  record,
  retractedBases = [],
}: Fact<'CommitmentAssessed'>): Assessment {
  const { status, assessor, basis } = data;
  return { status, assessor, when: inWords(occurredAt), basis, retractedBases, record };
}

export const commitmentsView = view('commitments', {
  name: 'commitments',
  about: 'summit',
  asks: 'Who promised what to whom, as told by whom, and how does it stand?',
  title: 'What was promised',
  parameters: NoParameters,
  identity: ['record'],
  answer: (facts, moment, summitId) => commitments(facts, moment, { summitId }),
});
