import type { Fact } from '../ledger/fold.js';
import { differs, itemsOf, type Programme, type Version } from '../ledger/programme.js';
import { list, maybe, str, type Data } from '../ledger/record.js';
import type { Ruling } from './ruling.js';

const alreadyThere = (ruling: Ruling) =>
  ruling.fold.all.some(({ stream, type }) => stream === ruling.record.stream && type === ruling.record.type);

export function register(ruling: Ruling): void {
  ruling.refuseIf(alreadyThere(ruling), 'already_registered');
  const isNamed = list(ruling.data, 'names').length > 0;
  ruling.refuseIf(ruling.data['kind'] === 'anonymous' && isNamed, 'anonymous_not_shared');
}

export function publishSchedule(ruling: Ruling): void {
  const programme = ruling.programme();
  const ids = itemsOf(ruling.data).map((line) => str(line, 'itemId'));
  // The row does not place it; elsewhere an unknown item comes first.
  const isKnown = (itemId: string) => ids.includes(itemId) || programme.knows(itemId);
  const parents = itemsOf(ruling.data).flatMap((line) => maybe(line, 'parentItemId') ?? []);
  ruling.refuseIf(!parents.every(isKnown), 'unknown_item');
  const isSameRevision = ({ data }: Fact) => data['revision'] === ruling.data['revision'];
  ruling.refuseIf(programme.revisionsOf(ruling.str('publisher')).some(isSameRevision), 'revision_exists');
  ruling.refuseIf(new Set(ids).size < ids.length, 'duplicate_item');
  ruling.refuseIf(isConcludedBefore(ruling, programme), 'summit_concluded');
  const isOfAnotherKind = (line: Data) => {
    const kind = programme.kindOf(str(line, 'itemId'));
    return kind !== undefined && kind !== line['kind'];
  };
  ruling.refuseIf(itemsOf(ruling.data).some(isOfAnotherKind), 'item_kind_changed');
}

const isConcludedBefore = (ruling: Ruling, programme: Programme) =>
  programme.of('SummitConcluded').some((conclusion) => ruling.isAfter(conclusion));

export function changeItem(ruling: Ruling): void {
  const programme = ruling.programme();
  const itemId = ruling.str('itemId');
  ruling.refuseIf(!programme.knows(itemId), 'unknown_item');
  const isReinstating = ruling.data['change'] === 'reinstated';
  // Reinstating is a change in itself.
  ruling.refuseIf(!isReinstating && !givesAnything(ruling), 'no_change');
  const publisher = ruling.maybe('publisher');
  const isRoot = itemId === programme.summitId;
  ruling.refuseIf(
    publisher !== undefined && !isRoot && currentLines(ruling, programme).length === 0,
    'unknown_item',
  );
  if (!isReinstating) ruling.refuseIf(!changesAnything(ruling, programme), 'no_change');
  ruling.refuseIf(
    currentLines(ruling, programme).some((line) => endsBeforeItStarts(ruling.data, line)),
    'time_reversed',
  );
  const cancellations = programme.cancellationsOf(itemId);
  if (isReinstating) {
    // A cancellation that is decidably later would not be lifted by this.
    ruling.refuseIf(!cancellations.some((one) => !ruling.isBefore(one)), 'not_canceled');
  } else {
    ruling.refuseIf(
      cancellations.some((one) => ruling.isAfter(one)),
      'item_canceled',
    );
  }
  ruling.refuseIf(
    programme.holdsOf(itemId).some((one) => ruling.isAfter(one)),
    'item_held',
  );
}

const givesAnything = ({ data }: Ruling) =>
  ['plannedStart', 'plannedEnd', 'timeZone', 'place', 'title', 'participants'].some((name) => name in data);

/** The lines of the plans that a change would touch: those that still list the item (rule 2.6.9). */
function currentLines(ruling: Ruling, programme: Programme): Version[] {
  const touched = [ruling.maybe('publisher') ?? programme.publishers].flat();
  return touched
    .filter((publisher) => !programme.isDroppedBy(publisher, ruling.str('itemId')))
    .flatMap((publisher) => programme.versionsOf(publisher, ruling.str('itemId')).at(-1) ?? []);
}

