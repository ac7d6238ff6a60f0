// Reads what a reader typed:
//   query    = any
//   any      = all { OR all }
//   all      = one { one }
//   one      = [ - ] ( "(" any ")" | "phrase" | operator:value | word )
// Reading never fails: what is not closed is closed at the end, what stands alone is passed over, and a note
// says so with its place.

import { lettersOf } from '../../search/format/directory.ts';
import { fold, isUnspaced } from '../../search/format/text-words.ts';
import { periodOf, readDate, type DayRange } from './period.ts';
import { allOf, anyOf, type FacetName, type Note, type Query, type TextRange } from './query.ts';
import { operators, tokenize, type Token } from './query-tokens.ts';
import { plainText } from './typed-text.ts';

export interface ParsedQuery {
  /** What was read: spans are places in it. */
  text: string;
  query: Query;
  notes: Note[];
}

/** More of a query than this is not read; nobody types it, and a pasted page would search for minutes. */
const longestQuery = 500;
const mostWords = 32;

const facetNames: Record<string, FacetName> = {
  section: 'sections',
  tag: 'tags',
  topic: 'tags',
  author: 'authors',
  by: 'authors',
  lang: 'languages',
  language: 'languages',
};

/** Parses a query; any text at all gives a query that can be searched, or `all` where it asks for nothing. */
export function parseQuery(typed: string): ParsedQuery {
  const notes: Note[] = [];
  const text = plainText(typed);
  let read = text;
  if (text.length > longestQuery) {
    read = text.slice(0, longestQuery);
    notes.push(tooLong(text, longestQuery));
  }
  const divided = tokenize(read);
  let { tokens } = divided;
  if (tokens.length > mostWords) {
    const end = tokens[mostWords]?.span.start ?? longestQuery;
    tokens = tokens.slice(0, mostWords);
    if (notes.length === 0) notes.push(tooLong(text, end));
  }
  notes.push(...divided.notes);
  const reader = new Reader(tokens, notes);
  const query = reader.readAll();
  if (asksOnlyNot(query)) {
    notes.push({ code: 'only-exclusions', text: read, span: { start: 0, end: read.length } });
  }
  return { text: read, query, notes };
}

const tooLong = (text: string, end: number): Note => ({
  code: 'too-long',
  text: text.slice(0, end),
  span: { start: end, end: text.length },
});

const asksOnlyNot = (query: Query): boolean =>
  query.kind === 'not' || (query.kind === 'and' && query.parts.every(({ kind }) => kind === 'not'));

/** Three letters or more, and a star: words that begin so. */
const beginning = /^([\p{L}\p{N}][\p{L}\p{M}\p{N}]{2,})\*$/u;

