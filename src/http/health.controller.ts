import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Facts } from '../projection/facts.js';
import { Projection } from '../projection/projection.js';
import { Ledger } from '../ledger/ledger.js';
import { comparePositions } from '../time/ledger-position.js';

/** The process runs. */
export interface Liveness {
  readonly status: 'alive';
}

/** How far the facts are. */
export interface Readiness {
  readonly status: 'ready' | 'catching_up' | 'stopped' | 'ledger_unavailable';
  /** The position that the facts reflect. */
  readonly position: string;
  /** The last position of the ledger, where it can be asked. */
  readonly head?: string;
  /** Why the facts go no further than their position, where they have stopped: what cannot be read, and where. */
  readonly reason?: string;
}

@Controller('health')
export class HealthController {
  private caughtUp = false;
  /** Where the ledger ended when readiness was first asked for: others go on writing meanwhile. */
  private goal: string | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly facts: Facts,
    private readonly projection: Projection,
  ) {}

  /** The process runs. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): Liveness {
    return { status: 'alive' };
  }

  /**
   * The facts have caught up with the ledger once, or as far as this version can read it. They answer reads also
   * while the ledger is away, so a replica then stays ready, and says so.
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
      const { stopped } = this.projection;
      this.caughtUp ||= stopped !== undefined || comparePositions(position, this.goal) >= 0;
      if (stopped) return { status: 'stopped', position, head, reason: stopped.message };
      return { status: this.caughtUp ? 'ready' : 'catching_up', position, head };
    } catch {
      return { status: 'ledger_unavailable', position };
    }
  }
}
