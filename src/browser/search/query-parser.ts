// Reads what a reader typed:
//   query    = any
//   any      = all { OR all }
//   all      = one { one }
//   one      = [ - ] ( "(" any ")" | "phrase" | operator:value | word )
// Reading never fails: what is not closed is closed at the end, what stands alone is passed over, and a note
// says so with its place.

import { periodOf } from './period.ts';
import { allOf, anyOf, type FactName, type Note, type Query, type Span } from './query.ts';
import { operators, tokenize, type Token } from './query-tokens.ts';

export interface ParsedQuery {
  query: Query;
  notes: Note[];
}

/** More of a query than this is not read; nobody types it, and a pasted page would search for minutes. */
const longestQuery = 500;
const mostWords = 32;

const factNames: Record<string, FactName> = {
  section: 'sections',
  tag: 'tags',
  topic: 'tags',
  author: 'authors',
  by: 'authors',
  lang: 'languages',
  language: 'languages',
};

/** Parses a query; any text at all gives a query that can be searched, or `all` where it asks for nothing. */
export function parseQuery(text: string): ParsedQuery {
  const notes: Note[] = [];
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
  return { query, notes };
}

const tooLong = (text: string, end: number): Note => ({
  code: 'too-long',
  text: text.slice(0, end),
  span: { start: end, end: text.length },
});

const asksOnlyNot = (query: Query): boolean =>
  query.kind === 'not' || (query.kind === 'and' && query.parts.every(({ kind }) => kind === 'not'));

/** Goes through the tokens once, from left to right. */
class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly notes: Note[];

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
    return allOf(parts);
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
    const column = factNames[field];
    if (column) return { kind: 'fact', column, name: text, span };
    return field === 'title' ? { kind: 'title', text, span } : this.readDate(field, text, span);
  }

  private readDate(field: string, text: string, span: Span): Query {
    const [first = '', second] = field === 'date' ? text.split(/\.\.|\//) : [text];
    const start = first === '' && second ? { from: undefined } : periodOf(first);
    const end = second === undefined ? start : second === '' ? { to: undefined } : periodOf(second);
    if (!start || !end) {
      this.notes.push({ code: 'not-a-date', text, span });
      return { kind: 'all' };
    }
    const from = field === 'to' ? undefined : start.from;
    const to = field === 'from' ? undefined : 'to' in end ? end.to : undefined;
    if (from !== undefined && to !== undefined && from > to) {
      this.notes.push({ code: 'dates-reversed', text, span });
      return { kind: 'dates', from: to, to: from, span };
    }
    return { kind: 'dates', from, to, span };
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
