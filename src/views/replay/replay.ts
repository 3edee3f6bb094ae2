import type { Fact } from '../../records/fact.js';
import type { Moment } from '../../time/moment.js';
import { causesOf } from '../diff/causes.js';
import { changesBetween, isNothing, type Changes, type Json } from '../diff/changes.js';
import { modelOf, type Question } from '../diff/compare.js';
import { courseOf, type Course, type Stretch, type Turn } from './course.js';
import { watched } from './watched.js';

/** A step of a replay: first a whole answer, then what changed at each point, last where it ended. */
export type Step = (
  | { readonly kind: 'snapshot'; readonly answer: Json }
  | ({ readonly kind: 'change' } & Changes)
  | { readonly kind: 'end' }
) & { readonly moment: Moment };

/**
 * The states of a read model as history goes by on one axis: a snapshot where it begins, then the changes at each
 * point where there are any. Applied one after another they give the answer at the end. Where it gives undefined
 * it has worked for a while, and others may have a turn.
 */
export function* replay(question: Question, stretch: Stretch): Iterable<Step | undefined> {
  const player = new Player(question, stretch);
  let last: Moment = stretch.end;
  for (const turn of player.turns) {
    const step = turn && player.step(turn);
    if (turn) last = turn.moment;
    yield step;
  }
  yield { kind: 'end', moment: last };
}

/** Answers at each turn of a course, where the answer may be another than before. */
class Player {
  private readonly course: Course;
  private answer: Json | undefined;
  private isLooking = true;

  constructor(
    private readonly question: Question,
    stretch: Stretch,
  ) {
    this.course = courseOf(stretch, () => this.isLooking);
  }

  get turns(): Iterable<Turn | undefined> {
    return this.course.turns;
  }

  /** Undefined where nothing changed. */
  step({ moment, changes }: Turn): Step | undefined {
    const { view } = this.question;
    const before = this.answer;
    const concerns = changes.some(({ before: old, after }) => this.isAsked(old) || this.isAsked(after));
    if (before && !concerns && !this.isLooking) return undefined;
    const seen = watched(moment);
    const facts = this.course.knowledge.facts((fact) => this.isAsked(fact));
    this.answer = modelOf(this.question, { dossiers: [], facts, moment: seen.moment });
    this.isLooking = seen.isSeen();
    if (!before) return { kind: 'snapshot', answer: this.answer, moment };
    const found = changesBetween(before, this.answer, view.identity, causesOf(changes, view.restsOn));
    return isNothing(found) ? undefined : { kind: 'change', ...found, moment };
  }

  private isAsked(fact: Fact | undefined): boolean {
    const { view, subject } = this.question;
    return fact !== undefined && (view.concerns?.(fact, subject) ?? true);
  }
}
