// The moment an article was published, where its clock time says in which zone it is.

import { isDateTag, isDay, type DateTag } from './calendar-date.ts';

/** `18:53+01:00`, `18:53:07Z` or `18:53 Europe/Berlin` (RFC 3339 partial-time with offset, or an IANA zone). */
const clock =
  /^((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(?:(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)| ([A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*))$/;

/** Whether a text is a clock time with its offset or with a zone that is known. */
export function isClockTime(text: string): boolean {
  const zone = clock.exec(text)?.[4];
  return zone === undefined ? clock.test(text) : findZone(zone) !== undefined;
}

/**
 * The moment in RFC 3339, `2024-03-01T18:53:00+01:00`. A zone's name becomes the offset that it had then; an hour
 * that a zone left out when its clocks went forward is counted from before; of one that came twice it is the second.
 *
 * @returns none where the day, the time or its zone is not known
 */
export function instantOf(date: DateTag, time: string | undefined): string | undefined {
  const [, minutes, seconds = ':00', offset, zone] = clock.exec(time ?? '') ?? [];
  if (minutes === undefined || !isDay(date)) return undefined;
  const local = `${date}T${minutes}${seconds}`;
  if (zone === undefined) return `${local}${offset}`;
  const format = findZone(zone);
  if (!format) return undefined;
  const wall = Date.parse(`${local}Z`);
  // The offset of a moment near by is right but for the hours around a change, which the second step settles.
  const near = wall - offsetAt(format, wall);
  const offsetMs = offsetAt(format, near);
  // Before zones were agreed, offsets had seconds, which RFC 3339 cannot write.
  if (offsetMs % 60_000 !== 0) return new Date(wall - offsetMs).toISOString().replace('.000', '');
  return `${local}${printOffset(offsetMs / 60_000)}`;
}

/**
 * The moment that a day and a clock time name together, `2026-12-24T18:00+01:00` or `2026-12-24 18:00 Europe/Berlin`.
 *
 * @returns in RFC 3339; none where the text names no moment
 */
export function readMoment(text: string): string | undefined {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[T ](.+)$/.exec(text) ?? [];
  return isDateTag(day) && isClockTime(time) ? instantOf(day, time) : undefined;
}

const two = (number: number): string => String(Math.trunc(number)).padStart(2, '0');

function printOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

const zones = new Map<string, Intl.DateTimeFormat | undefined>();

function findZone(zone: string): Intl.DateTimeFormat | undefined {
  if (!zones.has(zone)) zones.set(zone, makeFormat(zone));
  return zones.get(zone);
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds: `GMT-05:00`, `GMT+00:19:32`, `GMT`. */
function offsetAt(format: Intl.DateTimeFormat, moment: number): number {
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes, seconds = '0'] =
    /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? '') ?? [];
  if (sign === undefined) return 0;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}
