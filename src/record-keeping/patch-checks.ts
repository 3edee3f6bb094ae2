import { marksIn, traits, traitsOf, type MarkedValue, type RecordCorrected } from '../../events/index.js';
import type { Fact } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import { checkReferences, checkSummits } from '../command-handling/reference-checks.js';
import { checkTimes } from '../command-handling/times.js';
import { parse } from '../command-handling/parse.js';
import type { Command } from '../command-handling/recording.js';
import type { DecisionContext } from '../command-handling/decision-context.js';
import { formOf } from './form.js';
import type { Patched } from './patched.js';

/**
 * What is asked of every new record is asked of a corrected one, as far as the patch goes.
 * @throws Rejected as for a new record, naming fields of the patch
 */
export function checkShape({ patch }: RecordCorrected, result: Patched, marks: readonly MarkedValue[]): void {
  const texts = marks.filter(({ role, value }) => role === 'when' && typeof value === 'string');
  if (texts.length > 0)
    throw new Rejected('invalid', {
      fields: texts.map(({ path }) => ({ field: path, message: 'must be a When, as an object' })),
    });
  const { after, aboutAfter } = result;
  // A registration has no account: whatever the patch says of one is refused by name.
  const { data: _, ...account } = traits[after.type].form === 'registration' ? patch : bodyOf(after);
  under('data.patch', () => parse(formOf(after.type), { ...account, data: after.data }));
  if (aboutAfter) under('data.patch.data.patch', () => parse(formOf(aboutAfter.type), bodyOf(aboutAfter)));
}

export function checkReferencesAndTimes(
  command: Command<RecordCorrected>,
  after: Fact,
  marks: readonly MarkedValue[],
  context: DecisionContext,
): void {
  checkReferences({ ...command, data: after.data, sources: [...after.sources] }, marks, context);
  checkSummits(marks, context);
  const body = bodyOf(after);
  const times = marksIn(formOf(after.type).prototype as object, body);
  const mayLieAhead = traitsOf(after.type).registers === true;
  under('data.patch', () => {
    checkTimes(body, times, [], mayLieAhead ? null : command.metadata.receivedAt);
  });
}

function bodyOf({ type, data, occurredAt, certainty, sources, ...rest }: Fact) {
  if (traits[type].form === 'registration') return { data };
  const { disclosedAt, embargoUntil, accordingTo } = rest;
  return { occurredAt, disclosedAt, embargoUntil, accordingTo, certainty, sources, data };
}

/** Names the fields of a refusal as they stand in the command. */
function under(path: string, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const fields = error.particulars.fields ?? [];
    throw new Rejected(error.code, {
      ...error.particulars,
      fields: fields.map((fault) => ({ ...fault, field: `${path}.${fault.field}` })),
    });
  }
}
