import { NoParameters, view } from '../definition.js';
import { allNaming } from '../finding.js';
import { eventTypes, marksIn, type ActorRegistered, type Membership } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { Memberships } from '../knowledge/memberships.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inWords } from '../knowledge/when-words.js';

export interface ActorQuestion {
  readonly actorId: string;
}

/** An actor, and every record that names it. */
export interface Actor extends Rows<NamingRow> {
  readonly actorId: string;
  /** Address of its registration; null when it is not, or not any more, registered. */
  readonly record: string | null;
  readonly kind: ActorRegistered['kind'] | null;
  /** Empty for somebody unnamed. */
  readonly names: readonly string[];
  readonly description: string | null;
  /** How many they are; null where it is not known, which is not one. */
  readonly count: number | null;
  readonly memberships: readonly Membership[];
  /** All that it belongs to, at any number of removes. */
  readonly belongsTo: readonly string[];
  readonly members: readonly { readonly actorId: string; readonly role: string }[];
  /** Ids of the sources that it published. */
  readonly published: readonly string[];
}

export interface NamingRow extends Resting {
  readonly record: string;
  readonly type: Fact['type'];
  readonly when: string;
  /** The fields that name the actor: `speaker`, `participants.actorId`, `accordingTo` … */
  readonly as: readonly string[];
}

/** @param facts with all that name the actor; the rows are in the order of lists */
export const actor: View<ActorQuestion, Actor> = (facts, _moment, { actorId }) => {
  const actors = ofType('ActorRegistered', facts);
  const own = actors.find(({ data }) => data.actorId === actorId);
  const sources = ofType('SourceRegistered', facts);
  return {
    actorId,
    record: own?.record ?? null,
    ...descriptionOf(own?.data),
    belongsTo: [...Memberships.of(actors).of(actorId)].filter((org) => org !== actorId),
    members: actors.flatMap(({ data }) => membersOf(data, actorId)),
    published: sources.filter(({ data }) => data.publisher === actorId).map(({ data }) => data.sourceId),
    rows: inDisplayOrder(facts.filter(isNoRegistration)).flatMap((fact) => {
      const as = fieldsNaming(actorId, fact);
      const { record, type, occurredAt } = fact;
      return as.length > 0 ? [{ record, type, when: inWords(occurredAt), as, ...restingOn([fact]) }] : [];
    }),
  };
};

const UNREGISTERED = { kind: null, names: [], description: null, count: null, memberships: [] };

function descriptionOf(data: ActorRegistered | undefined) {
  if (!data) return UNREGISTERED;
  const { kind, names, description = null, count = null, memberships = [] } = data;
  return { kind, names, description, count, memberships };
}

function membersOf({ actorId, memberships = [] }: ActorRegistered, orgId: string) {
  return memberships.filter(({ org }) => org === orgId).map(({ role }) => ({ actorId, role }));
}

function isNoRegistration({ type }: Fact): boolean {
  return type !== 'ActorRegistered' && type !== 'SourceRegistered';
}

function fieldsNaming(actorId: string, fact: Fact): readonly string[] {
  const { data, accordingTo, corroborations, disputes } = fact;
  const inData = marksIn(eventTypes[fact.type].prototype, data)
    .filter(({ role, value }) => role === 'actor' && value === actorId)
    .map(({ path }) => path.replaceAll(/\.\d+/g, ''));
  const fields = [
    ...inData,
    ...(accordingTo === actorId ? ['accordingTo'] : []),
    ...(corroborations.some((corroboration) => corroboration.accordingTo === actorId)
      ? ['corroborations.accordingTo']
      : []),
    ...(disputes.some(({ by }) => by === actorId) ? ['disputes.by'] : []),
  ];
  return [...new Set(fields)];
}

export const actorView = view('actor', {
  name: 'actors',
  about: 'actor',
  asks: 'Who is this, and which records name it?',
  title: 'Who this is',
  parameters: NoParameters,
  identity: ['record'],
  find: (reader, actorId) => allNaming(reader, `actor-${actorId}`),
  answer: (facts, moment, actorId) => actor(facts, moment, { actorId }),
});
