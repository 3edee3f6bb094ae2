import { heldAt, type Dossier } from '../../records/dossier.js';
import { ofType } from '../../records/fact.js';
import type { Moment } from '../../time/moment.js';
import { instant } from '../../time/when.js';
import { knownAt } from '../knowledge/known.js';
import { calendarEntries, type CalendarEntry, type CalendarQuestion } from './calendar-entries.js';
import { Planning } from './planning.js';

export type { CalendarQuestion } from './calendar-entries.js';

/** An item of a programme, and how it came to be as it is. */
export interface CalendarRow extends CalendarEntry, Revised {
  /** The same for an item however often it changes, as long as the question is the same. */
  readonly uid: string;
}

interface Revised {
  /** How often it has become another since the ledger first knew of it: it never falls. */
  readonly sequence: number;
  /** When the ledger learned what made it so, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** The official schedule as a calendar program subscribes to it. */
export interface Calendar {
  /** Of the summit; null where none is on record at the moment asked for. */
  readonly title: string | null;
  /** By day and order, those without a day last. */
  readonly rows: readonly CalendarRow[];
}

/**
 * The programme as it stands, and how often each of its items changed. The ledger is told anew from its
 * beginning, since a cancellation that was retracted is one more change, and not one less.
 * @param dossiers of the summit, as the ledger held them at the moment's `asOf`
 */
export function calendar(dossiers: readonly Dossier[], moment: Moment, question: CalendarQuestion): Calendar {
  const { summitId, publisher } = question;
  const planning = new Planning(dossiers, summitId);
  const revisions = new Revisions();
  for (const { position, recordedAt, touched } of planning.steps()) {
    const held = planning.bearingOn(touched).flatMap((dossier) => heldAt(dossier, position) ?? []);
    revisions.note(calendarEntries(knownAt(held, moment), question, touched), instant(recordedAt));
  }
  const facts = knownAt(planning.dossiers, moment);
  const whose = publisher === undefined ? '' : `:${publisher}`;
  return {
    title: ofType('SummitRegistered', facts)[0]?.data.title ?? null,
    rows: calendarEntries(facts, question).map((entry) => ({
      uid: `${summitId}:${entry.itemId}${whose}@summit-ledger`,
      ...entry,
      ...revisions.of(entry),
    })),
  };
}

/** How often each item was another than before. */
class Revisions {
  private readonly byItem = new Map<string, Revised & { readonly text: string }>();
  private latest = 0;

  /** @param recordedAt milliseconds since 1970; where clocks disagree, the ledger's time never runs back */
  note(entries: readonly CalendarEntry[], recordedAt: number): void {
    this.latest = Math.max(this.latest, recordedAt);
    for (const entry of entries) {
      const text = JSON.stringify(entry);
      const last = this.byItem.get(entry.itemId);
      if (last?.text === text) continue;
      const sequence = last ? last.sequence + 1 : 0;
      this.byItem.set(entry.itemId, { text, sequence, changedAt: this.latest });
    }
  }

  of({ itemId }: CalendarEntry): Revised {
    const { sequence = 0, changedAt = this.latest } = this.byItem.get(itemId) ?? {};
    return { sequence, changedAt };
  }
}
