// The whole of an article as HTML for readers of feeds, who see nothing but that: the picture at its head, its
// text, and what was put right.

import type { Article } from '../article/article.ts';
import { formatDateTag } from '../article/calendar-date.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { withPlaceLine } from '../article/place-line.ts';
import type { ShownPicture } from './pictures.ts';
import { encodePath } from './urls.ts';

/** What the site says around a text, in its own language. */
export interface FullTextWords {
  language: string;
  credit: (name: string) => string;
  corrections: string;
}

/**
 * Prints an article in full.
 *
 * @param html its text, rendered
 * @param picture the one at its head, where it can be shown
 * @param addressOf makes a whole address of a path
 */
export function printFullText(
  article: Pick<Article, 'dateline' | 'image' | 'corrections'>,
  { html, picture }: { html: string; picture: ShownPicture | undefined },
  words: FullTextWords,
  addressOf: (path: string) => string,
): string {
  return [
    article.image ? printHeadPicture(article.image, picture, words, addressOf) : '',
    withPlaceLine(html, article.dateline),
    printCorrections(article.corrections, words),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function printHeadPicture(
  { alt = '', caption, credit }: NonNullable<Article['image']>,
  picture: ShownPicture | undefined,
  words: FullTextWords,
  addressOf: (path: string) => string,
): string {
  const shown = picture
    ? `<img src="${escapeHtml(addressOf(encodePath(picture.path)))}" alt="${escapeHtml(alt)}" width="${picture.width}" height="${picture.height}">`
    : alt && `<p>${escapeHtml(alt)}</p>`;
  const said = [caption, credit && words.credit(credit)].filter((text) => text !== undefined);
  const captioned =
    said.length > 0 ? `<figcaption>${said.map(escapeHtml).join(' ')}</figcaption>` : '';
  return shown || captioned ? `<figure>${shown}${captioned}</figure>` : '';
}

function printCorrections(
  corrections: Article['corrections'],
  { corrections: heading, language }: FullTextWords,
): string {
  if (corrections.length === 0) return '';
  const items = corrections.map(({ date, note }) => {
    const when = date && `<time datetime="${date}">${formatDateTag(date, language)}</time>: `;
    return `<li>${when ?? ''}${escapeHtml(note)}</li>`;
  });
  return `<h2>${escapeHtml(heading)}</h2>\n<ul>${items.join('')}</ul>`;
}
