import type { RejectionCode } from '../../../src/records/rejected.js';
import type { Posting } from '../../service.js';
import type { SummitPostings } from '../postings.js';

export interface Story {
  /** What was recorded before; by default nothing beyond the summit's programme. */
  readonly given?: readonly Posting[];
  readonly when: Posting;
  /** Addresses of the records that the refusal has to name. */
  readonly inTheWay?: readonly string[];
}

/** One refusal: what is wrong, the status and the code, and how it comes to it on a summit of its own. */
export type RefusalCase = readonly [
  what: string,
  status: number,
  code: RejectionCode,
  story: (summit: SummitPostings) => Story,
];
