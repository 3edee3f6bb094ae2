import type { Fact } from '../ledger/fold.js';
import type { Type } from '../language/language.js';
import { list, Refusal, type Data } from '../ledger/record.js';
import type { Ruling } from './ruling.js';
import { partiesOf } from './summit-rules.js';
import { boundsOf, compare } from '../ledger/time.js';

export function statement(ruling: Ruling): void {
  const { data } = ruling;
  const quotes = list(data, 'quotes');
  const isDeclined = data['form'] === 'declined_to_answer';
  ruling.refuseIf(quotes.length === 0 && data['paraphrase'] === undefined && !isDeclined, 'words_required');
  ruling.refuseIf(isDeclined && data['question'] === undefined, 'question_required');
  ruling.refuseIf(
    quotes.some((quote) => quote.length > 600),
    'quote_too_long',
  );
  if (data['allowDuplicate'] === true) return;
  const same = ruling.fold
    .standing('StatementIssued')
    .filter((other) => isSameUtterance(data, other) && areTogether(ruling, other));
  if (same.length > 0)
    throw new Refusal(
      'possible_duplicate',
      same.map(({ address }) => address),
    );
}

/** Rule 2.6.19. */
const normalized = (quote: string) =>
  quote
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{P}/gu, '')
    // The page does not speak of spaces; what punctuation leaves behind is no word.
    .replace(/\s+/g, ' ')
    .trim();

function isSameUtterance(data: Data, other: Fact): boolean {
  const said = list(data, 'quotes').map(normalized);
  return (
    other.data['speaker'] === data['speaker'] &&
    list(other.data, 'quotes').some((quote) => said.includes(normalized(quote)))
  );
}

function areTogether(ruling: Ruling, other: Fact): boolean {
  const [a, b] = [boundsOf(ruling.record.occurredAt), boundsOf(other.occurredAt)];
  return a.from < b.to && b.from < a.to;
}

export function position(ruling: Ruling): void {
  ruling.refuseIf(!partiesOf(ruling.programme()).includes(ruling.str('party')), 'not_a_party');
}

export function commitment(ruling: Ruling): void {
  ruling.refuseIf(ruling.data['promisor'] === ruling.data['promisee'], 'invalid');
  const isOwn = ruling.data['attribution'] === 'self';
  ruling.refuseIf(isOwn && ruling.record.accordingTo !== ruling.data['promisor'], 'account_mismatch');
}

/** What is judged: also as a duplicate of one elsewhere, because writes to a duplicate stay possible. */
function madeIn({ fold, record }: Ruling, type: Type): Fact | undefined {
  const made = fold.all.find(
    (one) => one.type === type && one.stream === record.stream && fold.standsInStream(one),
  );
  return made && fold.effective(made);
}

export function assess(ruling: Ruling): void {
  const made = madeIn(ruling, 'CommitmentMade');
  if (!made) throw new Refusal('unknown_commitment');
  ruling.refuseIf(ruling.isBefore(made), 'before_commitment');
  checkBasis(ruling);
}

export function resolve(ruling: Ruling): void {
  const made = madeIn(ruling, 'PredictionMade');
  if (!made) throw new Refusal('unknown_prediction');
  ruling.refuseIf(ruling.inStream('PredictionResolved').length > 0, 'prediction_already_resolved');
  checkBasis(ruling);
  ruling.refuseIf(ruling.isBefore(made), 'before_prediction');
}

function checkBasis({ data, fold }: Ruling): void {
  const basis = list(data, 'basis');
  if (basis.some((address) => !fold.find(address))) throw new Refusal('unknown_record');
  if (basis.some((address) => fold.isRetracted(address))) throw new Refusal('basis_retracted');
}

/** What rule 2.6.18 calls records of what happened. */
const happenings: readonly Type[] = [
  'MeetingHeld',
  'MeetingCanceled',
  'SigningHeld',
  'SigningCanceled',
  'AgreementAdopted',
  'SummitConcluded',
  'EndorsementWithdrawn',
];

export function prediction(ruling: Ruling): void {
  const outcomes = list(ruling.data, 'about')
    .flatMap((address) => ruling.fold.find(address) ?? [])
    .filter(({ type, address }) => happenings.includes(type) && !ruling.fold.isRetracted(address))
    .map((record) => ruling.fold.effective(record));
  const { from } = boundsOf(ruling.record.occurredAt);
  ruling.refuseIf(
    outcomes.some((outcome) => from >= boundsOf(outcome.occurredAt).to),
    'hindsight',
  );
}

/** `lifted` then `continues`, in the order of valid time (rule 2.6.18). */
export function sanctions(ruling: Ruling): void {
  const reports = ruling.inStream('SanctionsReported');
  const of = (status: string) => reports.filter(({ data }) => data['status'] === status);
  if (ruling.data['status'] !== 'continues') return;
  const lifted = of('lifted').filter((one) => ruling.isAfter(one));
  const isInForceBetween = (earlier: Fact) =>
    of('in_force').some((one) => compare(one, earlier) !== 'before' && !ruling.isBefore(one));
  ruling.contradicts(lifted.filter((one) => !isInForceBetween(one)));
}
