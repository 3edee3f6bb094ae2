import type { LedgerEvent } from '../src/ledger/ledger.js';

const START = Date.parse('2026-01-01T00:00:00Z');

/**
 * Records of many summits as a ledger would hold them, the same for every run: statements in streams of their
 * own, meetings in those of the summits, and now and then a correction.
 * @param summitOf the number of the summit that the i-th record belongs to
 */
export function* syntheticRecords(count: number, summitOf: (i: number) => number): Generator<LedgerEvent> {
  const revisions = new Map<string, number>();
  for (let i = 1; i <= count; i++) {
    const { stream, type, body } = recordOf(i, summitOf(i));
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    yield {
      id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      stream,
      type,
      revision,
      position: String(i),
      recordedAt: new Date(START + i * 40).toISOString(),
      data: { recordId: `R${i}`, ...body },
      metadata: { recordedBy: 'bench' },
    };
  }
}

function recordOf(i: number, summit: number) {
  const summitId = `s${summit}`;
  const account = {
    occurredAt: {
      from: '2019-02-28T00:00:00+07:00',
      to: '2019-03-01T00:00:00+07:00',
      precision: 'day',
      timeZone: 'Asia/Ho_Chi_Minh',
      text: 'Thursday',
    },
    accordingTo: `actor.${i % 500}`,
    certainty: 'explicit',
    sources: [{ sourceId: `S${i % 2000}`, locator: `L${i % 90}`, kind: 'direct' }],
  };
  if (i % 20 === 0) return meeting(i, summitId, account);
  if (i % 20 === 1 && i > 20) return correction(i, account);
  const statementId = `q${i}`;
  const data = {
    statementId,
    summitIds: [summitId],
    speaker: `actor.${(i * 7) % 500}`,
    role: 'spokesperson',
    genre: 'statement',
    form: 'quote',
    quotes: [
      `number ${i} we are certainly closer today than we were thirty-six hours ago, and ${i % 977} more`,
    ],
    topic: 'sanctions',
    about: [`summit-${summitId}/R${i - (i % 20)}`],
  };
  return { stream: `statement-${statementId}`, type: 'StatementIssued', body: { ...account, data } };
}

function meeting(i: number, summitId: string, account: object) {
  const participants = [1, 2].map((n) => ({ actorId: `actor.${(i + n) % 500}`, attendance: 'full' }));
  const data = { summitId, meetingId: `m${i}`, kind: 'plenary', title: `Plenary session ${i}`, participants };
  return { stream: `summit-${summitId}`, type: 'MeetingHeld', body: { ...account, data } };
}

function correction(i: number, account: object) {
  const stream = `statement-q${i - 15}`;
  const patch = { data: { role: 'minister' } };
  const data = { target: `${stream}/R${i - 15}`, patch, reason: 'wrong office', cause: 'error' };
  return { stream, type: 'RecordCorrected', body: { ...account, data } };
}
