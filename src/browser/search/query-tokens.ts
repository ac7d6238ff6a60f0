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
  const { tokens, notes } = new Tokenizer(query);
  return { tokens, notes };
}

/** Goes through a query once, from its beginning to its end. */
class Tokenizer {
  readonly tokens: Token[] = [];
  readonly notes: Note[] = [];
  private readonly query: string;
  private at = 0;

  constructor(query: string) {
    this.query = query;
    while (this.at < query.length) this.takeNext();
  }

  private takeNext(): void {
    const start = this.at;
    const character = this.query[start] ?? '';
    const isLast = start === this.query.length - 1;
    if (/\s/.test(character)) this.at++;
    else if (character === '(') this.takeSign('open');
    else if (character === ')') this.takeSign('close');
    else if (this.isAt(looseDashes)) this.at = looseDashes.lastIndex;
    else if (this.isAt(minus) || (/[-−–]/.test(character) && isLast)) this.takeSign('minus');
    else if (this.isAt(quote)) this.takePhrase(start, undefined);
    else this.takeWord(start);
  }

  private isAt(pattern: RegExp, place = this.at): boolean {
    pattern.lastIndex = place;
    return pattern.test(this.query);
  }

  /** Where the next place is, from another on, that a pattern is at; else the end. */
  private find(pattern: RegExp, from: number): number {
    let end = from;
    while (end < this.query.length && !this.isAt(pattern, end)) end++;
    return end;
  }

  private takeSign(kind: 'open' | 'close' | 'minus'): void {
    const start = this.at++;
    const text = this.query[start] ?? '';
    this.tokens.push({ kind, text, span: { start, end: this.at } });
  }

  /** @param start where its operator begins, or else its quotation mark */
  private takePhrase(start: number, field: string | undefined): void {
    const { query } = this;
    const open = this.at;
    const end = this.find(quote, open + 1);
    const text = query.slice(open + 1, end).trim();
    if (end === query.length && text !== '') {
      this.notes.push({ code: 'quote-not-closed', text, span: { start: open, end } });
    }
    this.at = end + 1;
    nearness.lastIndex = this.at;
    const [written = '', number] = nearness.exec(query) ?? [];
    this.at += written.length;
    if (text === '') return;
    this.tokens.push({
      kind: 'phrase',
      field,
      text,
      span: { start, end: Math.min(this.at, query.length) },
      near: number === undefined ? undefined : Number(number),
    });
  }

  /** Takes a word, or what follows an operator. */
  private takeWord(start: number): void {
    const lead = operatorAt(this.query, start);
    if (lead) this.at = lead.end;
    if (lead && this.isAt(quote)) {
      this.takePhrase(start, lead.name);
      return;
    }
    const end = this.find(wordEnd, this.at);
    const text = this.query.slice(this.at, end);
    this.at = end;
    if (lead) this.tokens.push({ kind: 'word', field: lead.name, text, span: { start, end } });
    else this.tokens.push(...wordTokens(text, start));
  }
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
