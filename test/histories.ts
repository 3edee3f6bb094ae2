import fc from 'fast-check';
import type { TestEvent } from './given.js';

/** The ids of a few records in two streams; some that a history names never come. */
const addresses = ['summit-a', 'summit-b'].flatMap((stream) =>
  [0, 1, 2, 3, 4, 5].map((revision) => `${stream}/${revision}`),
);
const address = fc.constantFrom(...addresses);

function about(target: string, type: TestEvent['type'], data: object): TestEvent {
  return { stream: target.slice(0, target.indexOf('/')), type, body: { data: { target, ...data } } };
}

const concluded = fc.constantFrom('summit-a', 'summit-b').map((stream): TestEvent => {
  const data = { summitId: stream.slice('summit-'.length), manner: 'cut_short', agreement: 'none' };
  return { stream, type: 'SummitConcluded', body: { data } };
});
const retracted = address.map((target) =>
  about(target, 'RecordRetracted', { reason: 'wrong', by: 'ledger' }),
);
const corrected = fc.tuple(address, fc.integer({ min: 0, max: 9 })).map(([target, n]) => {
  // Both a correction of a fact and, where the target is one, of a correction.
  const data = { reason: `reason ${n}`, patch: { data: { reason: `patched ${n}` } } };
  return about(target, 'RecordCorrected', { patch: { data }, reason: 'misread', cause: 'error' });
});
const corroborated = address.map((target) => about(target, 'RecordCorroborated', {}));
const disputed = address.map((target) => about(target, 'RecordDisputed', { by: 'dprk' }));
const merged = fc
  .tuple(address, fc.uniqueArray(address, { minLength: 1, maxLength: 2 }))
  .map(([survivor, others]): TestEvent => {
    const duplicates = others.filter((other) => other !== survivor);
    const data = { survivor, duplicates, reason: 'the same' };
    return { stream: survivor.slice(0, survivor.indexOf('/')), type: 'RecordsMerged', body: { data } };
  });

/** Anything that may be recorded about records, and then about what was recorded about them, in any order. */
export const histories: fc.Arbitrary<TestEvent[]> = fc.array(
  fc.oneof(concluded, concluded, retracted, retracted, corrected, corroborated, disputed, merged),
  { maxLength: 20 },
);
