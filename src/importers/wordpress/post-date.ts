import { printOffset } from '../dates/clock.ts';
import type { WrittenDate } from '../dates/draft-date.ts';
import { isZeroDate } from '../dates/zero-date.ts';

const isSet = (written: string | undefined): written is string =>
  written !== undefined && written !== '' && !isZeroDate(written, {});

/**
 * The date of a post from what WordPress keeps: the civil day of the site's own clock, and the same moment in UTC,
 * whose difference is the offset.
 *
 * @param from where it stands, for the record: `post date`
 */
export function postDate(
  local: string | undefined,
  utc: string | undefined,
  from: string,
): WrittenDate | undefined {
  if (!isSet(local)) return undefined;
  return { written: `${local}${isSet(utc) ? offsetBetween(local, utc) : ''}`, from };
}

/** The offset of a clock, `+02:00`, from one moment written in local time and in UTC. */
function offsetBetween(local: string, utc: string): string {
  const minutes =
    (Date.parse(`${local.replace(' ', 'T')}Z`) - Date.parse(`${utc.replace(' ', 'T')}Z`)) / 60_000;
  if (!Number.isInteger(minutes) || minutes % 15 !== 0 || Math.abs(minutes) > 14 * 60) return '';
  return printOffset(minutes);
}
