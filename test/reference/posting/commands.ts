import { keepingCommand } from './keeping-commands.js';
import { commands, type CommandName } from '../language/language.js';
import type { Random } from './random.js';
import { part, streamOf, type Command, type Data, type Rec } from '../ledger/record.js';
import { summitCommand } from './summit-commands.js';
import { tellingCommand } from './telling-commands.js';
import { instant, time } from './times.js';
import { actors, sources } from './world.js';

/** What a command is made of: its name, its data, and what its account says instead of the usual. */
export interface Draft {
  readonly name: CommandName;
  readonly data: Data;
  readonly over?: Data;
}

/** What there is to speak of. */
export interface Stock {
  readonly random: Random;
  readonly list: readonly Rec[];
}

/** A random command about what is on record and what is not: about one in three is to be refused. */
export function commandOf(random: Random, list: readonly Rec[]): Command {
  const stock = { random, list };
  const draft = random.weighted([
    [50, summitCommand],
    [32, tellingCommand],
    [30, keepingCommand],
  ])(stock);
  const isRegistry = draft.name === 'RegisterActor' || draft.name === 'RegisterSource';
  const body = isRegistry
    ? { data: draft.data }
    : { ...accountOf(stock, draft), ...draft.over, data: draft.data };
  const broken = random.percent(2) ? malformed(random, body) : body;
  return { name: draft.name, body: broken, ...conditions(stock, draft) };
}

export const actor = ({ random }: Stock) =>
  random.percent(1.5) ? 'nobody' : random.percent(2) ? 'anon' : random.of(...(actors.slice(0, 7) as ['us']));

export function address({ random, list }: Stock): string {
  if (random.percent(3)) return random.of('summit-a/none', 'statement-none/x', 'actor-us/7');
  // Rather what was recorded lately, or sequences would come back to the same few.
  const recent = list.slice(random.percent(50) ? -8 : 16);
  return random.from(recent)?.address ?? 'summit-a/registered';
}

const addresses = (stock: Stock) => [address(stock), address(stock)];

function accountOf(stock: Stock, { name }: Draft): Data {
  const { random } = stock;
  const isKeeping = /^(Corroborate|Dispute|Correct|Retract|Merge)/.test(name);
  return {
    ...random.some(55, () => ({ recordId: `r${random.below(600)}` })),
    ...(isKeeping ? keepingAccount(stock, name) : fullAccount(stock)),
    ...random.some(isKeeping ? 20 : 15, () => ({ disclosedAt: time(random, addresses(stock)) })),
    ...random.some(4, () => ({ embargoUntil: instant(random, 5) })),
  };
}

function fullAccount(stock: Stock): Data {
  const { random } = stock;
  return {
    occurredAt: time(random, addresses(stock)),
    accordingTo: actor(stock),
    sources: evidence(stock),
    ...random.some(5, () => ({ certainty: 'implied' })),
    ...random.some(12, () => ({ onContradiction: 'contest' })),
  };
}

function keepingAccount(stock: Stock, name: CommandName): Data {
  const { random } = stock;
  return {
    ...random.some(10, () => ({ occurredAt: time(random, addresses(stock)) })),
    ...random.some(40, () => ({ accordingTo: actor(stock) })),
    ...random.some(name === 'CorroborateRecord' ? 97 : 5, () => ({ sources: evidence(stock) })),
  };
}

function evidence(stock: Stock): Data[] {
  const { random } = stock;
  if (random.percent(1)) return [];
  const one = () => ({
    sourceId: random.percent(1) ? 'S99' : random.of(...sources),
    ...random.some(90, () => ({ locator: 'L1' })),
  });
  return random.percent(15) ? [one(), one()] : [one()];
}

/** A body that lacks a field, or has one of another shape or too many. */
function malformed(random: Random, body: Data): Data {
  const names = Object.keys(body);
  const data = part(body, 'data') ?? {};
  const name = random.from(Object.keys(data)) ?? 'reason';
  return random.of<() => Data>(
    () => ({ ...body, surprise: true }),
    () => ({ ...body, data: { ...data, surprise: true } }),
    () => ({ ...body, data: omit(data, name) }),
    () => omit(body, random.from(names.filter((one) => one !== 'data')) ?? 'note'),
    () => ({ ...body, occurredAt: 'soon' }),
    () => ({ ...body, data: { ...data, [name]: { strange: 1 } } }),
  )();
}

const omit = (data: Data, name: string) =>
  Object.fromEntries(Object.entries(data).filter(([other]) => other !== name));

function conditions({ random, list }: Stock, { name, data }: Draft): Partial<Command> {
  if (!random.percent(5)) return {};
  const stream = streamOf(commands[name], data);
  const revision = list.filter((record) => record.stream === stream).length - 1;
  return {
    ...random.some(60, () => ({ key: `k${random.below(4)}` })),
    ...random.some(50, () => ({ expected: Math.max(revision - random.below(2), 0) })),
  };
}
