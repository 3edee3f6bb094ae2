import type { StreamCategory } from '../../events/index.js';
import type { Dossier } from '../records/dossier.js';
import type { Fact } from '../records/fact.js';
import type { Moment } from '../time/moment.js';
import type { Identity } from './diff/changes.js';

/** Where a view finds the dossiers that it is answered from, as the ledger held them at one position. */
export interface DossierReader {
  /** Of the streams in which a record ever belonged to the summit. */
  ofSummit(summitId: string): readonly Dossier[];
  ofStream(stream: string): readonly Dossier[];
  ofCategory(category: StreamCategory): readonly Dossier[];
  /** In which a record ever named `actor-…`, `source-…` or `series-…`. */
  naming(target: string): readonly Dossier[];
  /** The statements in which all the words may occur. */
  saying(words: string): readonly Dossier[];
}

/** A read model, defined in one place: what is asked, of what, how it is found and worked out, and its answer. */
export interface ViewDefinition<Id extends string = string, Model extends object = object> {
  /** The name of the operation that asks it. */
  readonly id: Id;
  /** The last part of its address that is the same for all: `/v1/summits/{summit}/{name}`, `/v1/{name}/{id}`. */
  readonly name: string;
  /** What one thing it is about; null when it goes over all that is on record. */
  readonly about: 'summit' | 'series' | 'actor' | 'source' | null;
  /** The question that it answers. */
  readonly asks: string;
  /** Its heading, for people. */
  readonly title: string;
  /** The class that its query parameters are validated against. */
  readonly parameters: new () => object;
  /** For differences. */
  readonly identity: Identity;
  /** The dossiers that it needs; what these rest on is gathered for it. */
  readonly find: (reader: DossierReader, subject: string, parameters: object) => readonly Dossier[];
  /** For differences: where in a row the records stand that a field rests on; anywhere in it unless told. */
  readonly restsOn?: Readonly<Record<string, readonly string[]>>;
  /** Which facts alone bear on its answer; all unless told. A replay passes over what only changes others. */
  readonly concerns?: (fact: Fact, subject: string) => boolean;
  /** @param parameters an instance of `parameters` */
  readonly answer: (facts: readonly Fact[], moment: Moment, subject: string, parameters: object) => Model;
}

interface Definition<P extends object, Model extends object> extends Omit<
  ViewDefinition<string, Model>,
  'id' | 'parameters' | 'find' | 'answer'
> {
  readonly parameters: new () => P;
  /** All that belongs to its summit unless given. */
  readonly find?: (reader: DossierReader, subject: string, parameters: P) => readonly Dossier[];
  readonly answer: (facts: readonly Fact[], moment: Moment, subject: string, parameters: P) => Model;
}

/** Its answer's type is what the schema of the answer is made of; see docs/generate. */
export function view<Id extends string, P extends object, Model extends object>(
  id: Id,
  { find, answer, ...rest }: Definition<P, Model>,
): ViewDefinition<Id, Model> {
  return {
    id,
    ...rest,
    find: (reader, subject, asked) =>
      // Whoever asks validates against `parameters` first, so that what arrives is a P.
      find ? find(reader, subject, asked as P) : reader.ofSummit(subject),
    // As above.
    answer: (facts, moment, subject, asked) => answer(facts, moment, subject, asked as P),
  };
}

/** A view that takes no parameter of its own. */
export class NoParameters {}
