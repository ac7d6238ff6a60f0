import { isDay, type DateTag, type Day } from '../../article/calendar-date.ts';
import { readDate, type DateReading } from './read-date.ts';

/** The day of a revision; none where what is written is no day, or not after the day of the article. */
export function updatedDay(
  written: string | undefined,
  published: DateTag,
  reading: DateReading,
): Day | undefined {
  const read = readDate(written ?? '', reading);
  return 'date' in read && isDay(read.date) && read.date > published ? read.date : undefined;
}
