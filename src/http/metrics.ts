import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { commandsByName } from '../commands.js';
import { Facts } from '../projection/facts.js';
import { Ledger } from '../ledger/ledger.js';
import { problemOf } from './problem-of.js';
import { Subscribers } from './subscribers.js';

/** What this process counts, for Prometheus. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly commands = new Counter({
    name: 'summit_ledger_commands_total',
    help: 'Commands by name, and by what came of them: recorded, or the code of the problem',
    labelNames: ['command', 'outcome'],
    registers: [this.registry],
  });
  private readonly durations = new Histogram({
    name: 'summit_ledger_command_duration_seconds',
    help: 'From a body that was read to its answer',
    labelNames: ['command'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly events = new Counter({
    name: 'summit_ledger_events_delivered_total',
    help: 'Events handed to readers, each counted once for each of them',
    registers: [this.registry],
  });

  constructor(ledger: Ledger, facts: Facts, subscribers: Subscribers) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('summit_ledger_open_streams', 'Streams that readers have open', () => subscribers.count);
    this.gauge('summit_ledger_facts_lag_positions', 'How far the facts are behind the ledger', async () =>
      Number(BigInt(await ledger.head()) - BigInt(facts.position())),
    );
  }

  /** Counts a command and takes its time, whatever comes of it. */
  async timed<T>(name: string, take: () => Promise<T>): Promise<T> {
    // Clients choose the names that they send, and each new label would be kept for good.
    const command = commandsByName.has(name) ? name : 'unknown';
    const end = this.durations.startTimer({ command });
    try {
      const answer = await take();
      this.commands.inc({ command, outcome: 'recorded' });
      return answer;
    } catch (error) {
      this.commands.inc({ command, outcome: problemOf(error).code });
      throw error;
    } finally {
      end();
    }
  }

  delivered(events: number): void {
    this.events.inc(events);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** @param value asked when the metrics are read; what cannot be told then is no number */
  private gauge(name: string, help: string, value: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await Promise.resolve(value()).catch(() => NaN));
      },
    });
  }
}
