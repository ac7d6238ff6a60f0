// The limits of time that stand in the two fields and in the address.

import { readDate, type DateFault } from './period.ts';

/** The fields' names, which are the address's as well. */
export const ends = ['from', 'to'] as const;
export type End = (typeof ends)[number];

export interface Limits {
  /** Date tags, or `undated`; empty where that end is open. */
  from: string;
  to: string;
  /** What was written that is no date, and why. It limits nothing. */
  wrong: Partial<Record<End, { text: string; fault: DateFault }>>;
  /** Whether the two were written the wrong way round; here they have been exchanged. */
  reversed: boolean;
}

export const noLimits: Limits = { from: '', to: '', wrong: {}, reversed: false };

/**
 * Reads the limits as they are written.
 *
 * @param inForce the limits until then: an end that is wrongly written stays as it was
 */
export function readLimits(
  written: Record<End, string>,
  inForce: Record<End, string> = noLimits,
): Limits {
  const limits: Limits = { from: '', to: '', wrong: {}, reversed: false };
  for (const end of ends) {
    const text = written[end].trim();
    if (text === '' || text === 'undated') limits[end] = text;
    else {
      const read = readDate(text);
      if ('tag' in read) limits[end] = read.tag;
      else {
        limits[end] = inForce[end];
        limits.wrong[end] = { text, fault: read.fault };
      }
    }
  }
  if (!isReversed(limits)) return limits;
  const { from, to, wrong } = limits;
  return { from: to, to: from, wrong, reversed: true };
}

/** Tags compare as text where neither is part of the other: `1969-07` to `1969` is the rest of that year. */
function isReversed({ from, to }: Record<End, string>): boolean {
  if (from === '' || to === '' || from === 'undated' || to === 'undated') return false;
  return from > to && !from.startsWith(to);
}
