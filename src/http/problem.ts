import { rejections, type Fault, type Particulars, type RejectionCode } from '../records/rejected.js';

/** What can go wrong with a request before a rule of the domain is asked. */
export const requestProblems = {
  malformed_json: 'The body is not JSON.',
  payload_too_large: 'The body is larger than 1 MiB.',
  unsupported_media_type: 'The content type is not one that this address takes.',
  not_acceptable: 'This address cannot answer in the form that was asked for.',
  unknown_command: 'There is no such command.',
  not_found: 'There is nothing at this address.',
  method_not_allowed: 'This address does not take that method.',
  bad_request: 'The request cannot be read.',
  other_site: 'The request comes under a name, or from a page, that this service does not answer to.',
  too_many_subscribers: 'As many streams are open as this service serves at once.',
  ledger_unavailable: 'The ledger cannot be written now. Nothing was acknowledged; send it again.',
  projection_lagging: 'The facts have not caught up with what this read has to reflect.',
  unknown_event_type: 'The ledger holds an event that this version of the service does not know.',
  ledger_damaged:
    'The ledger holds an event that is not what was recorded; what follows it is not served as whole.',
  internal: 'Something went wrong in the service.',
} as const;

export type ProblemCode = RejectionCode | keyof typeof requestProblems;

/** The one table from codes to HTTP statuses. A code without a status does not compile. */
export const statuses: Readonly<Record<ProblemCode, number>> = {
  invalid: 400,
  malformed_json: 400,
  bad_request: 400,
  time_reversed: 422,
  in_the_future: 422,
  time_zone_required: 422,
  source_required: 422,
  locator_required: 422,
  unknown_source: 422,
  unknown_actor: 422,
  unknown_item: 422,
  anonymous_not_shared: 422,
  idempotency_key_reused: 422,
  parties_required: 422,
  duplicate_item: 422,
  no_change: 422,
  is_a_signing: 422,
  not_a_signing: 422,
  not_a_party: 422,
  agreement_required: 422,
  account_required: 422,
  terms_required: 422,
  not_an_endorser: 422,
  words_required: 422,
  question_required: 422,
  quote_too_long: 422,
  account_mismatch: 422,
  before_commitment: 422,
  basis_required: 422,
  hindsight: 422,
  basis_retracted: 422,
  before_prediction: 422,
  identity_fixed: 422,
  reason_required: 422,
  type_mismatch: 422,
  forbidden: 403,
  other_site: 403,
  unknown_command: 404,
  unknown_summit: 404,
  unknown_commitment: 404,
  unknown_prediction: 404,
  unknown_record: 404,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  record_exists: 409,
  already_registered: 409,
  revision_exists: 409,
  summit_concluded: 409,
  item_kind_changed: 409,
  not_canceled: 409,
  item_canceled: 409,
  item_held: 409,
  contradicts_record: 409,
  agreement_concluded: 409,
  already_withdrawn: 409,
  possible_duplicate: 409,
  prediction_already_resolved: 409,
  already_corroborated: 409,
  record_retracted: 409,
  merge_cycle: 409,
  revision_conflict: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  internal: 500,
  unknown_event_type: 503,
  ledger_damaged: 503,
  too_many_subscribers: 503,
  ledger_unavailable: 503,
  projection_lagging: 503,
};

/** Seconds after which what failed for now may be tried again. */
export const RETRY_AFTER = 1;

/** A refusal of the request itself. */
export class RequestProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly particulars: Particulars = {},
  ) {
    super(particulars.detail ?? titleOf(code));
    this.name = 'RequestProblem';
  }
}

/** RFC 9457, with the code, the fields that are wrong and the records in the way, at most `LISTED` of each. */
export interface Problem extends Particulars {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** How many more fields are wrong, as far as was looked. */
  readonly moreFields?: number;
  /** How many more records are in the way. */
  readonly moreRecords?: number;
}

/** No answer to a bad request is much larger than what it answers. */
const LISTED = 50;
const LONGEST_FIELD = 200;
const LONGEST_MESSAGE = 1_000;

export function problem(code: ProblemCode, { detail, fields, records }: Particulars = {}): Problem {
  return {
    type: `urn:summit-ledger:problem:${code}`,
    title: titleOf(code),
    status: statuses[code],
    code,
    ...(detail !== undefined && { detail }),
    ...(fields && { fields: fields.slice(0, LISTED).map(shortened), ...more('moreFields', fields) }),
    ...(records && { records: records.slice(0, LISTED), ...more('moreRecords', records) }),
  };
}

function more(name: 'moreFields' | 'moreRecords', listed: readonly unknown[]): Partial<Problem> {
  return listed.length > LISTED ? { [name]: listed.length - LISTED } : {};
}

/** What a client has sent is repeated to it only in part. */
function shortened({ field, message }: Fault): Fault {
  return { field: cut(field, LONGEST_FIELD), message: cut(message, LONGEST_MESSAGE) };
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function titleOf(code: ProblemCode): string {
  return { ...rejections, ...requestProblems }[code];
}
