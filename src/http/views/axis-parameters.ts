import { IsIn, Matches } from 'class-validator';
import { Optional, Words } from '../../../events/index.js';
import { parse } from '../../command-handling/parse.js';
import { axes, type Axis } from '../../views/replay/axis.js';

/** A stretch of one axis of time: what a difference or a replay takes beside the view's own parameters. */
export class DiffParameters {
  @IsIn(axes)
  axis!: Axis;

  /** A point on the axis. */
  @Words({ max: 64 })
  from!: string;

  /** A point on the axis; now unless given. */
  @Optional()
  @Words({ max: 64 })
  to?: string;
}

/** As a span, but it begins before everything unless told otherwise, and goes at a speed. */
export class ReplayParameters {
  @IsIn(axes)
  axis!: Axis;

  /** A point on the axis; before everything unless given. */
  @Optional()
  @Words({ max: 64 })
  from?: string;

  /** A point on the axis; now unless given. */
  @Optional()
  @Words({ max: 64 })
  to?: string;

  /** Seconds of the axis that pass in a second; as fast as the reader reads unless given. */
  @Optional()
  @Matches(/^(?=.*[1-9])\d{1,9}(\.\d{1,6})?$/, {
    message:
      '$property must be a number above 0, such as 60 for a minute a second; leave it out to read without pauses',
  })
  speed?: string;
}

/**
 * The stretch of an axis in a query, and what is left for the view.
 * @throws Rejected `invalid` with every parameter that is wrong
 */
export function axisParametersOf<S extends DiffParameters | ReplayParameters>(
  type: new () => S,
  query: Readonly<Record<string, unknown>>,
): { readonly axis: S; readonly own: Readonly<Record<string, unknown>> } {
  const { axis, from, to, speed, ...own } = query;
  const given = Object.entries({ axis, from, to, speed }).filter(([, value]) => value !== undefined);
  return { axis: parse(type, Object.fromEntries(given)), own };
}
