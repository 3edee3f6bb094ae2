import { Injectable } from '@nestjs/common';
import { Facts } from '../facts/facts.js';
import { gathered } from '../facts/gather.js';
import { parse } from '../recording/parse.js';
import type { Moment } from '../time/moment.js';
import { summitViews, type SummitView } from '../views/catalogue.js';
import { knownAt } from '../views/known.js';
import type { QueryParameters } from './event-query.js';
import { RequestProblem } from './problem.js';

/** What every answer of a read model says of itself. */
export interface Envelope {
  readonly moment: Moment['given'];
  readonly queryTime: string;
  readonly position: string;
}

export function envelope({ given, queryTime, asOf }: Moment): Envelope {
  return { moment: given, queryTime: new Date(queryTime).toISOString(), position: asOf };
}

/** Asks the read models of a summit. */
@Injectable()
export class Asking {
  constructor(private readonly facts: Facts) {}

  /**
   * What a view answers at a moment: empty where the summit was not on record yet.
   * @throws RequestProblem `unknown_summit` for one that never was
   */
  summit(view: SummitView, summitId: string, parameters: object, moment: Moment): object {
    this.requireSummit(summitId);
    const dossiers = this.facts.ofSummit(summitId, moment.asOf);
    const known = knownAt(gathered(this.facts, dossiers, moment.asOf), moment);
    return {
      summitId,
      ...envelope(moment),
      ...view.answer(known, moment, summitId, parameters),
    };
  }

  private requireSummit(summitId: string): void {
    if (this.facts.ofStreams([`summit-${summitId}`], this.facts.position()).length === 0)
      throw new RequestProblem('unknown_summit', { detail: `No summit "${summitId}" is on record.` });
  }
}

/** @throws RequestProblem `not_found` naming the views that there are */
export function viewNamed(name: string): SummitView {
  const view = summitViews.find((one) => one.name === name);
  if (view) return view;
  const names = summitViews.map((one) => one.name).join(', ');
  throw new RequestProblem('not_found', {
    detail: `There is no view "${name}" of a summit. There are: ${names}.`,
  });
}

/** A view's own parameters, without those of the moment. */
export function parametersOf(view: SummitView, { at, asOf, publicAt, ...own }: QueryParameters): object {
  return parse(view.parameters, own);
}
