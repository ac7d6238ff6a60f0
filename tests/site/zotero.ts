// The rules by which Zotero's "Embedded Metadata" and "RDF" translators make an item of a page, in the order in
// which they decide, for the metadata that our pages may carry.

import { metaOf } from './page-head.ts';

export interface ZoteroItem {
  itemType: string;
  title: string | undefined;
  publicationTitle: string | undefined;
  creators: { lastName: string; firstName?: string }[];
  date: string | undefined;
  section: string | undefined;
  language: string | undefined;
  rights: string | undefined;
  url: string | undefined;
}

/** Open Graph types that decide the item type at once, before Dublin Core is asked. */
const certain: Record<string, string> = {
  website: 'webpage',
  'video.movie': 'film',
  'video.episode': 'tvBroadcast',
  book: 'book',
};

const zoteroTypes = [
  'newspaperArticle',
  'magazineArticle',
  'journalArticle',
  'blogPost',
  'webpage',
];

export function zoteroItem(html: string): ZoteroItem {
  const first = (...names: string[]): string | undefined =>
    names.flatMap((name) => metaOf(html, name))[0];
  const ogType = first('og:type') ?? '';
  const dcType = first('DC.type') ?? '';
  let itemType =
    certain[ogType] ??
    (zoteroTypes.includes(dcType) ? dcType : undefined) ??
    (first('citation_title') === undefined ? undefined : 'journalArticle') ??
    (/wordpress|blogger/i.test(first('generator') ?? '') ? 'blogPost' : undefined) ??
    (ogType === 'article' ? 'newspaperArticle' : 'webpage');
  // A Highwire tag that names a container overrides everything.
  if (first('citation_journal_title') !== undefined) itemType = 'journalArticle';
  return {
    itemType,
    title: first('DC.title', 'citation_title', 'og:title'),
    publicationTitle: first('DC.source', 'og:site_name'),
    creators: metaOf(html, 'DC.creator').map((name) => {
      const [lastName = '', firstName] = name.split(', ');
      return firstName === undefined ? { lastName } : { lastName, firstName };
    }),
    date: first('article:published_time', 'DC.date'),
    section: first('article:section'),
    language: first('DC.language'),
    rights: first('DC.rights'),
    url: first('DC.identifier', 'og:url'),
  };
}
