import type { Moment } from '../../time/moment.js';

/** A moment that notes whether anybody looked at it: an answer for which nobody did is the same at every moment. */
export interface Watched {
  readonly moment: Moment;
  readonly isSeen: () => boolean;
}

export function watched(moment: Moment): Watched {
  let seen = false;
  const noting = new Proxy(moment, {
    get: (target, field, receiver): unknown => {
      seen = true;
      return Reflect.get(target, field, receiver);
    },
  });
  return { moment: noting, isSeen: () => seen };
}
