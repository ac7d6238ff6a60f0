// The clock time in a written date, taken out of it so that the day remains.

/** Offsets of the zones RFC 822 §5.1 names; others mean different things in different countries. */
const namedOffsets: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

const clock =
  /(?:(?<=\d)T|^|[\s,@–-]|\bat\b|\bum\b|\bà\b)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\b\.?)?\s*(Z\b|[+-]\d{1,2}(?::?\d{2})?(?!\d)|[A-Z]{2,5}\b)?(?:\s*\([\w ]+\))?/i;

const compactClock = /(?<=^\d{8})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?$/i;

export interface SplitDate {
  /** What is left of the text without the clock time. */
  day: string;
  /** `18:53:07+01:00`; none where the text has none, names no zone, or says midnight. */
  time: string | undefined;
  /** Whether the text has a clock time at all. */
  hasClock: boolean;
}

/** Takes the clock time out of a written date. */
export function splitClock(written: string): SplitDate {
  const match = compactClock.exec(written) ?? clock.exec(written);
  if (!match) return { day: written.trim(), time: undefined, hasClock: false };
  const compact = compactClock.test(written);
  const [, hour = '', minute = '', second = '00'] = match;
  const half = compact ? undefined : match[4];
  const zone = compact ? match[4] : match[5];
  const day = (written.slice(0, match.index) + ' ' + written.slice(match.index + match[0].length))
    .replace(/\s+/g, ' ')
    .replace(/[\s,]+$/, '')
    .trim();
  return { day, time: printClock(Number(hour), minute, second, half, zone), hasClock: true };
}

function printClock(
  hour: number,
  minute: string,
  second: string,
  half: string | undefined,
  zone: string | undefined,
): string | undefined {
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (half !== undefined) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  if (offset === undefined || hour > 23 || Number(minute) > 59 || Number(second) > 59)
    return undefined;
  // Midnight is what software writes when it knows the day alone.
  if (hour === 0 && minute === '00' && second === '00') return undefined;
  const seconds = second === '00' ? '' : `:${second}`;
  return `${String(hour).padStart(2, '0')}:${minute}${seconds}${offset}`;
}

/** An offset as RFC 3339 writes it, from `-4`, `+0800`, `+02:00` or `EST`. */
function offsetOf(zone: string): string | undefined {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return namedOffsets[zone.toUpperCase()];
  const [, sign = '+', hours = '', minutes = '00'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return hours === '00' && minutes === '00' ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/** An offset in minutes as RFC 3339 writes it: `+02:00`, `-03:30`, `Z`. */
export function printOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