/** Equal in every plan that it would touch, or touching none, it changes nothing (rule 2.6.30). */
const changesAnything = (ruling: Ruling, programme: Programme) =>
  currentLines(ruling, programme).some((line) => differs(ruling.data, line));

/** The line that results, with clocks of one zone. */
function endsBeforeItStarts(change: Data, line: Version): boolean {
  const start = maybe(change, 'plannedStart') ?? line.start;
  const end = maybe(change, 'plannedEnd') ?? line.end;
  return start !== undefined && end !== undefined && end < start;
}

/** What keeps an item, or anything while the summit is called off, from being held (rule 2.6.11). */
function inTheWay(ruling: Ruling, programme: Programme): Fact[] {
  const itemId = ruling.maybe('itemId');
  const ofItem =
    itemId === undefined ? [] : [...programme.holdsOf(itemId), ...programme.cancellationsOf(itemId)];
  const ofRoot = programme.cancellationsOf(programme.summitId).filter((one) => !ruling.isBefore(one));
  return [...new Map([...ofItem, ...ofRoot].map((fact) => [fact.address, fact])).values()];
}

export function meetingHeld(ruling: Ruling): void {
  const programme = ruling.programme();
  const itemId = ruling.maybe('itemId');
  ruling.refuseIf(itemId !== undefined && !programme.knows(itemId), 'unknown_item');
  ruling.refuseIf(itemId !== undefined && programme.kindOf(itemId) === 'signing', 'is_a_signing');
  const sameMeeting = programme
    .of('MeetingHeld')
    .filter(({ data }) => data['meetingId'] === ruling.data['meetingId']);
  const all = [...inTheWay(ruling, programme), ...sameMeeting];
  ruling.contradicts([...new Map(all.map((fact) => [fact.address, fact])).values()]);
  ruling.refuseIf(itemId !== undefined && ruling.data['scheduled'] !== undefined, 'invalid');
}

export function meetingCanceled(ruling: Ruling): void {
  const programme = ruling.programme();
  const itemId = ruling.str('itemId');
  ruling.refuseIf(!programme.knows(itemId), 'unknown_item');
  ruling.refuseIf(programme.kindOf(itemId) === 'signing', 'is_a_signing');
  ruling.contradicts([...programme.cancellationsOf(itemId), ...programme.holdsOf(itemId)]);
}

export function signingHeld(ruling: Ruling): void {
  const programme = ruling.programme();
  const itemId = ruling.maybe('itemId');
  ruling.refuseIf(itemId !== undefined && !programme.knows(itemId), 'unknown_item');
  ruling.refuseIf(itemId !== undefined && programme.kindOf(itemId) !== 'signing', 'not_a_signing');
  ruling.contradicts(inTheWay(ruling, programme));
  const parties = partiesOf(programme);
  const signatories = list<Data>(ruling.data, 'signatories');
  ruling.refuseIf(!signatories.every((one) => parties.includes(str(one, 'forParty'))), 'not_a_party');
}

export function signingCanceled(ruling: Ruling): void {
  const programme = ruling.programme();
  const itemId = ruling.str('itemId');
  ruling.refuseIf(!programme.knows(itemId), 'unknown_item');
  ruling.refuseIf(programme.kindOf(itemId) !== 'signing', 'not_a_signing');
  ruling.contradicts([...programme.cancellationsOf(itemId), ...programme.holdsOf(itemId)]);
  const isUnattributed =
    ruling.data['reason'] !== undefined && ruling.data['reasonAccordingTo'] === undefined;
  ruling.refuseIf(isUnattributed, 'account_required');
}

export function partiesOf(programme: Programme): readonly string[] {
  const registration = programme.of('SummitRegistered')[0];
  return registration ? list(registration.data, 'parties') : [];
}
