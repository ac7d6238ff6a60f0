// In an article that was opened from a search, marks the words that were searched for, and offers to remove the
// marks. The words come with the address: `?mark=moon+landing`.

import { loadStemmer, stemmerLanguage } from '../../search/format/stemmers.ts';
import { findRanges, wantedIn, type Wanted } from './marking.ts';
import { parseQuery } from './query-parser.ts';
import { wantedWords } from './query.ts';

/** Marks the words in the text of an article. Returns how many places were marked. */
export function markArticle(article: Element, wanted: Wanted): number {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement;
    if (parent && !parent.closest('[data-pagefind-ignore], mark, script, style')) texts.push(text);
  }
  return texts.reduce((sum, text) => sum + markText(text, wanted), 0);
}

function markText(text: Text, wanted: Wanted): number {
  const ranges = findRanges(text.data, wanted);
  // From the end, so that the places before stay where they are.
  for (const { start, end } of ranges.toReversed()) {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    range.surroundContents(document.createElement('mark'));
  }
  return ranges.length;
}

/** Takes all marks out of an article. */
export function unmarkArticle(article: Element): void {
  for (const mark of article.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  article.normalize();
}

const query = new URLSearchParams(location.search).get('mark');
const article = document.querySelector('[data-pagefind-body]');
const bar = document.querySelector<HTMLElement>('[data-marks]');
if (query && article && bar) {
  const words = wantedWords(parseQuery(query).query);
  const stemOf = await loadStemmer(stemmerLanguage(document.documentElement.lang));
  const count = markArticle(article, wantedIn(words, stemOf));
  if (count > 0) {
    const said = bar.querySelector('[data-marks-words]');
    if (said) said.textContent = words.map(({ text }) => text).join(', ');
    bar.hidden = false;
    bar.querySelector('button')?.addEventListener('click', () => {
      unmarkArticle(article);
      bar.hidden = true;
      const plain = new URL(location.href);
      plain.searchParams.delete('mark');
      history.replaceState(null, '', plain);
      document.querySelector<HTMLElement>('#site-content')?.focus();
    });
    const known = 'fragmentDirective' in document;
    if (!known && location.hash === '')
      article.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }
}
