import { Injectable } from '@nestjs/common';
import type { Moment } from '../../time/moment.js';
import { isNothing, type Changes } from '../../views/diff/changes.js';
import { compare, modelOf, type Question, type State } from '../../views/diff/compare.js';
import { instantsIn, positionsIn, type Axis } from '../../views/diff/replay.js';
import { ViewReader, envelope, type Envelope } from './view-reader.js';
import { MomentResolver, type MomentParameters } from '../moment-resolver.js';
import type { ReplayParameters, DiffParameters } from './axis-parameters.js';

/** The changes of one read model between two points of an axis; the envelope is that of the second. */
export interface Difference extends Envelope, Changes {
  readonly summitId: string;
  readonly model: string;
  readonly axis: Axis;
  readonly from: string;
  readonly to: string | null;
}

/** A step of a replay: first a whole answer, then what changed at each point, last where it ended. */
export type Frame = Step & { readonly point: string; readonly time: string };
type Step =
  | { readonly kind: 'snapshot'; readonly answer: object }
  | ({ readonly kind: 'change' } & Changes)
  | { readonly kind: 'end' };

/** Compares what a read model answers at different moments. */
@Injectable()
export class ViewDiff {
  constructor(
    private readonly viewReader: ViewReader,
    private readonly moments: MomentResolver,
  ) {}

  difference(question: Question, asked: MomentParameters, { axis, from, to }: DiffParameters): Difference {
    const before = this.state(question, asked, axis, from);
    const after = this.state(question, asked, axis, to);
    return {
      summitId: question.subject,
      model: question.view.name,
      axis,
      from,
      to: to ?? null,
      ...envelope(after.moment),
      ...compare(question, before, after),
    };
  }

  /**
   * The states of a read model as history goes by on one axis: a snapshot where it begins, then the changes at
   * each point where there are any. Applied one after another they give the answer at the end.
   * @throws Rejected `invalid` for a point that is none, before the first frame
   */
  replay(question: Question, asked: MomentParameters, { axis, from, to }: ReplayParameters): Iterable<Frame> {
    const end = this.state(question, asked, axis, to);
    const points = axis === 'asOf' ? positionsIn(end.dossiers) : instantsIn(end.dossiers);
    const first = from ?? written(axis, axis === 'asOf' ? 0 : (points[0] ?? 1) - 1);
    const begin = this.state(question, asked, axis, first);
    const [after, until] = [placeOn(axis, begin.moment), placeOn(axis, end.moment)];
    const between = points.filter((point) => point > after && point <= until);
    const states = between.values().map((point) => this.state(question, asked, axis, written(axis, point)));
    return framesOf(question, axis, begin, [states, [end]]);
  }

  /** What is known at a point of an axis, the other axes as asked; without a point, at its end. */
  private state(question: Question, asked: MomentParameters, axis: Axis, point: string | undefined): State {
    const { [axis]: _, ...others } = asked;
    const moment = this.moments.moment({ ...others, ...(point !== undefined && { [axis]: point }) });
    return { moment, ...this.viewReader.knowledge(question, moment) };
  }
}

function* framesOf(
  question: Question,
  axis: Axis,
  begin: State,
  liveView: readonly Iterable<State>[],
): Iterable<Frame> {
  yield framed(axis, begin, { kind: 'snapshot', answer: modelOf(question, begin) });
  let last = begin;
  for (const states of liveView)
    for (const next of states) {
      yield* changed(axis, compare(question, last, next), next);
      last = next;
    }
  yield framed(axis, last, { kind: 'end' });
}

function* changed(axis: Axis, changes: Changes, state: State): Iterable<Frame> {
  if (!isNothing(changes)) yield framed(axis, state, { kind: 'change', ...changes });
}

function framed(axis: Axis, { moment }: State, step: Step): Frame {
  const place = placeOn(axis, moment);
  const point = Number.isFinite(place) ? written(axis, place) : 'now';
  return { ...step, point, time: new Date(moment.queryTime).toISOString() };
}

/** A position, or milliseconds since 1970; infinite where the moment leaves the axis open. */
function placeOn(axis: Axis, moment: Moment): number {
  return axis === 'asOf' ? Number(moment.asOf) : (moment[axis] ?? Infinity);
}

function written(axis: Axis, place: number): string {
  return axis === 'asOf' ? String(place) : new Date(place).toISOString();
}
