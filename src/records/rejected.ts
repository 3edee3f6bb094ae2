/** Every code with which a command is refused, and what it means. The one list. */
export const rejections = {
  invalid: 'The request does not have the shape that is asked for.',
  source_required: 'A fact needs at least one source.',
  locator_required: 'A quote needs a locator in its source.',
  unknown_source: 'A source that is named here is not registered.',
  unknown_actor: 'An actor that is named here is not registered, or no speaker is named.',
  unknown_summit: 'A summit that is named here is not registered.',
  anonymous_not_shared: 'An anonymous actor has no name and serves one publisher.',
  time_reversed: 'An end is not after its beginning, or a time lies outside the one that contains it.',
  in_the_future: 'A fact of the past is said to begin after it was received.',
  time_zone_required: 'A time needs an offset or a zone, and none can be known.',
  revision_conflict: 'The stream has moved on from the expected revision.',
  idempotency_key_reused: 'This idempotency key was used for another body.',
  record_exists: 'A record with this id is already there.',
  forbidden: 'The role lacks the right.',
  already_registered: 'This id is taken.',
  parties_required: 'A summit has at least two parties.',
  revision_exists: 'This publisher has already issued that revision.',
  duplicate_item: 'The schedule lists an item twice.',
  summit_concluded: 'The summit was concluded before that.',
  item_kind_changed: 'An item keeps its kind from one revision to the next.',
  unknown_item: 'The item is not on any schedule of the summit.',
  no_change: 'Nothing would change.',
  not_canceled: 'Only what is canceled can be reinstated.',
  item_canceled: 'The item was canceled before and has not been reinstated.',
  item_held: 'The item was held before that.',
  is_a_signing: 'The item is a signing, which has commands of its own.',
  contradicts_record: 'Records that stand say otherwise.',
  not_a_signing: 'The item is not a signing.',
  not_a_party: 'The actor is not a party of the summit.',
  agreement_required: 'A signing puts signatures under at least one agreement.',
  account_required: 'It must be said whose account this is.',
  terms_required: 'An outline has at least one term.',
  agreement_concluded: 'The agreement was adopted or signed already.',
  not_an_endorser: 'The party has neither adopted nor signed the agreement.',
  already_withdrawn: 'The party has withdrawn already.',
  words_required: 'A statement has a quote or a paraphrase, or was declined.',
  question_required: 'Who declines to answer was asked something.',
  quote_too_long: 'A quote has at most 600 characters.',
  possible_duplicate: 'The same words of the same speaker at that time are on record.',
  account_mismatch: 'A promise told by the promisor is according to the promisor.',
  unknown_commitment: 'The commitment is not on record.',
  before_commitment: 'An assessment is not older than the commitment.',
  basis_required: 'It must be said on which records this rests.',
  hindsight: 'The prediction was made after the outcome.',
  unknown_prediction: 'The prediction is not on record.',
  prediction_already_resolved: 'The prediction has been resolved.',
  basis_retracted: 'A record that this rests on has been retracted.',
  before_prediction: 'A resolution is not older than the prediction.',
  already_corroborated: 'This source is on the record already.',
  record_retracted: 'The record has been retracted or merged away.',
  unknown_record: 'The record is not there.',
  identity_fixed: 'A correction cannot make another record of this one: retract it and record anew.',
  reason_required: 'A correction gives its reason.',
  type_mismatch: 'Records of different types cannot be merged.',
  merge_cycle: 'The records are merged already, or the survivor is among the duplicates.',
} as const;

export type RejectionCode = keyof typeof rejections;

export interface Fault {
  /** Path in the body, for example `data.items.0.itemId`. */
  readonly field: string;
  readonly message: string;
}

export interface Particulars {
  /** Addresses of the records in the way. */
  readonly records?: readonly string[];
  /** Every field that is wrong. */
  readonly fields?: readonly Fault[];
  readonly detail?: string;
}

/** A command is refused. Nothing was written. */
export class Rejected extends Error {
  constructor(
    readonly code: RejectionCode,
    readonly particulars: Particulars = {},
  ) {
    super(particulars.detail ?? rejections[code]);
    this.name = 'Rejected';
  }
}

/**
 * Refuses for the records in the way, if there are any.
 * @throws Rejected naming them, in the order given
 */
export function refuse(
  code: RejectionCode,
  inTheWay: readonly { readonly record: string }[],
  detail?: string,
): void {
  if (inTheWay.length === 0) return;
  const records = [...new Set(inTheWay.map(({ record }) => record))];
  throw new Rejected(code, { records, ...(detail !== undefined && { detail }) });
}
