import * as agreements from './agreement-commands.js';
import type { Draft, Stock } from './commands.js';
import * as programme from './programme-commands.js';
import { summits } from './world.js';

/** A command of the summit stream. */
export function summitCommand(stock: Stock): Draft {
  const { random } = stock;
  const summitId = random.percent(1) ? 'nowhere' : random.percent(75) ? 'a' : random.of(...summits);
  const { name, data, ...rest } = random.weighted(drafts)(stock);
  return { name, data: { summitId, ...data }, ...rest };
}

const drafts: readonly (readonly [number, (stock: Stock) => Draft])[] = [
  [22, programme.published],
  [14, programme.changed],
  [14, programme.held],
  [10, programme.canceled],
  [2, programme.calledOff],
  [8, agreements.signed],
  [7, agreements.signingCanceled],
  [4, agreements.outlined],
  [6, agreements.adopted],
  [6, agreements.withdrawn],
  [5, agreements.concluded],
  [2, agreements.followedUp],
  [1, agreements.registered],
];
