import { expect, test } from 'vitest';
import { formatDateTag, isDay, weekdayOf } from '../../src/article/calendar-date.ts';
import { checkContent } from '../../src/commands/check-content.ts';
import { countDemonstration, isMet } from './count-demonstration.ts';

const { articles, points } = await countDemonstration();

test.each(points)('the demonstration archive meets its plan: $what', (point) => {
  expect({ ...point, met: isMet(point) }).toEqual({ ...point, met: true });
});

test('the check of the demonstration archive finds nothing', async () => {
  expect((await checkContent('content')).problems).toEqual([]);
});

test('an English summary that names one weekday names that of its article, or of the day before or after', () => {
  const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const wrong = articles.filter(({ lang, date, summary }) => {
    if (lang !== 'en' || !isDay(date)) return false;
    const named = weekdays.filter((weekday) => summary.includes(weekday));
    const apart = (weekdays.indexOf(named[0] ?? '') + 1 - weekdayOf(date) + 7) % 7;
    return named.length === 1 && ![0, 1, 6].includes(apart);
  });
  expect(wrong.map(({ date, summary }) => `${formatDateTag(date, 'en')}: ${summary}`)).toEqual([]);
});
