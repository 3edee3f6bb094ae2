import { expect } from '@jest/globals';
import { streamFor, type EventType } from '../events/index.js';
import type { LedgerEvent } from '../src/ledger/ledger.js';
import { Dossiers, type Dossier } from '../src/records/dossier.js';
import { factOf, liveKeeping, standingOf, type Fact } from '../src/records/fact.js';
import { recorded } from '../src/records/recorded.js';
import { Rejected, type RejectionCode } from '../src/records/rejected.js';
import { decideBy, decideContested, type Rule } from '../src/command-handling/rule.js';
import { parse } from '../src/command-handling/parse.js';
import { classOf, eventTypeOf, type Command } from '../src/command-handling/recording.js';
import { StreamState } from '../src/command-handling/stream-state.js';
import { DecisionContext } from '../src/command-handling/decision-context.js';

/** A record as a spec tells it: where, what, the body. `recordId` is by default the revision. */
export interface TestEvent {
  readonly stream: string;
  readonly type: EventType;
  readonly body: Readonly<Record<string, unknown>> & { readonly data: object };
}

/** A When of one day, in UTC unless an offset is given. */
export function day(date: string, offset = '+00:00') {
  const from = `${date}T00:00:00${offset}`;
  const to = new Date(Date.parse(from) + 86_400_000);
  const shift = Date.parse(`${date}T00:00:00Z`) - Date.parse(from);
  const local = new Date(to.getTime() + shift).toISOString().slice(0, 19);
  return { from, to: `${local}${offset}`, precision: 'day', timeZone: offset } as const;
}

/** A When of one minute, given as an RFC 3339 timestamp with offset Z. */
export function minute(timestamp: string) {
  const to = new Date(Date.parse(timestamp) + 60_000).toISOString();
  return { from: timestamp, to, precision: 'minute', timeZone: '+00:00' } as const;
}

/** The account that a spec need not spell out. */
export const account = {
  occurredAt: day('2019-02-28'),
  accordingTo: 'cnbc',
  sources: [{ sourceId: 'S01', locator: 'L1' }],
} as const;

/** A fact with the usual account; `over` replaces parts of it, such as `recordId` or `occurredAt`. */
export function fact(stream: string, type: EventType, data: object, over: object = {}): TestEvent {
  return { stream, type, body: { ...account, ...over, data } };
}

/** A record about other records, or of the registry: no account unless given. */
export function note(stream: string, type: EventType, data: object, over: object = {}): TestEvent {
  return { stream, type, body: { ...over, data } };
}

/** The events as a ledger would hold them: revisions by stream, positions 1, 2, 3 …, one second apart. */
export function ledgerOf(events: readonly TestEvent[], start = '2026-01-01T00:00:00.000Z'): LedgerEvent[] {
  const revisions = new Map<string, number>();
  return events.map(({ stream, type, body }, i) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return {
      id: `00000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}`,
      stream,
      type,
      revision,
      position: String(i + 1),
      recordedAt: new Date(Date.parse(start) + i * 1000).toISOString(),
      data: JSON.parse(JSON.stringify({ recordId: String(revision), ...body })) as Record<string, unknown>,
      metadata: { recordedBy: 'test' },
    };
  });
}

/** The dossiers of the events, for specs of views. */
export function dossiersOf(events: readonly TestEvent[]): Dossier[] {
  return [...Dossiers.of(ledgerOf(events).map(recorded)).all()];
}

/** Everything that stands, also what stands in the dossier of another record. */
function standing(events: readonly TestEvent[]): Fact[] {
  return dossiersOf(events)
    .flatMap((dossier) => [dossier, ...liveKeeping(dossier)])
    .filter((dossier) => standingOf(dossier) === 'effective')
    .map((dossier) => factOf(dossier));
}

/** How a command of a spec came in: long after everything that specs tell of. */
const metadata = { receivedAt: Date.parse('2026-06-01T00:00:00Z'), recordedBy: 'test', bodyHash: '' };

function statesOf(events: readonly TestEvent[]): Map<string, StreamState> {
  const states = new Map<string, StreamState>();
  for (const event of ledgerOf(events)) {
    const state = states.get(event.stream) ?? new StreamState(event.stream);
    states.set(event.stream, state.take([event]));
  }
  return states;
}

/**
 * Given what is recorded, when a command is decided, then its event's data, or its refusal. `body` has the
 * usual account unless it brings its own. Only the command's own rules are asked, not the checks that all
 * share; whatever stands is recalled.
 */
export function given(...events: readonly TestEvent[]) {
  return {
    when<C extends Command, S>({ rule }: { readonly rule: Rule<C, S> }, body: object) {
      const states = statesOf(events);
      const asked = () => {
        const usual = takesAccount(rule.command) ? account : {};
        const command = Object.assign(parse(rule.command, { ...usual, ...body }), { metadata });
        const stream = streamFor(eventTypeOf(classOf(command)), command.data);
        const state = states.get(stream) ?? new StreamState(stream);
        return decideContested(command, state, (records) =>
          decideBy(rule, command, records, new DecisionContext(states, standing(events))),
        );
      };
      const refusal = (): Rejected => {
        try {
          asked();
        } catch (error) {
          if (error instanceof Rejected) return error;
          throw error;
        }
        throw new Error('the command was accepted');
      };
      return {
        then: (data: object) => expect(asked().data).toMatchObject(data),
        disputes: (...records: string[]) => expect(asked().disputed).toEqual(records),
        refused: (code: RejectionCode, ...records: string[]) => {
          const { code: said, particulars } = refusal();
          expect(said).toBe(code);
          if (records.length > 0) expect(particulars.records).toEqual(records);
        },
        /** Refused for its shape: exactly these fields are wrong. */
        invalid: (...fields: string[]) => {
          const { code, particulars } = refusal();
          expect(code).toBe('invalid');
          expect(particulars.fields?.map(({ field }) => field)).toEqual(fields);
        },
      };
    },
  };
}

/** Whether a body without data is asked for a source: then the command records a fact. */
function takesAccount(type: new () => object): boolean {
  try {
    parse(type, {});
    return false;
  } catch (error) {
    return (
      error instanceof Rejected && (error.particulars.fields ?? []).some(({ field }) => field === 'sources')
    );
  }
}
