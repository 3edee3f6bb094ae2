import { note, type SummitPostings } from '../postings.js';
import type { RefusalCase } from './refusal-case.js';

const corroborated = (s: SummitPostings, recordId: string, sourceId: string) =>
  note('CorroborateRecord', { target: s.record(recordId) }, { sources: [{ sourceId }] });
const disputed = (s: SummitPostings, data: object) =>
  note('DisputeRecord', { target: s.record('plan'), by: 'us', ...data });
const merged = (survivor: string, ...duplicates: string[]) =>
  note('MergeRecords', { survivor, duplicates, reason: 'The same fact twice.' });
const retractedHeld = (s: SummitPostings) => [
  s.held('lunch'),
  s.retracted(s.record('held'), { recordId: 'gone' }),
];
const twice = (s: SummitPostings) => [s.held('lunch'), s.held('dinner', {}, { recordId: 'twin' })];

/** What is said of other records. */
export const recordKeeping: readonly RefusalCase[] = [
  [
    'a corroboration by the same source',
    409,
    'already_corroborated',
    (s) => ({ when: corroborated(s, 'plan', 'S01'), inTheWay: [s.record('plan')] }),
  ],
  [
    'a corroboration of what was retracted',
    409,
    'record_retracted',
    (s) => ({ given: retractedHeld(s), when: corroborated(s, 'held', 'S02'), inTheWay: [s.record('held')] }),
  ],
  [
    'a corroboration without a source',
    422,
    'source_required',
    (s) => ({ when: note('CorroborateRecord', { target: s.record('plan') }) }),
  ],
  [
    'a dispute of a record with itself',
    400,
    'invalid',
    (s) => ({ when: disputed(s, { counterRecord: s.record('plan') }) }),
  ],
  ['a dispute by nobody', 422, 'account_required', (s) => ({ when: disputed(s, { by: undefined }) })],
  [
    'a correction of what is not there',
    404,
    'unknown_record',
    (s) => ({ when: s.corrected(s.record('nothing'), { certainty: 'implied' }) }),
  ],
  [
    'a correction of what was retracted',
    409,
    'record_retracted',
    (s) => ({
      given: retractedHeld(s),
      when: s.corrected(s.record('held'), { certainty: 'implied' }),
      inTheWay: [s.record('held')],
    }),
  ],
  [
    'a correction that changes nothing',
    422,
    'no_change',
    (s) => ({ when: s.corrected(s.record('plan'), { data: { revision: 1 } }) }),
  ],
  [
    'a correction that makes another record of it',
    422,
    'identity_fixed',
    (s) => ({ when: s.corrected(s.record('plan'), { data: { summitId: 'y' } }) }),
  ],
  [
    'a correction without a reason',
    422,
    'reason_required',
    (s) => ({ when: s.corrected(s.record('plan'), { certainty: 'implied' }, { reason: '' }) }),
  ],
  [
    'a retraction of what is not there',
    404,
    'unknown_record',
    (s) => ({ when: s.retracted(s.record('nothing')) }),
  ],
  [
    'a second retraction',
    409,
    'record_retracted',
    (s) => ({ given: retractedHeld(s), when: s.retracted(s.record('held')), inTheWay: [s.record('held')] }),
  ],
  [
    'a merge of different types',
    422,
    'type_mismatch',
    (s) => ({
      given: [s.held('lunch')],
      when: merged(s.record('held'), s.record('plan')),
      inTheWay: [s.record('plan')],
    }),
  ],
  [
    'a merge with itself',
    409,
    'merge_cycle',
    (s) => ({
      given: twice(s),
      when: merged(s.record('held'), s.record('held')),
      inTheWay: [s.record('held')],
    }),
  ],
  [
    'a second merge',
    409,
    'merge_cycle',
    (s) => ({
      given: [...twice(s), merged(s.record('held'), s.record('twin'))],
      when: merged(s.record('held'), s.record('twin')),
      inTheWay: [s.record('twin')],
    }),
  ],
  [
    'a merge of what was retracted',
    409,
    'record_retracted',
    (s) => ({
      given: [...twice(s), s.retracted(s.record('twin'))],
      when: merged(s.record('held'), s.record('twin')),
      inTheWay: [s.record('twin')],
    }),
  ],
];
