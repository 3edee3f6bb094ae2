import { Injectable } from '@nestjs/common';
import { dossierReader } from '../../projection/dossier-reader.js';
import { Facts } from '../../projection/facts.js';
import { gathered } from '../../projection/gather.js';
import type { Dossier } from '../../records/dossier.js';
import type { Moment } from '../../time/moment.js';
import type { Knowledge } from '../../views/diff/causes.js';
import { modelOf, type Question } from '../../views/diff/compare.js';
import { knownAt } from '../../views/knowledge/known.js';
import { RequestProblem } from '../problem.js';

/** What every answer of a read model says of itself. */
export interface Envelope {
  /** The moment as it was asked for on each axis; null where it was not. */
  readonly moment: Moment['given'];
  /** What "ahead" and "past" are measured from: RFC 3339 in UTC. */
  readonly queryTime: string;
  /** The ledger position that the answer reflects. */
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
   * What a view answers at a moment: empty where its subject was not on record yet.
   * @throws RequestProblem for a subject that never was
   */
  answer(question: Question, moment: Moment): Envelope {
    const { view, subject } = question;
    const model = modelOf(question, { moment, ...this.knowledge(question, moment) });
    return { ...(view.about === 'summit' && { summitId: subject }), ...envelope(moment), ...model };
  }

  /** What a view is answered from at a moment, and the dossiers that it is known from. */
  knowledge(question: Question, moment: Moment): Knowledge {
    const dossiers = this.dossiers(question, moment.asOf);
    return { dossiers, facts: knownAt(dossiers, moment) };
  }

  /**
   * What a view is known from as the ledger held it at a position: first what it asks for, then what that rests on.
   * @throws RequestProblem for a subject that never was
   */
  dossiers(question: Question, asOf: string): readonly Dossier[] {
    const found = this.found(question, asOf);
    // What something was found of is on record: nothing that was recorded is ever gone.
    if (found.length === 0) this.requireSubject(question);
    return gathered(this.facts, found, asOf);
  }

  private found({ view, subject, parameters }: Question, asOf: string): readonly Dossier[] {
    return view.find(dossierReader(this.facts, asOf), subject, parameters);
  }

  private requireSubject(question: Question): void {
    const { about } = question.view;
    if (about === null) return;
    const { subject } = question;
    const head = this.facts.position();
    // A summit has a stream of its own; of the others it is enough that something names them.
    const isThere =
      about === 'summit'
        ? this.facts.ofStreams([`summit-${subject}`], head).length > 0
        : this.found(question, head).length > 0;
    if (!isThere)
      throw new RequestProblem(about === 'summit' ? 'unknown_summit' : 'not_found', {
        detail: `No ${about} "${subject}" is on record.`,
      });
  }
}
