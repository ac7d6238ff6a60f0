// NewsML-G2 (https://iptc.org/standards/newsml-g2/).

import { descendantsOf, type XmlElement } from '../xml/xml-tree.ts';
import {
  authorsOf,
  bodyHtml,
  first,
  nameOrText,
  textOfFirst,
  written,
  type NewsItem,
} from './news-item.ts';

/** A news item of NewsML-G2. */
export function readG2(item: XmlElement): NewsItem {
  const meta = first(item, 'contentmeta') ?? item;
  const content = first(item, 'contentset');
  const inline = content && first(content, 'inlinexml', 'inlinedata');
  return {
    title:
      textOfFirst(meta, 'headline') ??
      textOfFirst(first(item, 'itemmeta') ?? meta, 'title') ??
      inlineHeadline(inline),
    dates: [
      written(meta, 'contentCreated', 'contentcreated'),
      written(item, 'firstCreated', 'firstcreated'),
      written(item, 'versionCreated', 'versioncreated'),
    ],
    authors: authorsOf(descendantsOf(meta, 'by'), descendantsOf(meta, 'creator')),
    tags: [
      ...new Set(
        descendantsOf(meta, 'subject', 'keyword')
          .map(nameOrText)
          .filter((text) => text !== ''),
      ),
    ],
    lang: item.attributes['xml:lang'] ?? first(meta, 'language')?.attributes['tag'],
    dateline: textOfFirst(meta, 'located') ?? textOfFirst(meta, 'dateline'),
    status: first(item, 'pubstatus')?.attributes['qcode'],
    embargo: textOfFirst(item, 'embargoed'),
    html: inline === undefined ? '' : bodyHtml(inline),
    source: {
      name:
        textOfFirst(item, 'provider') ??
        first(item, 'provider')?.attributes['literal'] ??
        textOfFirst(item, 'copyrightholder'),
      id: item.attributes['guid'],
      version: item.attributes['version'],
      licence: textOfFirst(
        first(item, 'rightsinfo') ?? { name: '', attributes: {}, children: [] },
        'usageterms',
        'copyrightnotice',
      ),
    },
    summary: textOfFirst(meta, 'description'),
  };
}

const inlineHeadline = (inline: XmlElement | undefined): string | undefined =>
  inline === undefined
    ? undefined
    : (textOfFirst(inline, 'hl1') ?? textOfFirst(inline, 'h1') ?? textOfFirst(inline, 'title'));
