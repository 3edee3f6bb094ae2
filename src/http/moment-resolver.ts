import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Facts } from '../projection/facts.js';
import { ProjectionLagging } from '../projection/projection-failures.js';
import { Projection } from '../projection/projection.js';
import { Acknowledged } from '../command-handling/streams.js';
import { Rejected, type Fault } from '../records/rejected.js';
import { comparePositions, isPosition } from '../time/ledger-position.js';
import { parseAsOf, parseInstant, queryTimeOf, type Moment } from '../time/moment.js';

export interface MomentParameters {
  readonly at?: string;
  readonly asOf?: string;
  readonly publicAt?: string;
}

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What every read does first: waits for the facts that it has to reflect, and fixes its moment. */
@Injectable()
export class MomentResolver {
  constructor(
    private readonly acknowledged: Acknowledged,
    private readonly facts: Facts,
    private readonly projection: Projection,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The moment that a request asks for, once the facts reflect all that it may expect.
   * @throws ProjectionLagging when that takes too long
   * @throws Rejected `invalid` with every parameter that is wrong
   */
  async at(asked: MomentParameters, headers: RequestHeaders): Promise<Moment> {
    await this.ready(headers);
    return this.moment(asked);
  }

  /**
   * Waits until the facts reflect all that this process has acknowledged, and a position that the client
   * has seen elsewhere. Where they stand still, who asked for no position is answered from where they are.
   * @throws ProjectionLagging when that takes too long
   * @throws FactsStopped when they will never reach the position that was asked for
   * @throws Rejected `invalid` for a position that cannot be read
   */
  async ready(headers: RequestHeaders): Promise<void> {
    const minPosition = [headers['ledger-min-position']].flat()[0];
    if (minPosition !== undefined && !isPosition(minPosition))
      throw invalid('Ledger-Min-Position', 'must be a position of the ledger');
    const { readTimeoutMs } = this.config;
    await this.projection.reach(this.acknowledged.position, readTimeoutMs).catch((error: unknown) => {
      if (!this.projection.standsStill) throw error;
    });
    if (minPosition !== undefined) await this.projection.reach(minPosition, readTimeoutMs);
  }

  /**
   * Waits until the facts reflect a position, however long that takes, or until the signal aborts.
   * @throws FactsStopped when they never will
   */
  async reached(position: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && comparePositions(this.projection.reachedPosition, position) < 0)
      // Facts that lag are late, not wrong: whoever follows them waits.
      await this.projection.reach(position, this.config.readTimeoutMs).catch((error: unknown) => {
        if (!(error instanceof ProjectionLagging)) throw error;
      });
  }

  /** @throws Rejected `invalid` with every parameter that is wrong */
  moment(asked: MomentParameters): Moment {
    const faults: Fault[] = [];
    const at = instantIn(asked, 'at', faults);
    const publicAt = instantIn(asked, 'publicAt', faults);
    const asOf = this.asOf(asked.asOf, faults);
    if (faults.length > 0) throw new Rejected('invalid', { fields: faults });
    const queryTime = queryTimeOf({ at, publicAt, asOfTime: asOf.time, receivedAt: Date.now() });
    const given = { at: asked.at ?? null, asOf: asked.asOf ?? null, publicAt: asked.publicAt ?? null };
    return { at, asOf: asOf.position, publicAt, queryTime, given };
  }

  private asOf(text: string | undefined, faults: Fault[]): { position: string; time: number | null } {
    const reached = this.facts.position();
    if (text === undefined) return { position: reached, time: null };
    const asked = parseAsOf(repaired(text));
    if (asked && 'time' in asked) return { position: this.facts.positionAt(asked.time), time: asked.time };
    if (asked && comparePositions(asked.position, reached) <= 0)
      return { position: asked.position, time: this.facts.timeOf(asked.position) ?? null };
    const message = asked ? `the ledger ends at position ${reached}` : `${INSTANT}, or a position`;
    faults.push({ field: 'asOf', message });
    return { position: reached, time: null };
  }
}

const INSTANT = 'must be an RFC 3339 timestamp with offset, like 2019-02-28T00:00:00+07:00';

function instantIn(asked: MomentParameters, name: 'at' | 'publicAt', faults: Fault[]): number | null {
  const text = asked[name];
  if (text === undefined) return null;
  const value = parseInstant(repaired(text));
  if (value === undefined) faults.push({ field: name, message: INSTANT });
  return value ?? null;
}

/** A plus sign that was not escaped comes out of a query string as a space; timestamps have none. */
function repaired(text: string): string {
  return text.replaceAll(' ', '+');
}

function invalid(field: string, message: string): Rejected {
  return new Rejected('invalid', { fields: [{ field, message }] });
}
