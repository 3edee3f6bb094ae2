import type { Resting } from '../view.js';

/**
 * What is open, and the kind of thing that `subject` names:
 * - `no_report`: an item of which nobody tells what came of it
 * - `outside_its_day`: an item planned for another day than its revision covers, as a slip of the pen may be
 * - `no_own_account`: a party of which no fact is its own account
 * - `one_source`, `one_second_hand_source`: a source on which alone facts rest
 * - `no_horizon`: an open prediction that does not say by when
 * - `contested`: a record in an open dispute
 * - `basis_retracted`: a record that rests on one that does not count any more
 * - `dangling_link`: an address that is named, where no record stands that is known
 * - `left_open`: a record of which the account itself says what it leaves open
 */
export type QuestionKind =
  | 'no_report'
  | 'outside_its_day'
  | 'no_own_account'
  | 'one_source'
  | 'one_second_hand_source'
  | 'no_horizon'
  | 'contested'
  | 'basis_retracted'
  | 'dangling_link'
  | 'left_open';

export interface OpenQuestion extends Resting {
  readonly question: QuestionKind;
  /** An item, party, source or prediction by its id, or a record by its address. */
  readonly subject: string;
  /** In words, where there are any. */
  readonly text: string | null;
}
