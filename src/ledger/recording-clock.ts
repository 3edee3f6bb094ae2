/** Milliseconds since 1970. */
export type Clock = () => number;

/** Times of recording: RFC 3339 in UTC with milliseconds, none earlier than the one before. */
export class RecordingClock {
  private latest = 0;

  constructor(private readonly clock: Clock) {}

  /** A time not before `timestamp`, which another process may have written by a clock of its own. */
  nowOrAfter(timestamp: string | undefined): string {
    const floor = timestamp === undefined ? NaN : Date.parse(timestamp);
    this.latest = Math.max(this.latest, this.clock(), Number.isNaN(floor) ? 0 : floor);
    return new Date(this.latest).toISOString();
  }
}
