import { comparePositions } from '../../time/ledger-position.js';
import { queryTimeOf, type Moment } from '../../time/moment.js';
import type { FactChange } from '../diff/causes.js';
import type { Dossier } from '../../records/dossier.js';
import type { Axis } from './axis.js';
import { DossiersOverTime } from './dossiers-over-time.js';
import { MovingKnowledge } from './moving-knowledge.js';
import { plannedTimes } from './planned-times.js';
import { timesTold } from './told-times.js';

/** What is replayed, and between what. */
export interface Stretch {
  readonly axis: Axis;
  readonly summitId: string;
  /** As the ledger holds them at the end, in any order. */
  readonly dossiers: readonly Dossier[];
  /** Before everything unless given. */
  readonly begin: Moment | undefined;
  readonly end: Moment;
  /** The moment of a position, the other axes as at the end. */
  readonly asOf: (position: string) => Moment;
}

/** The next moment at which an answer may be another, and what is known otherwise than at the one before. */
export interface Turn {
  readonly moment: Moment;
  readonly changes: readonly FactChange[];
}

/** How knowledge goes on along a stretch. */
export interface Course {
  readonly knowledge: MovingKnowledge;
  /** First where it begins, last where it ends. Undefined where others may have a turn in between. */
  readonly turns: Iterable<Turn | undefined>;
}

/**
 * @param isLooking whether the last answer looked at its moment: then it may become another at any instant that is
 *   told; else only with what is known
 */
export function courseOf(stretch: Stretch, isLooking: () => boolean): Course {
  const knowledge = new MovingKnowledge(stretch.axis);
  const dossiers = stretch.dossiers.toSorted((a, b) =>
    comparePositions(a.record.position, b.record.position),
  );
  const ordered = { ...stretch, dossiers };
  const turns =
    stretch.axis === 'asOf'
      ? alongTheLedger(ordered, knowledge)
      : alongTime(ordered, stretch.axis, knowledge, isLooking);
  return { knowledge, turns };
}

function* alongTheLedger(
  { dossiers, summitId, begin, end, asOf }: Stretch,
  knowledge: MovingKnowledge,
): Iterable<Turn | undefined> {
  const course = new DossiersOverTime(dossiers, summitId);
  const first = begin ?? asOf('0');
  const positions = course.positionsWithin(first.asOf, end.asOf);
  // Before the first record the ledger knows no time but that of the question.
  const next = positions[0] === undefined ? first : asOf(positions[0]);
  const moment = { ...first, queryTime: Math.min(first.queryTime, next.queryTime) };
  yield { moment, changes: knowledge.take(course.beginAt(first.asOf), moment) };
  for (const position of positions) {
    yield undefined;
    const moment = asOf(position);
    yield { moment, changes: knowledge.take(course.goOnTo(position), moment) };
  }
  yield { moment: end, changes: [] };
}

/** So many dossiers are looked into before others may have a turn. */
const AT_ONCE = 50;

function* alongTime(
  { dossiers, begin, end }: Stretch,
  axis: 'at' | 'publicAt',
  knowledge: MovingKnowledge,
  isLooking: () => boolean,
): Iterable<Turn | undefined> {
  const told = yield* gathered(dossiers);
  const first = begin ?? instantOn(axis, end, justBefore(told));
  yield { moment: first, changes: knowledge.take(dossiers, first) };
  for (const time of plannedTimes(dossiers)) told.add(time);
  for (const instant of instantsWithin(told, first[axis] ?? Infinity, lastOf(axis, end))) {
    yield undefined;
    const isTouched = knowledge.isTouchedAt(instant);
    if (!isTouched && !isLooking()) continue;
    const moment = instantOn(axis, end, instant);
    yield { moment, changes: knowledge.moveTo(instant, moment) };
  }
  yield { moment: end, changes: knowledge.jumpTo(end) };
}

function* gathered(dossiers: readonly Dossier[]): Generator<undefined, Set<number>> {
  const told = new Set<number>();
  for (const [i, dossier] of dossiers.entries()) {
    if (i % AT_ONCE === 0) yield undefined;
    for (const time of timesTold(dossier)) told.add(time);
  }
  return told;
}

function justBefore(told: ReadonlySet<number>): number {
  const earliest = told.values().reduce((a, b) => Math.min(a, b), Infinity);
  return (Number.isFinite(earliest) ? earliest : 1) - 1;
}

/** A bound is passed at the time that is told, or in the millisecond after it. */
function instantsWithin(told: ReadonlySet<number>, after: number, until: number): number[] {
  const turning = new Set(told.values().flatMap((time) => [time, time + 1]));
  return [...turning].filter((instant) => instant > after && instant <= until).sort((a, b) => a - b);
}

/** Where an axis is left open, it goes on to the instant that the end looks out from, if it moves that at all. */
function lastOf(axis: 'at' | 'publicAt', end: Moment): number {
  const isMoving = axis === 'at' || end.at === null;
  return end[axis] ?? (isMoving ? end.queryTime : Infinity);
}

function instantOn(axis: 'at' | 'publicAt', like: Moment, instant: number): Moment {
  const moved = { ...like, [axis]: instant };
  const queryTime = queryTimeOf({ ...moved, asOfTime: null, receivedAt: like.queryTime });
  return { ...moved, queryTime, given: { ...like.given, [axis]: new Date(instant).toISOString() } };
}
