import { parseQuery } from '../browser/search/query-parser.ts';
import type { Note } from '../browser/search/query.ts';

/** What a reader of the search page is told and the search gets over is a fault in a query that is kept. */
const faults: Record<Note['code'], string> = {
  'unknown-operator': 'has `{text}`, which is no operator of the search',
  'operator-without-value': 'has `{text}` with nothing behind it',
  'quote-not-closed': 'has a quotation mark at character {at} that is not closed',
  'parenthesis-not-closed': 'has a parenthesis at character {at} that is not closed',
  'parenthesis-not-opened': 'has a closing parenthesis at character {at} that was not opened',
  'operator-alone': 'has `{text}` at character {at}, which joins nothing',
  'not-a-date': 'has `{text}`, which is not a date such as 1969, 1969-07 or 1969-07-20',
  'no-such-day': 'has `{text}`, which is no day of the calendar',
  'dates-reversed': 'has `{text}`, which ends before it begins',
  'only-exclusions': 'says only what to leave out',
  'too-long': 'is longer than the search reads, up to character {at}',
};

/** What of a query the search cannot read, as the end of a sentence; none where it can. */
export function explainQuery(query: string): string | undefined {
  const { query: read, notes } = parseQuery(query);
  const [note] = notes;
  if (note === undefined) return read.kind === 'all' ? 'asks for nothing' : undefined;
  return faults[note.code]
    .replace('{text}', note.text)
    .replace('{at}', String(note.span.start + 1));
}
