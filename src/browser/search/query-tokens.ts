import type { Note, TextRange } from './query.ts';

export type Token =
  | { kind: 'open' | 'close' | 'or' | 'and' | 'minus'; span: TextRange; text: string }
  /** `lead` is an operator's name with its colon before the value: `title:`, `-tag:`. */
  | { kind: 'word'; field: string | undefined; text: string; span: TextRange }
  /** `near` is the number behind `"a b"~8`. */
  | {
      kind: 'phrase';
      field: string | undefined;
      text: string;
      span: TextRange;
      near: number | undefined;
    };

/** Quotation marks of many languages open and close a phrase. */
const quotes = '"“”„‟«»‹›「」『』';
/** Hebrew writes abbreviations with a quotation mark inside, which is often that of the keyboard: `צה"ל`. */
const quote = new RegExp(`(?<![\\u05D0-\\u05EA](?=["“”„][\\u05D0-\\u05EA]))[${quotes}]`, 'y');
const wordEnd = new RegExp(`[\\s()]|${quote.source}`, 'y');

/**
 * Signs that divide words written without a blank: `moon/landing`. Between digits they belong to the number, and in
 * an address to it.
 */
const divider =
  /(?<=[\p{L}\p{M}])(?:[,;/+|،؛、…]|\.{2,})(?=[\p{L}\p{N}])|(?<=\p{N})(?:[,;/+|،؛、…]|\.{2,})(?=\p{L})|(?<=\p{N})(?:[;|،؛、…]|\.{2,})(?=\p{N})/gu;
const address = /:\/\/|^www\.|@/u;

/** A minus excludes where it touches what is behind it and nothing before it; any other dash is punctuation. */
const minus = /(?<![^\s(])[-−–](?![-−–—\s]|$)/y;
const looseDashes = /(?<![^\s(])[-−–—‒―]+(?=\s)/y;

/** An operator's name: letters, then a colon; not the start of a web address. */
const operator = /^(\p{L}+):(?!\/\/)/u;

/** Behind a phrase: within so many words of each other its words may stand, in any order. */
const nearness = /~(\d{1,3})(?!\d)/y;

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

/**
 * Divides a query into tokens. Anything at all can be divided; a quote that is not closed ends with the query.
 */
export function tokenize(query: string): { tokens: Token[]; notes: Note[] } {
  const tokens: Token[] = [];
  const notes: Note[] = [];
  let at = 0;
  const isAt = (pattern: RegExp, place: number): boolean => {
    pattern.lastIndex = place;
    return pattern.test(query);
  };
  const until = (pattern: RegExp, from: number): number => {
    let end = from;
    while (end < query.length && !isAt(pattern, end)) end++;
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
    nearness.lastIndex = at;
    const [written = '', number] = nearness.exec(query) ?? [];
    at += written.length;
    if (text !== '')
      tokens.push({
        kind: 'phrase',
        field,
        text,
        span: { start, end: Math.min(at, query.length) },
        near: number === undefined ? undefined : Number(number),
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
    } else if (isAt(looseDashes, at)) at = looseDashes.lastIndex;
    else if (isAt(minus, at) || (/[-−–]/.test(character) && at === query.length - 1)) {
      at++;
      tokens.push({ kind: 'minus', text: character, span: { start, end: at } });
    } else if (isAt(quote, at)) takePhrase(start, undefined);
    else {
      const lead = operatorAt(query, at);
      const field = lead?.name;
      if (lead) at = lead.end;
      if (lead && isAt(quote, at)) {
        takePhrase(start, field);
        continue;
      }
      const end = until(wordEnd, at);
      const text = query.slice(at, end);
      at = end;
      if (field === undefined) tokens.push(...wordTokens(text, start));
      else tokens.push({ kind: 'word', field, text, span: { start, end } });
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

/** The words of a stretch without blanks, each with its place. */
function wordTokens(text: string, start: number): Token[] {
  const kind = wordOperators[text];
  if (kind) return [{ kind, text, span: { start, end: start + text.length } }];
  const tokens: Token[] = [];
  let from = 0;
  const take = (to: number): void => {
    const span = { start: start + from, end: start + to };
    tokens.push({ kind: 'word', field: undefined, text: text.slice(from, to), span });
  };
  for (const match of address.test(text) ? [] : text.matchAll(divider)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(text.length);
  return tokens;
}

const wordOperators: Partial<Record<string, 'or' | 'and' | 'minus'>> = {
  OR: 'or',
  '|': 'or',
  AND: 'and',
  '&': 'and',
  NOT: 'minus',
};
