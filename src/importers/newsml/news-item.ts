// What the three formats of news in XML have in common: the item they describe, and how its parts are found.

import type { WrittenDate } from '../dates/draft-date.ts';
import { nameList } from '../fields/values.ts';
import { textOfHtml } from '../html/html-text.ts';
import {
  childOf,
  descendantsOf,
  innerHtmlOf,
  isElement,
  textOf,
  type XmlElement,
} from '../xml/xml-tree.ts';

/** A news item, whichever format it came in. */
export interface NewsItem {
  title: string | undefined;
  dates: (WrittenDate | undefined)[];
  authors: string[];
  tags: string[];
  lang: string | undefined;
  dateline: string | undefined;
  status: string | undefined;
  embargo: string | undefined;
  html: string;
  source: {
    name?: string | undefined;
    id?: string | undefined;
    version?: string | undefined;
    licence?: string | undefined;
  };
  summary: string | undefined;
}

/** The first element of the first name that there is. */
export const first = (element: XmlElement, ...names: string[]): XmlElement | undefined => {
  for (const name of names) {
    const found = descendantsOf(element, name)[0];
    if (found) return found;
  }
  return undefined;
};

/** The first text of the first name that has one. */
export const textOfFirst = (element: XmlElement, ...names: string[]): string | undefined => {
  for (const name of names) {
    const text = descendantsOf(element, name)
      .map(nameOrText)
      .find((found) => found !== '');
    if (text !== undefined) return text;
  }
  return undefined;
};

/** A concept has its words in `name`, in an attribute, or as its text. */
export const nameOrText = (element: XmlElement): string =>
  textOfHtml(textOf(childOf(element, 'name') ?? element)) ||
  (element.attributes['literal'] ??
    element.attributes['formalname'] ??
    element.attributes['value'] ??
    '');

/** A date as it stands in the first element of a name, or in its `norm`. */
export const written = (
  element: XmlElement,
  from: string,
  ...names: string[]
): WrittenDate | undefined => {
  const found = first(element, ...names);
  const text = found === undefined ? '' : textOf(found).trim() || (found.attributes['norm'] ?? '');
  return text === '' ? undefined : { written: text, from };
};

/** The body of whatever is inlined: XHTML, NITF or plain text. */
export function bodyHtml(inline: XmlElement): string {
  const nitf = descendantsOf(inline, 'body.content')[0];
  const body = nitf ?? descendantsOf(inline, 'body')[0] ?? inline;
  return body.children.some(isElement)
    ? innerHtmlOf(body).replace(/<(\/?)hl2\b/gi, '<$1h2')
    : textOf(body);
}

/** The names of the bylines; else those of the creators. */
export const authorsOf = (
  bylines: readonly XmlElement[],
  creators: readonly XmlElement[],
): string[] => {
  const lines = bylines.map(nameOrText).filter((text) => text !== '');
  return lines.length > 0
    ? [...new Set(lines.flatMap((line) => nameList(line)))]
    : [...new Set(creators.map(nameOrText).filter((text) => text !== ''))];
};
