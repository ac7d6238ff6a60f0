import type { Note, Span } from './query.ts';

export type Token =
  | { kind: 'open' | 'close' | 'or' | 'and' | 'minus'; span: Span; text: string }
  /** `lead` is an operator's name with its colon before the value: `title:`, `-tag:`. */
  | { kind: 'word' | 'phrase'; field: string | undefined; text: string; span: Span };

/** Quotation marks of many languages open and close a phrase. */
const quotes = '"“”„‟«»＂';
const quote = new RegExp(`[${quotes}]`);
const wordEnd = new RegExp(`[\\s()${quotes}]`);

/** An operator's name: letters, then a colon; not the start of a web address. */
const operator = /^(\p{L}+):(?!\/\/)/u;

/** Every operator with a value, as the help lists them, and `undated:`, which has none. */
export const operators = [
  'title',
  'tag',
  'topic',
  'section',
  'author',
  'by',
  'lang',
  'language',
  'date',
  'from',
  'to',
  'undated',
];

/** Hebrew writes abbreviations with a quotation mark inside, which is often that of the keyboard: `צה"ל`. */
const isInHebrew = (query: string, at: number): boolean =>
  /^[\u05D0-\u05EA]["״“”„][\u05D0-\u05EA]/.test(query.slice(Math.max(0, at - 1), at + 2));

/**
 * Divides a query into tokens. Anything at all can be divided; a quote that is not closed ends with the query.
 */
export function tokenize(query: string): { tokens: Token[]; notes: Note[] } {
  const tokens: Token[] = [];
  const notes: Note[] = [];
  let at = 0;
  const until = (pattern: RegExp, from: number): number => {
    let end = from;
    while (end < query.length && (!pattern.test(query[end] ?? '') || isInHebrew(query, end))) end++;
    return end;
  };
  const takePhrase = (start: number, field: string | undefined): void => {
    const open = at;
    const end = until(quote, open + 1);
    const text = query.slice(open + 1, end).trim();
    if (end === query.length && text !== '') {
      notes.push({ code: 'quote-not-closed', text, span: { start: open, end } });
    }
    at = end + 1;
    if (text !== '')
      tokens.push({
        kind: 'phrase',
        field,
        text,
        span: { start, end: Math.min(at, query.length) },
      });
  };
  while (at < query.length) {
    const start = at;
    const character = query[at] ?? '';
    if (/\s/.test(character)) at++;
    else if (character === '(' || character === ')') {
      at++;
      const kind = character === '(' ? 'open' : 'close';
      tokens.push({ kind, text: character, span: { start, end: at } });
    } else if (/[-−–]/.test(character) && /(?:^|[\s(])$/.test(query.slice(0, at))) {
      at++;
      tokens.push({ kind: 'minus', text: character, span: { start, end: at } });
    } else if (quote.test(character)) takePhrase(start, undefined);
    else {
      const lead = operatorAt(query, at);
      const field = lead?.name;
      if (lead) at = lead.end;
      if (lead && quote.test(query[at] ?? '')) {
        takePhrase(start, field);
        continue;
      }
      const end = until(wordEnd, at);
      const text = query.slice(at, end);
      at = end;
      tokens.push(wordToken(text, field, { start, end }));
    }
  }
  return { tokens, notes };
}

/**
 * The operator that stands at a place, and where its value begins. A known one may have blanks before its value;
 * an unknown name before a blank (`Re: budget`) is a word like any other.
 */
function operatorAt(query: string, at: number): { name: string; end: number } | undefined {
  const lead = operator.exec(query.slice(at));
  if (!lead) return undefined;
  const name = lead[1] ?? '';
  const end = at + lead[0].length;
  const rest = query.slice(end);
  if (name.toLowerCase() === 'undated') return { name, end };
  if (operators.includes(name.toLowerCase())) {
    return { name, end: end + rest.length - rest.trimStart().length };
  }
  return rest === '' || /^[\s()]/.test(rest) ? undefined : { name, end };
}

function wordToken(text: string, field: string | undefined, span: Span): Token {
  if (field === undefined) {
    if (text === 'OR' || text === '|') return { kind: 'or', text, span };
    if (text === 'AND' || text === '&') return { kind: 'and', text, span };
    if (text === 'NOT') return { kind: 'minus', text, span };
  }
  return { kind: 'word', field, text, span };
}
