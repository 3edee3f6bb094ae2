import { Id, Optional } from '../../../events/index.js';
import { distinct, summitsOf } from '../finding.js';
import { NoParameters, view } from '../definition.js';
import type { SanctionsReported } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { inEffectOrder } from '../../time/effect-order.js';
import { Disputes } from '../knowledge/disputes.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inWords } from '../knowledge/when-words.js';

export interface SanctionsQuestion {
  readonly target?: string;
  readonly summitId?: string;
}

/** The regimes that are imposed on one actor. */
export interface SanctionsRow extends Resting {
  readonly target: string;
  readonly regimes: readonly Regime[];
}

export interface Regime {
  readonly regimeId: string;
  readonly imposer: string;
  /** By the report that took effect last. */
  readonly status: SanctionsReported['status'];
  readonly accordingTo: string | null;
  readonly when: string;
  readonly scope: string | null;
  /** How many measures that report lists; null when it lists none. */
  readonly measures: number | null;
  /** The record of the imposer's condition for relief, at a summit that the report is about (rule 2.6.24). */
  readonly releaseCondition: string | null;
  /** The condition in the report's own words. */
  readonly releaseTerms: string | null;
  readonly contested: boolean;
  readonly record: string;
  /** In the order in which they took effect. */
  readonly reports: readonly Report[];
}

export interface Report {
  readonly status: SanctionsReported['status'];
  readonly accordingTo: string | null;
  readonly when: string;
  readonly record: string;
}

/**
 * The state of sanctions by whom they are imposed on (domain.md §3.6).
 * @param facts with the positions of the imposers, which tell their conditions
 */
export const sanctions: View<SanctionsQuestion, Rows<SanctionsRow>> = (facts, _moment, question) => {
  const { target, summitId } = question;
  const disputes = Disputes.of(facts);
  const reports = ofType('SanctionsReported', facts)
    .filter(({ data }) => target === undefined || data.target === target)
    .filter(({ data }) => summitId === undefined || data.summitIds?.includes(summitId));
  const byTarget = Map.groupBy(reports, ({ data }) => data.target);
  return {
    rows: [...byTarget].sort(byName).map(([on, reports]) => ({
      target: on,
      regimes: [...Map.groupBy(reports, ({ data }) => data.regimeId)]
        .sort(byName)
        .flatMap(([, ofRegime]) => regimeOf(inEffectOrder(ofRegime), facts, disputes)),
      ...restingOn(reports),
    })),
  };
};

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function regimeOf(
  reports: readonly Fact<'SanctionsReported'>[],
  facts: readonly Fact[],
  disputes: Disputes,
): Regime[] {
  const current = reports.at(-1);
  if (!current) return [];
  const { regimeId, imposer, scope = null, measures, releaseCondition = null } = current.data;
  return [
    {
      regimeId,
      imposer,
      ...reportOf(current),
      scope,
      measures: measures?.length ?? null,
      releaseCondition: conditionOf(current.data, facts)?.record ?? null,
      releaseTerms: releaseCondition,
      contested: disputes.areOpen(reports),
      reports: reports.map(reportOf),
    },
  ];
}

function reportOf({ data, accordingTo, occurredAt, record }: Fact<'SanctionsReported'>): Report {
  return { status: data.status, accordingTo: accordingTo ?? null, when: inWords(occurredAt), record };
}

function conditionOf({ imposer, summitIds = [] }: SanctionsReported, facts: readonly Fact[]) {
  const conditions = ofType('PositionTaken', facts).filter(
    ({ data }) =>
      data.party === imposer &&
      data.issue === 'sanctions' &&
      data.kind === 'condition' &&
      summitIds.includes(data.summitId),
  );
  return inEffectOrder(conditions).at(-1);
}

export class TargetParameters {
  /** The actor that sanctions are imposed on. */
  @Optional()
  @Id()
  target?: string;
}

export const sanctionsView = view('sanctions', {
  name: 'sanctions',
  about: 'summit',
  asks: 'Which sanctions are in force, and what would lift them?',
  title: 'The state of sanctions',
  parameters: NoParameters,
  identity: ['target'],
  answer: (facts, moment, summitId) => sanctions(facts, moment, { summitId }),
});

export const allSanctionsView = view('allSanctions', {
  name: 'sanctions',
  about: null,
  asks: 'Which sanctions are in force, on whom, and what would lift them?',
  title: 'The state of sanctions',
  parameters: TargetParameters,
  identity: ['target'],
  // The reports of every regime, and the summits at which conditions for its release were named.
  find: (reader) => {
    const reports = reader.ofCategory('sanctions');
    return distinct([...reports, ...summitsOf(reports).flatMap((summit) => reader.ofSummit(summit))]);
  },
  answer: (facts, moment, _id, asked) => sanctions(facts, moment, asked),
});
