import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Facts } from '../projection/facts.js';
import { Ledger } from '../ledger/ledger.js';
import { comparePositions } from '../time/ledger-position.js';

/** The process runs. */
export interface Liveness {
  readonly status: 'alive';
}

/** How far the facts are. */
export interface Readiness {
  readonly status: 'ready' | 'catching_up' | 'ledger_unavailable';
  /** The position that the facts reflect. */
  readonly position: string;
  /** The last position of the ledger, where it can be asked. */
  readonly head?: string;
}

@Controller('health')
export class HealthController {
  private caughtUp = false;
  /** Where the ledger ended when readiness was first asked for: others go on writing meanwhile. */
  private goal: string | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly facts: Facts,
  ) {}

  /** The process runs. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): Liveness {
    return { status: 'alive' };
  }

  /**
   * The facts have caught up with the ledger once. They answer reads also while the ledger is away, so a
   * replica then stays ready, and says so.
   */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.readiness();
    void reply.status(this.caughtUp ? 200 : 503);
    return readiness;
  }

  private async readiness(): Promise<Readiness> {
    const position = this.facts.position();
    try {
      const head = await this.ledger.head();
      this.goal ??= head;
      this.caughtUp ||= comparePositions(position, this.goal) >= 0;
      return { status: this.caughtUp ? 'ready' : 'catching_up', position, head };
    } catch {
      return { status: 'ledger_unavailable', position };
    }
  }
}
