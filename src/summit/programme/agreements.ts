import { isFactOf, ofType, type Fact } from '../../records/fact.js';
import { inEffectOrder } from '../../time/effect-order.js';

/** An agreement was concluded: adopted without a ceremony, or signed. */
export type Conclusion = Fact<'AgreementAdopted'> | Fact<'SigningHeld'>;

/** What is on record of one agreement. What a party left still stands as concluded (rule 2.6.17). */
export interface Agreement {
  readonly agreementId: string;
  /** In the order in which each replaced the one before. */
  readonly outlines: readonly Fact<'AgreementOutlined'>[];
  readonly adoptions: readonly Fact<'AgreementAdopted'>[];
  readonly signings: readonly Fact<'SigningHeld'>[];
  readonly withdrawals: readonly Fact<'EndorsementWithdrawn'>[];
}

export function agreementOf(agreementId: string, facts: readonly Fact[]): Agreement {
  const isMeant = (fact: { readonly data: { readonly agreementId: string } }) =>
    fact.data.agreementId === agreementId;
  return {
    agreementId,
    outlines: inEffectOrder(ofType('AgreementOutlined', facts).filter(isMeant)),
    adoptions: ofType('AgreementAdopted', facts).filter(isMeant),
    signings: ofType('SigningHeld', facts).filter(({ data }) =>
      data.agreements.some((signed) => signed.agreementId === agreementId),
    ),
    withdrawals: ofType('EndorsementWithdrawn', facts).filter(isMeant),
  };
}

/** The ids of all agreements that are outlined, concluded or left, in the order in which they were recorded. */
export function agreementIds(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.flatMap(idsIn))];
}

function idsIn(fact: Fact): readonly string[] {
  if (isFactOf('SigningHeld', fact)) return fact.data.agreements.map((signed) => signed.agreementId);
  const isOfOne =
    isFactOf('AgreementOutlined', fact) ||
    isFactOf('AgreementAdopted', fact) ||
    isFactOf('EndorsementWithdrawn', fact);
  return isOfOne ? [fact.data.agreementId] : [];
}

export function isConclusion(fact: Fact): fact is Conclusion {
  return fact.type === 'AgreementAdopted' || fact.type === 'SigningHeld';
}

/** The parties that adopted it or for which it was signed, whether or not they left it later. */
export function endorsersOf(
  { adoptions, signings }: Agreement,
  parties: readonly string[],
): readonly string[] {
  const adopting = adoptions.flatMap(({ data }) => (data.parties === 'all' ? parties : data.parties));
  const signing = signings.flatMap(({ data }) => data.signatories.map((signatory) => signatory.forParty));
  return [...new Set([...adopting, ...signing])];
}
