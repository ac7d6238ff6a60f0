// NITF (https://iptc.org/standards/nitf/).

import { descendantsOf, type XmlElement } from '../xml/xml-tree.ts';
import { authorsOf, bodyHtml, first, textOfFirst, type NewsItem } from './news-item.ts';

/** A document of NITF on its own. */
export function readNitf(item: XmlElement): NewsItem {
  const head = first(item, 'head') ?? item;
  const docdata = first(head, 'docdata') ?? head;
  const attribute = (name: string, key: string): string | undefined =>
    first(item, name)?.attributes[key];
  const dates = [
    attribute('date.issue', 'norm'),
    attribute('pubdata', 'date.publication'),
    textOfFirst(item, 'story.date'),
  ];
  return {
    title: textOfFirst(first(item, 'body.head') ?? item, 'hl1') ?? textOfFirst(head, 'title'),
    dates: dates.map((text) =>
      text === undefined ? undefined : { written: text, from: 'date.issue' },
    ),
    authors: authorsOf(descendantsOf(item, 'byline'), []),
    tags: descendantsOf(docdata, 'keyword')
      .map(({ attributes }) => attributes['key'] ?? '')
      .filter((text) => text !== ''),
    lang: item.attributes['xml:lang'],
    dateline: textOfFirst(
      first(item, 'dateline') ?? { name: '', attributes: {}, children: [] },
      'location',
    ),
    status: attribute('docdata', 'management-status'),
    embargo: undefined,
    html: bodyHtml(item),
    source: {
      name: attribute('doc.copyright', 'holder') ?? attribute('pubdata', 'name'),
      id: attribute('doc-id', 'id-string'),
      licence: undefined,
    },
    summary: textOfFirst(first(item, 'body.head') ?? item, 'abstract'),
  };
}