/** Goes through the tokens once, from left to right. */
class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly notes: Note[];
  /** The whole periods with which `from:` and `to:` begin and end. */
  private readonly periods = new Map<Query, DayRange>();

  constructor(tokens: readonly Token[], notes: Note[]) {
    this.tokens = tokens;
    this.notes = notes;
  }

  readAll(): Query {
    const parts: Query[] = [];
    while (this.at < this.tokens.length) {
      parts.push(this.readAny());
      const token = this.tokens[this.at];
      if (token?.kind === 'close') {
        this.note('parenthesis-not-opened', token);
        this.at++;
      }
    }
    return allOf(parts);
  }

  private readAny(): Query {
    const parts: Query[] = [];
    let joins = 0;
    do {
      const part = this.readSequence();
      if (part.kind !== 'all') parts.push(part);
      const token = this.tokens[this.at];
      if (token?.kind !== 'or') break;
      joins++;
      this.at++;
      const next = this.tokens[this.at];
      if (part.kind === 'all' || next === undefined || next.kind === 'close') {
        this.note('operator-alone', token);
      }
    } while (joins > 0);
    return parts.length === 0 ? { kind: 'all' } : anyOf(parts);
  }

  private readSequence(): Query {
    const parts: Query[] = [];
    for (let token = this.tokens[this.at]; token; token = this.tokens[this.at]) {
      if (token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') {
        const next = this.tokens[this.at + 1];
        if (parts.length === 0 || next === undefined) this.note('operator-alone', token);
        this.at++;
      } else parts.push(this.readOne());
    }
    return allOf(this.exchangeEnds(parts));
  }

  /** `from:1980 to:1960` is the range the wrong way round. */
  private exchangeEnds(parts: Query[]): Query[] {
    const lone = parts.filter((part) => part.kind === 'dates' && this.periods.has(part));
    const start = lone.find((part) => part.kind === 'dates' && part.to === undefined);
    const end = lone.find((part) => part.kind === 'dates' && part.from === undefined);
    if (lone.length !== 2 || start?.kind !== 'dates' || end?.kind !== 'dates') return parts;
    const [later, earlier] = [this.periods.get(start), this.periods.get(end)];
    if (!later || !earlier || later.from <= earlier.to) return parts;
    const span = {
      start: Math.min(start.span.start, end.span.start),
      end: Math.max(start.span.end, end.span.end),
    };
    this.notes.push({ code: 'dates-reversed', text: `${start.from ?? ''}..${end.to ?? ''}`, span });
    const range: Query = { kind: 'dates', from: earlier.from, to: later.to, span };
    return parts.flatMap((part) => (part === start ? [range] : part === end ? [] : [part]));
  }

  private readOne(): Query {
    const token = this.tokens[this.at++];
    if (!token) return { kind: 'all' };
    switch (token.kind) {
      case 'minus': {
        const next = this.tokens[this.at];
        if (next === undefined || next.kind === 'close' || next.kind === 'or') {
          this.note('operator-alone', token);
          return { kind: 'all' };
        }
        const part = this.readOne();
        if (part.kind === 'all') return part;
        return part.kind === 'not' ? part.part : { kind: 'not', part };
      }
      case 'open': {
        const inner = this.readAny();
        if (this.tokens[this.at]?.kind === 'close') this.at++;
        else this.note('parenthesis-not-closed', token);
        return inner;
      }
      case 'word':
      case 'phrase':
        return this.readLeaf(token);
      default:
        return { kind: 'all' };
    }
  }

  private readLeaf(token: Token & { kind: 'word' | 'phrase' }): Query {
    const { kind, text, span } = token;
    const field = token.field?.toLowerCase();
    if (field === undefined) {
      if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'all' };
      if (token.kind === 'phrase' && token.near !== undefined) {
        return { kind: 'near', text, distance: token.near, span };
      }
      const start = beginning.exec(text)?.[1];
      if (
        kind === 'word' &&
        start !== undefined &&
        lettersOf(fold(start), 3) !== '' &&
        !isUnspaced(start)
      ) {
        return { kind: 'beginning', text: start, span };
      }
      return { kind, text, span };
    }
    if (!operators.includes(field)) {
      this.notes.push({
        code: 'unknown-operator',
        text: `${token.field ?? ''}:`,
        span,
        meant: similarOperator(field),
      });
      // The colon divides two words; both are searched.
      const words: Query[] = [{ kind: 'word', text: token.field ?? '', span }];
      if (/[\p{L}\p{N}]/u.test(text)) words.push({ kind, text, span });
      return allOf(words);
    }
    if (field === 'undated') return { kind: 'undated', span };
    if (text === '') {
      this.notes.push({ code: 'operator-without-value', text: `${field}:`, span });
      return { kind: 'all' };
    }
    const facet = facetNames[field];
    if (facet) return { kind: 'facet', facet, name: text, span };
    return field === 'title' ? { kind: 'title', text, span } : this.readDate(field, text, span);
  }

  private readDate(field: string, text: string, span: TextRange): Query {
    const single = readDate(text);
    const [first = '', second] =
      field === 'date' && 'fault' in single ? text.split(/\.{2,}|…|\//) : [text];
    const start = periodOf(first);
    const end = second === undefined ? start : periodOf(second);
    const open = second !== undefined && (first === '') !== (second === '');
    if (!(start && end) && !(open && (start ?? end))) {
      const faults = [first, second ?? ''].map((part) => readDate(part));
      const isDay = faults.some((read) => 'fault' in read && read.fault === 'no-such-day');
      this.notes.push({ code: isDay ? 'no-such-day' : 'not-a-date', text, span });
      return { kind: 'all' };
    }
    if (start && end && start.from > end.to) {
      this.notes.push({ code: 'dates-reversed', text, span });
      return { kind: 'dates', from: end.from, to: start.to, span };
    }
    const from = field === 'to' ? undefined : start?.from;
    const to = field === 'from' ? undefined : end?.to;
    const query: Query = { kind: 'dates', from, to, span };
    if (field !== 'date' && start) this.periods.set(query, start);
    return query;
  }

  private note(code: Note['code'], { text, span }: Token): void {
    this.notes.push({ code, text, span });
  }
}

/** The operator that differs from a name by one letter, or begins like it. */
function similarOperator(name: string): string | undefined {
  return operators.find(
    (known) =>
      (name.length >= 3 && known.startsWith(name)) ||
      (known.length >= 3 && name.startsWith(known)) ||
      sameLetters(known, name),
  );
}

const sameLetters = (a: string, b: string): boolean =>
  a.split('').toSorted().join('') === b.split('').toSorted().join('');
