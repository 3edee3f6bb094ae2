import fc from 'fast-check';
import { recorded, streamOf } from '../../src/records/recorded.js';
import { day, fact, ledgerOf, note, type TestEvent } from '../given.js';
import { hanoi } from '../hanoi.js';

const addresses = ledgerOf(hanoi).map(recorded);
const facts = addresses.filter(({ type }) => !/Registered$/.test(type)).map(({ address }) => address);

/** Texts that speak of times, and some that only look as if they did. */
const words = fc.oneof(
  fc.constantFrom('2019-02-30', '2015-12-12T99:99:99Z', '2031-01-01T00:00:00Z', '2019-02-28', 'noon'),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const instants = fc
  .integer({ min: Date.parse('2019-02-15'), max: Date.parse('2019-03-05') })
  .map((ms) => new Date(ms).toISOString());

/** What may be recorded about the records of Hanoi, and then about that: the n-th has the id `n…`. */
export const keepings: fc.Arbitrary<TestEvent[]> = fc
  .array(
    fc.record({ kind: fc.nat({ max: 8 }), target: fc.nat(), other: fc.nat(), note: words, time: instants }),
    {
      maxLength: 12,
    },
  )
  .map((steps) => {
    const told = [...facts];
    return steps.map(({ kind, target, other, note: text, time }, i): TestEvent => {
      const recordId = `n${i}`;
      const at = (n: number) => told[n % told.length] ?? '';
      const { body, ...event } =
        kind > 5
          ? somethingTold(kind, at(other), time, recordId)
          : keeping(kind, at(target), at(other), recordId);
      told.push(`${event.stream}/${recordId}`);
      return { ...event, body: { ...body, note: text } };
    });
  });

/** Something new that is told of Hanoi: in public, under an embargo, or disclosed later. */
function somethingTold(kind: number, basis: string, time: string, recordId: string): TestEvent {
  const over = {
    recordId,
    ...(kind === 6 && { embargoUntil: time }),
    ...(kind === 7 && { disclosedAt: day(time.slice(0, 10)) }),
  };
  const commitmentId = `made-${recordId}`;
  const data = {
    commitmentId,
    summitIds: ['hanoi-2019'],
    promisor: 'dprk',
    promisee: 'us',
    form: 'verbal',
    issue: 'testing',
    content: 'no tests',
    attribution: 'third_party',
    deadline: day(time.slice(0, 10)),
    ...(kind === 8 && { basis: [basis] }),
  };
  return fact(`commitment-${commitmentId}`, 'CommitmentMade', data, over);
}

function keeping(kind: number, target: string, other: string, recordId: string): TestEvent {
  const about = (type: TestEvent['type'], data: object) =>
    note(streamOf(target), type, { target, ...data }, { recordId });
  const corrected = (patch: object, cause: string) =>
    about('RecordCorrected', { patch, reason: 'misread', cause });
  if (kind === 0) return corrected({ occurredAt: day('2019-02-27') }, 'error');
  if (kind === 1) return corrected({ accordingTo: 'dprk.kim', certainty: 'implied' }, 'new_information');
  if (kind === 2) return about('RecordDisputed', { by: 'dprk', counterRecord: other });
  if (kind === 3 && other !== target)
    return note(
      streamOf(target),
      'RecordsMerged',
      { survivor: target, duplicates: [other], reason: 'the same' },
      { recordId },
    );
  return about('RecordRetracted', { reason: 'it is not so', by: kind === 4 ? 'ledger' : 'publisher' });
}
