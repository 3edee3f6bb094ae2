import { Injectable } from '@nestjs/common';
import { Facts } from '../../projection/facts.js';
import { gathered } from '../../projection/gather.js';
import type { Dossier } from '../../records/dossier.js';
import { parse } from '../../command-handling/parse.js';
import type { Moment } from '../../time/moment.js';
import { summitViews } from '../../views/catalogue.js';
import type { Knowledge } from '../../views/diff/causes.js';
import { modelOf, type Question } from '../../views/diff/compare.js';
import { knownAt } from '../../views/knowledge/known.js';
import { RequestProblem } from '../problem.js';

/** What every answer of a read model says of itself. */
export interface Envelope {
  readonly moment: Moment['given'];
  readonly queryTime: string;
  readonly position: string;
}

export function envelope({ given, queryTime, asOf }: Moment): Envelope {
  return { moment: given, queryTime: new Date(queryTime).toISOString(), position: asOf };
}

/** Asks the read models of what the facts hold. */
@Injectable()
export class ViewReader {
  constructor(private readonly facts: Facts) {}

  /**
   * What a view answers at a moment: empty where the summit was not on record yet.
   * @throws RequestProblem `unknown_summit` for one that never was
   */
  answer(question: Question, moment: Moment): object {
    const { summitId } = question;
    const state = { moment, ...this.knowledge(summitId, moment) };
    return { summitId, ...envelope(moment), ...modelOf(question, state) };
  }

  /** What is known of a summit at a moment, and the dossiers that it is known from. */
  knowledge(summitId: string, moment: Moment): Knowledge {
    this.requireSummit(summitId);
    return this.known(this.facts.ofSummit(summitId, moment.asOf), moment);
  }

  known(found: readonly Dossier[], moment: Moment): Knowledge {
    const dossiers = gathered(this.facts, found, moment.asOf);
    return { dossiers, facts: knownAt(dossiers, moment) };
  }

  private requireSummit(summitId: string): void {
    if (this.facts.ofStreams([`summit-${summitId}`], this.facts.position()).length === 0)
      throw new RequestProblem('unknown_summit', { detail: `No summit "${summitId}" is on record.` });
  }
}

/**
 * @param query of the request; what does not belong to the view is refused by name
 * @throws RequestProblem `not_found` naming the views that there are
 * @throws Rejected `invalid` with every parameter that is wrong
 */
export function questionOf(summitId: string, name: string, query: object): Question {
  const view = summitViews.find((one) => one.name === name);
  if (view) return { view, summitId, parameters: parse(view.parameters, query) };
  const names = summitViews.map((one) => one.name).join(', ');
  throw new RequestProblem('not_found', {
    detail: `There is no view "${name}" of a summit. There are: ${names}.`,
  });
}
