import type { Command } from 'commander';
import type { Query } from './client.js';

export interface MomentOptions {
  readonly asOf?: string;
  readonly at?: string;
  readonly publicAt?: string;
}

/** The three axes of time that a question can be asked on. */
export function atMoments(command: Command): Command {
  return command
    .option(
      '--as-of <moment>',
      'as the ledger stood: a position, or a time such as 2019-02-28T09:00:00+07:00',
    )
    .option('--at <time>', 'what had happened in the world by then')
    .option('--public-at <time>', 'what the public could know by then');
}

export function momentQuery({ asOf, at, publicAt }: MomentOptions): Query {
  return { asOf, at, publicAt };
}
