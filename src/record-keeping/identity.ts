import { fieldsNamingStream, isRecordKeeping } from '../../events/index.js';
import { isFactOf, type Fact } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import { Programme } from '../summit/programme.js';

/** What a record about other records is about: it is filed there and nowhere else. */
const ABOUT = ['target', 'survivor', 'duplicates'];

/**
 * A correction words a fact anew; it makes no other fact of it.
 * @throws Rejected `identity_fixed` where its stream, its target or the kind of its item would change,
 *   `unknown_item` for an item that is on no plan
 */
export function refuseOtherIdentity(before: Fact, after: Fact, facts: readonly Fact[]): void {
  const fields = [...fieldsNamingStream(before.type), ...(isRecordKeeping(before.type) ? ABOUT : [])];
  const changed = fields.filter(
    (field) => JSON.stringify(fieldOf(before, field)) !== JSON.stringify(fieldOf(after, field)),
  );
  if (changed.length > 0) throw new Rejected('identity_fixed', { fields: changed.map(inPatch) });
  refuseOtherItem(before, after, facts);
}

function refuseOtherItem(before: Fact, after: Fact, facts: readonly Fact[]): void {
  const itemId = itemIdOf(after);
  if (itemId === undefined || itemId === itemIdOf(before)) return;
  const programme = Programme.of(String(fieldOf(before, 'summitId')), facts);
  const item = programme.item(itemId);
  if (!item) throw new Rejected('unknown_item', { fields: [inPatch('itemId')] });
  const formerId = itemIdOf(before);
  const former = formerId === undefined ? ownKind(after) : programme.item(formerId)?.kind;
  if (former !== undefined && former !== item.kind)
    throw new Rejected('identity_fixed', { fields: [inPatch('itemId')] });
}

/** The kind of what was held outside any programme (rule 2.6.12). */
function ownKind(fact: Fact): string | undefined {
  if (isFactOf('MeetingHeld', fact)) return fact.data.kind;
  return isFactOf('SigningHeld', fact) ? 'signing' : undefined;
}

function itemIdOf(fact: Fact): string | undefined {
  const itemId = fieldOf(fact, 'itemId');
  return typeof itemId === 'string' ? itemId : undefined;
}

function fieldOf({ data }: Fact, field: string): unknown {
  return new Map<string, unknown>(Object.entries(data)).get(field);
}

function inPatch(field: string) {
  return { field: `data.patch.data.${field}`, message: 'would make another record of this one' };
}
