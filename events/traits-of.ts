import { eventTypes, type EventType } from './event-types.js';
import { streams } from './streams.js';
import { traits, type Traits } from './traits.js';

/** What is known of a type, whichever it is. */
export function traitsOf(type: EventType): Traits<object> {
  // Whoever hands data to one of its functions has them from an event of that type.
  return traits[type] as Traits<object>;
}

/** Whether records of this type are about other records. */
export function isRecordKeeping(type: EventType): boolean {
  return traits[type].form === 'record_keeping';
}

/** The types of which something holds. */
export function typesThat(holds: (traits: Traits<object>) => boolean): readonly EventType[] {
  // The keys of an object are typed as any text.
  return (Object.keys(eventTypes) as EventType[]).filter((type) => holds(traitsOf(type)));
}

/** A record in one line, for people. */
export function headlineOf({ type, data }: { readonly type: EventType; readonly data: object }): string {
  return traitsOf(type).headline(data);
}

/** The records that an event is about, in the order in which it names them; none for a fact. */
export function targetsIn(type: EventType, data: object): readonly string[] {
  return traitsOf(type).targets?.(data) ?? [];
}

/** The stream of an event: named by its data, or that of the first record that it is about. */
export function streamFor(type: EventType, data: object): string {
  const { stream } = traits[type];
  if (stream === 'of_its_target') return targetsIn(type, data)[0]?.split('/', 1)[0] ?? '';
  const held = new Map<string, unknown>(Object.entries(data));
  return `${stream}-${streams[stream].fields.map((field) => String(held.get(field))).join(':')}`;
}

/** The fields that name the stream of a type, none where that is its target's. */
export function fieldsNamingStream(type: EventType): readonly string[] {
  const { stream } = traits[type];
  return stream === 'of_its_target' ? [] : streams[stream].fields;
}

/** The summits that the data of an event say they belong to; undefined where they say nothing of any. */
export function summitsIn(data: object): readonly string[] | undefined {
  if ('summitId' in data && typeof data.summitId === 'string') return [data.summitId];
  return 'summitIds' in data && Array.isArray(data.summitIds) ? data.summitIds.map(String) : undefined;
}
