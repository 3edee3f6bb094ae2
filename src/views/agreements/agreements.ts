import { NoParameters, view } from '../definition.js';
import type {
  AgreementAdopted,
  AgreementOutlined,
  Reservation,
  Signatory,
  Term,
} from '../../../events/index.js';
import type { Fact } from '../../records/fact.js';
import { Programme } from '../../summit/programme.js';
import { endorsersOf, type Agreement } from '../../summit/programme/agreements.js';
import { Disputes } from '../knowledge/disputes.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inWords } from '../knowledge/when-words.js';

export interface AgreementsQuestion {
  readonly summitId: string;
}

/** What is on record of one agreement. Each act stands by itself: leaving it does not undo its adoption. */
export interface AgreementRow extends Resting {
  readonly agreementId: string;
  readonly title: string | null;
  /** Of the last outline; null when nobody outlined it. */
  readonly status: AgreementOutlined['status'] | null;
  readonly reportedBy: string | null;
  /** As adopted where that is told, else as last outlined. */
  readonly terms: readonly AgreementTerm[];
  /** How many outlines there were, each replacing the one before. */
  readonly outlines: number;
  readonly adopted: boolean;
  readonly signed: boolean;
  readonly adoptions: readonly Adoption[];
  readonly signings: readonly Signing[];
  readonly withdrawals: readonly Withdrawal[];
  /** The parties that adopted it or for which it was signed, also those that left it. */
  readonly endorsers: readonly string[];
  /** Those of them that have not left it. */
  readonly remaining: readonly string[];
  readonly contested: boolean;
}

export interface AgreementTerm extends Term {
  /** Whether it is one side of an exchange. */
  readonly exchange: boolean;
}

interface Act {
  readonly when: string;
  readonly accordingTo: string | null;
  readonly record: string;
}

export interface Adoption extends Act {
  readonly mode: AgreementAdopted['mode'];
  readonly parties: readonly string[] | 'all';
  readonly reservations: readonly Reservation[];
}

export interface Signing extends Act {
  readonly itemId: string | null;
  readonly signatories: readonly Signatory[];
}

export interface Withdrawal extends Act {
  readonly party: string;
  readonly medium: string;
  readonly reason: string | null;
}

/** What was to be agreed, what was, and who has left it since. */
export const agreements: View<AgreementsQuestion, Rows<AgreementRow>> = (facts, _moment, { summitId }) => {
  const programme = Programme.of(summitId, facts);
  const disputes = Disputes.of(facts);
  return {
    rows: programme.agreements.map((agreement) => {
      const { agreementId, outlines, adoptions, signings, withdrawals } = agreement;
      const records = [...outlines, ...adoptions, ...signings, ...withdrawals];
      return {
        agreementId,
        ...contentOf(agreement),
        outlines: outlines.length,
        adopted: adoptions.length > 0,
        signed: signings.length > 0,
        ...actsOf(agreement),
        ...endorsementOf(agreement, programme.parties),
        contested: disputes.areOpen(records),
        ...restingOn(records),
      };
    }),
  };
};

function contentOf(agreement: Agreement) {
  const outline = agreement.outlines.at(-1)?.data;
  const terms = adoptedTerms(agreement) ?? outline?.terms ?? [];
  return {
    title: signedTitle(agreement) ?? outline?.title ?? null,
    ...reportOf(outline),
    terms: terms.map((term) => ({ ...term, exchange: term.inExchangeFor !== undefined })),
  };
}

function reportOf(outline: AgreementOutlined | undefined) {
  return { status: outline?.status ?? null, reportedBy: outline?.reportedBy ?? null };
}

function signedTitle({ agreementId, signings }: Agreement): string | undefined {
  const signed = signings.flatMap(({ data }) => data.agreements);
  return signed.find((one) => one.agreementId === agreementId)?.title;
}

function adoptedTerms({ adoptions }: Agreement): readonly Term[] | undefined {
  return adoptions.flatMap(({ data }) => (data.terms ? [data.terms] : [])).at(-1);
}

function actsOf({ adoptions, signings, withdrawals }: Agreement) {
  return {
    adoptions: adoptions.map((fact): Adoption => {
      const { mode, parties, reservations = [] } = fact.data;
      return { mode, parties, reservations, ...actOf(fact) };
    }),
    signings: signings.map((fact): Signing => {
      const { itemId = null, signatories } = fact.data;
      return { itemId, signatories, ...actOf(fact) };
    }),
    withdrawals: withdrawals.map((fact): Withdrawal => {
      const { party, medium, reason = null } = fact.data;
      return { party, medium, reason, ...actOf(fact) };
    }),
  };
}

function actOf({ occurredAt, accordingTo, record }: Fact): Act {
  return { when: inWords(occurredAt), accordingTo: accordingTo ?? null, record };
}

function endorsementOf(agreement: Agreement, parties: readonly string[]) {
  const endorsers = endorsersOf(agreement, parties);
  const left = new Set(agreement.withdrawals.map(({ data }) => data.party));
  return { endorsers, remaining: endorsers.filter((party) => !left.has(party)) };
}

export const agreementsView = view('agreements', {
  name: 'agreements',
  about: 'summit',
  asks: 'What was to be agreed, what was, and who has left it since?',
  title: 'What was to be agreed',
  parameters: NoParameters,
  identity: ['agreementId'],
  answer: (facts, moment, summitId) => agreements(facts, moment, { summitId }),
});
