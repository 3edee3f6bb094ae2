import { eventTypes, type EventType } from '../../events/index.js';
import { keeping, recording, registering } from '../command-handling/recording.js';

const REGISTRATIONS: ReadonlySet<EventType> = new Set(['ActorRegistered', 'SourceRegistered']);
const KEEPING: ReadonlySet<EventType> = new Set([
  'RecordCorroborated',
  'RecordDisputed',
  'RecordCorrected',
  'RecordRetracted',
  'RecordsMerged',
]);

const forms = new Map<EventType, new () => object>();

/** The class that describes what a record of a type may hold: its account and its data. */
export function formOf(type: EventType): new () => object {
  const form = forms.get(type) ?? class extends describing(type) {};
  forms.set(type, form);
  return form;
}

/** Whether records of this type have no account beside their data. */
export function isRegistration(type: EventType): boolean {
  return REGISTRATIONS.has(type);
}

/** Whether records of this type are about other records. */
export function isKeeping(type: EventType): boolean {
  return KEEPING.has(type);
}

function describing(type: EventType) {
  const event: new () => object = eventTypes[type];
  if (isRegistration(type)) return registering(event);
  return isKeeping(type) ? keeping(event) : recording(event);
}
