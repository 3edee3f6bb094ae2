import { join } from 'node:path';

/** What the environment sets; the README has the table. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly ledgerUrl: string;
  /** Whether a ledger that is not the one of which there are facts is gone on with. */
  readonly acceptsLedgerChange: boolean;
  readonly logLevel: LogLevel;
  readonly allowAnonymous: boolean;
  /** Names under which the service is asked, beside those of loopback: in lower case, without ports. */
  readonly allowedHosts: readonly string[];
  /** How long a read waits for the facts to catch up with what it has to reflect, in milliseconds. */
  readonly readTimeoutMs: number;
  /** How many streams may be open at once. */
  readonly maxSubscribers: number;
  /** Silence after which an open stream says that it is alive, in milliseconds. */
  readonly heartbeatMs: number;
  /** How long a reader of an open stream may leave what is sent unread before it is cut, in milliseconds. */
  readonly stallTimeoutMs: number;
}

/** The token under which the configuration is injected. */
export const CONFIG = Symbol('config');

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export class InvalidConfig extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'InvalidConfig';
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** @throws InvalidConfig naming every variable that is wrong */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const text = (name: string, fallback: string) => environment[name]?.trim() || fallback;
  const whole = (name: string, fallback: number, [min, max]: readonly [number, number]) => {
    const value = Number(text(name, String(fallback)));
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    faults.push(`${name} must be a whole number from ${min} to ${max}, not "${environment[name]}"`);
    return fallback;
  };
  const one = <T extends string>(name: string, fallback: T, of: readonly T[]): T => {
    const value = text(name, fallback);
    const known = of.find((option) => option === value);
    if (known === undefined) faults.push(`${name} must be one of ${of.join(', ')}, not "${value}"`);
    return known ?? fallback;
  };

  const dataDir = text('DATA_DIR', 'data');
  const config: Config = {
    host: text('HOST', '127.0.0.1'),
    port: whole('PORT', 8080, [0, 65_535]),
    dataDir,
    ledgerUrl: text('LEDGER_URL', `sqlite:${join(dataDir, 'ledger.sqlite')}`),
    acceptsLedgerChange: one('ACCEPT_LEDGER_CHANGE', 'false', ['true', 'false']) === 'true',
    logLevel: one('LOG_LEVEL', 'info', logLevels),
    allowAnonymous: one('ALLOW_ANONYMOUS', 'false', ['true', 'false']) === 'true',
    allowedHosts: namesIn(text('ALLOWED_HOSTS', '')),
    readTimeoutMs: whole('READ_TIMEOUT_MS', 5_000, [1, 600_000]),
    maxSubscribers: whole('MAX_SUBSCRIBERS', 2_000, [1, 100_000]),
    heartbeatMs: whole('HEARTBEAT_MS', 15_000, [10, 600_000]),
    stallTimeoutMs: whole('STALL_TIMEOUT_MS', 120_000, [100, 3_600_000]),
  };
  if (!/^(sqlite:.|esdb(\+discover)?:\/\/.)/.test(config.ledgerUrl))
    faults.push('LEDGER_URL must begin with sqlite: and a path, or with esdb:// and a host');
  if (!LOOPBACK.has(config.host) && !config.allowAnonymous)
    faults.push(
      `HOST is ${config.host}: until there are credentials, only loopback without ALLOW_ANONYMOUS=true`,
    );
  if (faults.length > 0) throw new InvalidConfig(faults);
  return config;
}

function namesIn(list: string): readonly string[] {
  const names = list.toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
