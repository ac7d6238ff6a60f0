// What an item of a WordPress export says of its post.

import type { WrittenDate } from '../dates/draft-date.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { Finding } from '../refuse.ts';
import { childrenOf, textOf, textOfChild, type XmlElement } from '../xml/xml-tree.ts';
import { postDate } from './post-date.ts';

/** `wp:post_date` is the blog's own civil day; `pubDate` serves where an export lost it. */
export function datesOf(element: XmlElement): (WrittenDate | undefined)[] {
  const published = textOfChild(element, 'pubdate');
  return [
    postDate(
      textOfChild(element, 'wp:post_date'),
      textOfChild(element, 'wp:post_date_gmt'),
      'post date',
    ),
    published === undefined ? undefined : { written: published, from: 'pubDate' },
  ];
}

export function metaOf(element: XmlElement, key: string): string | undefined {
  const meta = childrenOf(element, 'wp:postmeta').find(
    (entry) => textOfChild(entry, 'wp:meta_key') === key,
  );
  return meta && textOfChild(meta, 'wp:meta_value');
}

export const shortcodesLeft = (left: readonly string[]): Finding => ({
  rule: 'template-left',
  message: `Shortcodes of WordPress stand for something that is not in the export: ${left.map((name) => `[${name}]`).join(', ')}.`,
  fix: 'Write into the article what they showed.',
});

/** Says of a post that was not for everybody that it is taken as a draft. */
export const hiddenPost = (item: string): Finding => ({
  rule: 'wordpress-private',
  message: `It was private or had a password: ${item} is taken as a draft.`,
  fix: 'Delete the article, or its line `draft: true` if it may be published.',
});

/** Co-authors plug-ins keep the authors as terms, in their order; else a post has the one who entered it. */
export function authorsOf(element: XmlElement, names: ReadonlyMap<string, string>): string[] {
  const terms = childrenOf(element, 'category')
    .filter(({ attributes }) => attributes['domain'] === 'author')
    .map((term) => textOfHtml(textOf(term)))
    .filter((name) => name !== '');
  if (terms.length > 0) return [...new Set(terms)].map((name) => names.get(name) ?? name);
  const login = textOfChild(element, 'dc:creator');
  return login === undefined ? [] : [names.get(login) ?? login];
}

export const isWebAddress = (address: string | undefined): boolean =>
  address !== undefined && /^https?:\/\//i.test(address);

/** All addresses a post answered at: its link, `?p=12`, and those with its earlier slugs. */
export function aliasesOf(
  element: XmlElement,
  id: string | undefined,
  address: string | undefined,
): string[] {
  const slug = textOfChild(element, 'wp:post_name');
  const old = childrenOf(element, 'wp:postmeta')
    .filter((entry) => textOfChild(entry, 'wp:meta_key') === '_wp_old_slug')
    .map((entry) => textOfChild(entry, 'wp:meta_value'));
  const addresses = address === undefined ? [] : [address];
  for (const earlier of old) {
    if (
      address !== undefined &&
      slug !== undefined &&
      earlier !== undefined &&
      address.includes(slug)
    ) {
      addresses.push(address.replace(slug, earlier));
    }
  }
  return [...addresses, ...(id === undefined || !/^\d+$/.test(id) ? [] : [`/?p=${id}`])];
}
