import { Injectable } from '@nestjs/common';
import type { Moment } from '../../time/moment.js';
import type { Changes } from '../../views/diff/changes.js';
import { compare, type Question, type State } from '../../views/diff/compare.js';
import type { Axis } from '../../views/replay/axis.js';
import { replay, type Step } from '../../views/replay/replay.js';
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

/** A step of a replay, where on the axis it is, and when that was. */
export type Frame = Apart<Step> & { readonly point: string; readonly time: string };
type Apart<S> = S extends Step ? Omit<S, 'moment'> : never;

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
   * The states of a read model as history goes by on one axis; see `replay` of the views. Undefined where others
   * may have a turn. Frames never go back in time.
   * @throws Rejected `invalid` for a point that is none, before the first frame
   */
  replay(
    question: Question,
    asked: MomentParameters,
    { axis, from, to }: ReplayParameters,
  ): Iterable<Frame | undefined> {
    const end = this.moment(asked, axis, to);
    const stretch = {
      axis,
      summitId: question.subject,
      dossiers: this.viewReader.dossiers(question, end.asOf),
      begin: from === undefined ? undefined : this.moment(asked, axis, from),
      end,
      asOf: (position: string) => this.moment(asked, 'asOf', position),
    };
    return framed(axis, replay(question, stretch));
  }

  private state(question: Question, asked: MomentParameters, axis: Axis, point: string | undefined): State {
    const moment = this.moment(asked, axis, point);
    return { moment, ...this.viewReader.knowledge(question, moment) };
  }

  /** A point of an axis, the other axes as asked; without a point, its end. */
  private moment(asked: MomentParameters, axis: Axis, point: string | undefined): Moment {
    const { [axis]: _, ...others } = asked;
    return this.moments.moment({ ...others, ...(point !== undefined && { [axis]: point }) });
  }
}

function* framed(axis: Axis, steps: Iterable<Step | undefined>): Iterable<Frame | undefined> {
  let time = -Infinity;
  for (const step of steps) {
    if (!step) {
      yield undefined;
      continue;
    }
    const { moment, ...rest } = step;
    // A clock that was set back makes what was recorded later look earlier.
    time = Math.max(time, moment.queryTime);
    yield { ...rest, point: pointOn(axis, moment), time: new Date(time).toISOString() };
  }
}

function pointOn(axis: Axis, moment: Moment): string {
  if (axis === 'asOf') return moment.asOf;
  const instant = moment[axis];
  return instant === null ? 'now' : new Date(instant).toISOString();
}
