// RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, and an Atom document of one entry. Elements of the common
// extensions (Dublin Core, content, media) are understood where a feed has them.

import { readFeed, rootOf } from '../feed/read-feed.ts';
import type { Importer } from '../importer.ts';

export const importer: Importer = {
  format: 'feed',
  reads: 'feeds: RSS 0.9 to 2.0, Atom 0.3 and 1.0, and Atom entries by themselves',
  recognise({ text, path }) {
    const head = text
      .slice(0, 8000)
      .replace(/<!--[\s\S]*?-->/g, '')
      .trimStart();
    const root = rootOf(head);
    const startsAsXml =
      /^(?:<\?xml|<!DOCTYPE (?!html)|<(?:rss|rdf:RDF|(?:[\w-]+:)?(?:feed|entry))\b)/i.test(head);
    if (root !== undefined && root !== 'channel' && startsAsXml)
      return /xmlns:wp=/.test(head) && root !== 'feed' ? 60 : 90;
    return /\.(?:rss|atom|rdf)$/i.test(path) ? 80 : 0;
  },
  read: (text, context) => readFeed(text, context),
};
