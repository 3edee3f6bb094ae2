import type { Fact } from '../ledger/fold.js';
import type { Programme } from '../ledger/programme.js';
import { list, str, type Data } from '../ledger/record.js';
import { Refusal } from '../ledger/record.js';
import type { Ruling } from './ruling.js';
import { partiesOf } from './summit-rules.js';

export const adoptionsOf = (programme: Programme, agreementId: string) =>
  programme.of('AgreementAdopted').filter(({ data }) => data['agreementId'] === agreementId);

export const signingsOf = (programme: Programme, agreementId: string) =>
  programme
    .of('SigningHeld')
    .filter(({ data }) =>
      list<Data>(data, 'agreements').some((one) => str(one, 'agreementId') === agreementId),
    );

export function outline(ruling: Ruling): void {
  const programme = ruling.programme();
  const id = ruling.str('agreementId');
  const concluded = [...adoptionsOf(programme, id), ...signingsOf(programme, id)];
  ruling.refuseIf(
    concluded.some((one) => ruling.isAfter(one)),
    'agreement_concluded',
  );
}

export function adopt(ruling: Ruling): void {
  const programme = ruling.programme();
  const id = ruling.str('agreementId');
  const isConcluded =
    adoptionsOf(programme, id).length > 0 || signingsOf(programme, id).some((one) => !ruling.isBefore(one));
  ruling.refuseIf(isConcluded, 'agreement_concluded');
}

export function withdraw(ruling: Ruling): void {
  const programme = ruling.programme();
  const id = ruling.str('agreementId');
  const party = ruling.str('party');
  const hasAdopted = adoptionsOf(programme, id).some(({ data }) =>
    (data['parties'] === 'all' ? partiesOf(programme) : list(data, 'parties')).includes(party),
  );
  const hasSigned = signingsOf(programme, id).some(({ data }) =>
    list<Data>(data, 'signatories').some((one) => str(one, 'forParty') === party),
  );
  ruling.refuseIf(!hasAdopted && !hasSigned, 'not_an_endorser');
  const isWithdrawn = ({ data }: Fact) => data['agreementId'] === id && data['party'] === party;
  ruling.refuseIf(programme.of('EndorsementWithdrawn').some(isWithdrawn), 'already_withdrawn');
}

export function conclude(ruling: Ruling): void {
  const programme = ruling.programme();
  ruling.refuseIf(programme.of('SummitConcluded').length > 0, 'summit_concluded');
  const concluded = [...programme.of('AgreementAdopted'), ...programme.of('SigningHeld')];
  if (ruling.data['agreement'] === 'none') {
    ruling.contradicts(concluded.filter((one) => ruling.isAfter(one)));
  } else if (concluded.every((one) => ruling.isBefore(one))) {
    // With nothing in the way, there is nothing to contest (rules 2.6.14 and 2.6.17).
    throw new Refusal('contradicts_record');
  }
}
