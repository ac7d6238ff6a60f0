// iCalendar (RFC 5545): what was in the news on each day of the year, as events that come back every year.

import type { Day } from '../../article/calendar-date.ts';

export interface YearlyEvent {
  /** Unique in the calendar, and for ever (RFC 5545 §3.8.4.7). */
  uid: string;
  /** The day on which it took place first. */
  day: Day;
  title: string;
  text: string;
  url: string;
}

/** Prints events that last the whole day and keep nobody busy. */
export function printCalendar(
  { title, language }: { title: string; language: string },
  events: readonly YearlyEvent[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//On this day//EN',
    'METHOD:PUBLISH',
    // RFC 7986 §5.1, and what calendars read that do not know it.
    `NAME;LANGUAGE=${language}:${escapeText(title)}`,
    `X-WR-CALNAME:${escapeText(title)}`,
    ...events.flatMap(printEvent),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const printEvent = ({ uid, day, title, text, url }: YearlyEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(uid)}`,
  // When the event was written down: the same articles are to give the same file.
  `DTSTAMP:${day.replaceAll('-', '')}T120000Z`,
  `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
  'RRULE:FREQ=YEARLY',
  'TRANSP:TRANSPARENT',
  `SUMMARY:${escapeText(title)}`,
  `DESCRIPTION:${escapeText(text)}`,
  `URL:${url}`,
  'END:VEVENT',
];

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0009\u000B-\u001F\u007F]/g;

/** RFC 5545 §3.3.11; control characters other than the end of a line are not admitted (§3.1). */
const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(controls, ' ')
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

/** What a line may have at most, in bytes, without its end (RFC 5545 §3.1). */
const longestLine = 75;

/** Goes on in the next line, after a blank, where a line is too long; no character is cut. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= longestLine) return line;
  let folded = '';
  let room = longestLine;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (bytes > room) {
      folded += '\r\n ';
      room = longestLine - 1;
    }
    folded += character;
    room -= bytes;
  }
  return folded;
}
