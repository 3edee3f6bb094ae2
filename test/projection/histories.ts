import fc from 'fast-check';
import type { LedgerEvent } from '../../src/ledger/ledger.js';
import { streamOf } from '../../src/records/recorded.js';
import { fact, ledgerOf, note, type TestEvent } from '../given.js';

/** One step of a history; numbers choose among what is there by then. */
interface Step {
  readonly kind: 'said' | 'met' | 'stance' | 'correct' | 'retract' | 'corroborate' | 'dispute' | 'merge';
  readonly a: number;
  readonly b: number;
}

export const summits = ['hanoi', 'singapore'] as const;
export const actors = ['us', 'dprk', 'vox'] as const;
export const quotes = ['No rush.', 'NO RUSH', 'the right deal', 'Hà Nội'] as const;

/** Histories in which records of several streams are corrected, disputed, merged and retracted, again and again. */
export const histories: fc.Arbitrary<LedgerEvent[]> = fc
  .array(
    fc.record<Step>({
      kind: fc.constantFrom('said', 'met', 'stance', 'correct', 'retract', 'corroborate', 'dispute', 'merge'),
      a: fc.nat(1000),
      b: fc.nat(1000),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((steps) => ledgerOf(steps.map(eventOf(new History()))));

/** The addresses told so far, by which later steps choose. */
class History {
  readonly addresses: string[] = [];
  private readonly revisions = new Map<string, number>();

  pick(n: number): string | undefined {
    return this.addresses[n % this.addresses.length];
  }

  add(event: TestEvent): TestEvent {
    const revision = (this.revisions.get(event.stream) ?? -1) + 1;
    this.revisions.set(event.stream, revision);
    this.addresses.push(`${event.stream}/${revision}`);
    return event;
  }
}

const eventOf =
  (history: History) =>
  (step: Step, i: number): TestEvent => {
    const target = history.pick(step.a);
    const other = history.pick(step.b);
    return history.add(
      target === undefined || other === undefined ? told(step, i) : kept(step, i, target, other),
    );
  };

function among<T>(list: readonly [T, ...T[]], n: number): T {
  return list[n % list.length] ?? list[0];
}

function told({ kind, a, b }: Step, i: number): TestEvent {
  const summitId = among(summits, a);
  const actor = among(actors, b);
  if (kind === 'met')
    return fact(`summit-${summitId}`, 'MeetingHeld', {
      summitId,
      meetingId: `m${i}`,
      kind: 'meal',
      title: 'Dinner',
    });
  if (kind === 'stance')
    return fact(`position-${summitId}:${actor}`, 'PositionTaken', {
      summitId,
      party: actor,
      issue: 'sanctions',
      kind: 'goal',
      content: 'eased',
    });
  return fact(`statement-q${a % 7}`, 'StatementIssued', {
    statementId: `q${a % 7}`,
    summitIds: [summitId],
    speaker: actor,
    genre: 'statement',
    form: 'quote',
    quotes: [among(quotes, b)],
  });
}

function kept(step: Step, i: number, target: string, other: string): TestEvent {
  const { kind, a, b } = step;
  const stream = streamOf(target);
  const actor = among(actors, b);
  if (kind === 'correct') {
    const patch = {
      accordingTo: actor,
      data: { summitIds: [among(summits, b)], quotes: [among(quotes, a)] },
    };
    return note(stream, 'RecordCorrected', { target, patch, reason: 'wrong', cause: 'error' });
  }
  if (kind === 'retract') return note(stream, 'RecordRetracted', { target, reason: 'never', by: 'ledger' });
  if (kind === 'corroborate')
    return note(
      stream,
      'RecordCorroborated',
      { target, rendering: among(quotes, b) },
      { sources: [{ sourceId: 'S02' }] },
    );
  if (kind === 'dispute') return note(stream, 'RecordDisputed', { target, by: actor, counterRecord: other });
  if (kind === 'merge' && other !== target)
    return note(stream, 'RecordsMerged', { survivor: target, duplicates: [other], reason: 'the same' });
  return told(step, i);
}
