import { eventTypes, type EventType, traits } from '../../events/index.js';
import { keeping, recording, registering } from '../command-handling/recording.js';

const forms = new Map<EventType, new () => object>();

/** The class that describes what a record of a type may hold: its account and its data. */
export function formOf(type: EventType): new () => object {
  const form = forms.get(type) ?? class extends describing(type) {};
  forms.set(type, form);
  return form;
}

function describing(type: EventType) {
  const event: new () => object = eventTypes[type];
  const { form } = traits[type];
  if (form === 'registration') return registering(event);
  return form === 'record_keeping' ? keeping(event) : recording(event);
}
