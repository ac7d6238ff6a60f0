// The queries of the measurements over generated articles, one for each kind that a reader asks.

import { generateArticles } from './generate.ts';
import { makeVocabulary } from './vocabulary.ts';

export interface MeasuredQuery {
  name: string;
  /** As the page's address has it. */
  address: string;
  /** The same for a search of words and phrases alone; absent where it has no such thing. */
  words?: string;
}

const { words } = makeVocabulary(120_000, 7);
const word = (rank: number): string => words[rank] ?? '';
const [article] = [...generateArticles({ count: 1 })];
const opening = (article?.body ?? '').split(/[\s.]+/);
const phrase = `"${opening.slice(4, 7).join(' ')}"`;
const commonPhrase = `"${word(100)} ${word(120)}"`;
const misspelt = word(4000).slice(0, 2) + word(4000).slice(3);

/** A query of words alone, which every search can answer. */
function plain(name: string, text: string): MeasuredQuery {
  return { name, address: `?q=${encodeURIComponent(text).replaceAll('%20', '+')}`, words: text };
}

export const measuredQueries: readonly MeasuredQuery[] = [
  plain('a rare word', word(60_000)),
  plain('a middling word', word(4000)),
  plain('a common word', word(200)),
  plain('two words', `${word(900)} ${word(1500)}`),
  plain('three words', `${word(300)} ${word(400)} ${word(900)}`),
  { name: 'newest first', address: `?q=${word(200)}&order=newest` },
  { name: 'oldest first', address: `?q=${word(200)}&order=oldest` },
  plain('a phrase', phrase),
  plain('a phrase of common words', commonPhrase),
  { name: 'one year', address: `?q=${word(200)}&from=2010&to=2010` },
  { name: 'ten days', address: `?q=${word(200)}&from=2010-03-02&to=2010-03-11` },
  { name: 'a word and a section', address: `?q=${word(900)}+section:science` },
  { name: 'without a word', address: `?q=${word(900)}+-${word(300)}` },
  { name: 'either word', address: `?q=${word(4000)}+OR+${word(5000)}` },
  { name: 'in the headline', address: `?q=title:${word(900)}` },
  { name: 'near each other', address: `?q="${word(900)} ${word(300)}"~8` },
  { name: 'a beginning', address: `?q=${word(4000).slice(0, 5)}*` },
  plain('a misspelt word', misspelt),
];
