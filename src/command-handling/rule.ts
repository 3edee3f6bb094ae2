import type { Fact } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import type { CommandResult } from './command-result.js';
import type { Command } from './recording.js';
import type { FactLookup } from './fact-lookup.js';
import type { Records } from './stream-state.js';
import type { DecisionContext } from './decision-context.js';

/** Whether a command may be recorded: the data of its event, or a `Rejected`. Pure. */
export type Decide<C extends Command, State> = (
  command: C,
  state: State,
  context: DecisionContext,
) => C['data'];

/** How one command is decided. */
export interface Rule<C extends Command, State = Records> {
  readonly command: new () => C;
  /** How the records of its stream read to whoever decides; as they are unless given. */
  readonly state?: (records: Records) => State;
  readonly decide: Decide<C, State>;
  /** Streams that deciding looks at beside those that the body names, and that only the records reveal. */
  readonly reads?: (command: C, records: Records) => readonly string[];
  /** What is asked of the facts before it can be decided. */
  readonly lookUp?: (command: C, lookup: FactLookup) => Promise<readonly Fact[]>;
  /** What the answer says besides; the same for the same answer, whenever it is asked. */
  readonly complete?: (command: C, answer: CommandResult, lookup: FactLookup) => Promise<CommandResult>;
}

/** The decision of a rule on the records of a stream. */
export function decideBy<C extends Command, State>(
  { state, decide }: Pick<Rule<C, State>, 'state' | 'decide'>,
  command: C,
  records: Records,
  context: DecisionContext,
): C['data'] {
  // Without a reading of their own the records are the state: no other type fits `decide` then.
  return decide(command, state ? state(records) : (records as unknown as State), context);
}

/**
 * Decides, and where the client contests what stands in the way, decides again as if that were not there
 * (rule 2.6.14): so every other rule still holds for a contested fact.
 * @returns the data to record, and the addresses of the records that it disputes
 */
export function decideContested<D>(
  { onContradiction }: Pick<Command, 'onContradiction'>,
  records: Records,
  decide: (records: Records) => D,
): { readonly data: D; readonly disputed: readonly string[] } {
  const disputed: string[] = [];
  for (;;) {
    try {
      return { data: decide(without(records, disputed)), disputed };
    } catch (error) {
      const inTheWay = onContradiction === 'contest' ? contradicted(error) : [];
      const hideable = inTheWay.filter((record) => !disputed.includes(record) && stands(record, records));
      // What stands elsewhere, or was hidden already, would be in the way again and again.
      if (hideable.length === 0 || hideable.length < inTheWay.length) throw error;
      disputed.push(...hideable);
    }
  }
}

function stands(record: string, { facts }: Records): boolean {
  return facts.some((fact) => fact.record === record);
}

function contradicted(error: unknown): readonly string[] {
  if (!(error instanceof Rejected) || error.code !== 'contradicts_record') return [];
  return error.particulars.records ?? [];
}

function without(records: Records, hidden: readonly string[]): Records {
  if (hidden.length === 0) return records;
  return {
    stream: records.stream,
    revision: records.revision,
    facts: records.facts.filter((fact) => !hidden.includes(fact.record)),
    find: (address) => records.find(address),
    dossier: (address) => records.dossier(address),
  };
}
