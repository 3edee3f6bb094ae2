import type { Fold } from './fold.js';
import { list, str } from './record.js';

/** Whether an actor is a party or belongs to it through memberships, of whatever date. */
export function belongsTo(fold: Fold, actor: string | undefined, party: string): boolean {
  const registered = fold.standing('ActorRegistered');
  const reached = new Set([actor]);
  for (const id of reached) {
    const found = registered.find(({ data }) => str(data, 'actorId') === id);
    for (const { org } of found ? list<{ org: string }>(found.data, 'memberships') : []) reached.add(org);
  }
  return reached.has(party);
}
