// The list of found articles.

import { addContextObject } from '../coins.ts';
import type { Thumbnail } from '../../search/format/manifest.ts';
import type { Segment } from './excerpt.ts';
import { copyOf, part } from './parts.ts';
import type { FoundArticle, LostArticle } from './progress.ts';
import type { Wording } from './wording.ts';

export interface ResultContext {
  wording: Wording;
  /** The site's base path, with slashes at both ends. */
  base: string;
  /** The query's words, which the opened article marks. */
  marks: string;
  language: string;
}

/** Makes the list item of a found article. */
export function drawResult(
  list: HTMLElement,
  article: FoundArticle | LostArticle,
  context: ResultContext,
): HTMLElement {
  const { wording, base } = context;
  const item = copyOf(list, 'result');
  const date = part<HTMLAnchorElement>(item, 'date');
  date.href = `${base}${article.date.replaceAll('-', '/')}/`;
  date.textContent = wording.date(article.date);
  if ('lost' in article) {
    part(item, 'headline').textContent = wording.fill(wording.words.lost, {
      date: wording.date(article.date),
    });
    return item;
  }
  const address = `${base}${article.id}/`;
  const text = part(item, 'text');
  if (article.thumbnail) text.before(drawThumbnail(address, article.thumbnail));
  if (article.lang !== context.language) {
    text.lang = article.lang;
    text.dir = article.dir;
  }
  const headline = part<HTMLAnchorElement>(item, 'headline');
  headline.href = addressWithMarks(address, context.marks, article.excerpt.firstMark);
  headline.toggleAttribute('data-derived', article.derived);
  headline.replaceChildren(...article.title.map(drawSegment));
  part(item, 'excerpt').append(...article.excerpt.segments.map(drawSegment));
  part(item, 'section').textContent = article.section ?? '';
  addContextObject(item, {
    title: article.title.map((segment) => segment.text).join(''),
    address,
    section: article.section,
    language: article.lang,
  });
  const under = part(item, 'under');
  const { heading } = article.excerpt;
  under.hidden = heading === undefined;
  if (heading) {
    const link = part<HTMLAnchorElement>(item, 'heading');
    link.href = `${markedAddress(address, context.marks)}#${encodeURIComponent(heading.id)}`;
    link.textContent = heading.text;
    if (article.lang !== context.language) link.lang = article.lang;
  }
  return item;
}

/** Makes the picture beside a result, which says no more than the headline that it stands at. */
function drawThumbnail(address: string, { name, width, height }: Thumbnail): HTMLImageElement {
  const picture = document.createElement('img');
  picture.className = 'thumbnail';
  picture.alt = '';
  picture.loading = 'lazy';
  picture.decoding = 'async';
  picture.width = width;
  picture.height = height;
  picture.src = address + encodeURIComponent(name);
  return picture;
}

function drawSegment({ text, marked }: Segment): Node {
  if (!marked) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

const markedAddress = (address: string, marks: string): string =>
  marks === '' ? address : `${address}?mark=${encodeURIComponent(marks).replaceAll('%20', '+')}`;

/** The opened article marks the words; browsers that know text fragments also go to the first of them. */
function addressWithMarks(address: string, marks: string, first: string | undefined): string {
  const marked = markedAddress(address, marks);
  if (first === undefined) return marked;
  // A hyphen is a sign of the text fragment's own grammar (https://wicg.github.io/scroll-to-text-fragment/).
  return `${marked}#:~:text=${encodeURIComponent(first).replaceAll('-', '%2D')}`;
}
