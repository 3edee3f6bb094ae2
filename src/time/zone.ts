import { Temporal } from 'temporal-polyfill';

export { isZone } from '../../events/index.js';

/** Milliseconds since 1970, half-open. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/**
 * The instant, in milliseconds since 1970, at which a clock on a wall of the zone shows a time such as
 * `2019-02-28T09:00`. A time that the clock skips is read as if it had not been put forward; of a time that
 * it shows twice the first is taken.
 * @param zone an IANA name or a fixed offset, as `isZone` accepts
 */
export function instantOf(wallClock: string, zone: string): number {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).epochMilliseconds;
}

/** The date in a zone at an instant, for example `2019-02-28`. */
export function localDate(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** From the first instant of a date to that of the next: not always 24 hours, nor from midnight. */
export function dayBounds(date: string, zone: string): Bounds {
  const day = Temporal.PlainDate.from(date);
  return {
    from: day.toZonedDateTime(zone).epochMilliseconds,
    to: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  };
}

/** RFC 3339 with seconds and the zone's offset at that instant; without a zone in UTC, marked `Z`. */
export function format(ms: number, zone: string | null): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(ms);
  if (zone === null) return instant.toString();
  // Clocks of the 19th century were seconds off. RFC 3339 has no such offsets, and rounding one would name
  // another instant.
  const offset = instant.toZonedDateTimeISO(zone).offset.slice(0, '+07:00'.length);
  return instant.toString({ timeZone: offset });
}

/** The offset that an RFC 3339 timestamp names, as a zone; undefined when it names none. */
export function offsetOf(timestamp: string): string | undefined {
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(timestamp)?.[0];
  return offset === 'Z' ? '+00:00' : offset;
}
