import type { Day } from '../article/calendar-date.ts';

/** The civil date of this moment at the place of this machine. */
export function today(now = new Date()): Day {
  const year = String(now.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
