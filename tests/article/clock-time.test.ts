import { expect, test } from 'vitest';
import { instantOf, isClockTime } from '../../src/article/clock-time.ts';

test.each([
  ['2024-03-01', '06:30+01:00', '2024-03-01T06:30:00+01:00'],
  ['2024-03-01', '06:30:15Z', '2024-03-01T06:30:15Z'],
  ['2024-01-15', '09:00 America/Sao_Paulo', '2024-01-15T09:00:00-03:00'],
  ['2024-07-01', '21:15 Asia/Kolkata', '2024-07-01T21:15:00+05:30'],
  ['2024-07-01', '12:00 UTC', '2024-07-01T12:00:00+00:00'],
  // Clocks in London went forward on 31 March, at one in the night.
  ['2024-03-31', '00:59 Europe/London', '2024-03-31T00:59:00+00:00'],
  ['2024-03-31', '02:01 Europe/London', '2024-03-31T02:01:00+01:00'],
  ['2024-03-31', '01:30 Europe/London', '2024-03-31T01:30:00+00:00'],
  // Paris kept its own time, nine minutes and 21 seconds ahead, until 1911.
  ['1905-05-05', '12:00 Europe/Paris', '1905-05-05T11:50:39Z'],
])('%s %s is the moment %s', (date, time, instant) => {
  expect(instantOf(date, time)).toBe(instant);
});

test('without a day, a time or a zone there is no moment', () => {
  expect(instantOf('2024-03', '06:30Z')).toBeUndefined();
  expect(instantOf('undated', '06:30Z')).toBeUndefined();
  expect(instantOf('2024-03-01', undefined)).toBeUndefined();
  expect(instantOf('2024-03-01', '06:30 Europe/Atlantis')).toBeUndefined();
  expect([isClockTime('06:30'), isClockTime('06:30 Europe/Atlantis')]).toEqual([false, false]);
  expect(isClockTime('06:30 Europe/Paris')).toBe(true);
});
