// All feeds of the site by kind.

import type { Archive } from '../archive/archive.ts';
import type { FeedGroup, FeedLink } from '../archive/feeds/opml.ts';
import { feedPath, paths, termPath } from '../archive/urls.ts';
import { messages } from '../messages.ts';
import { site } from '../site.ts';
import type { Taxonomy } from '../archive/archive.ts';

/** Those of the archive as a whole come first; of its newest articles that in Atom stands for all formats. */
export function feedGroups(archive: Archive): FeedGroup[] {
  return [
    {
      title: site.name,
      page: paths.front,
      feeds: [
        { title: messages.feedTitle, path: paths.feed, page: paths.front },
        ofPage(messages.corrections, paths.corrections),
        ofPage(messages.onThisDay, paths.onThisDays),
      ],
    },
    ofTerms(archive, 'sections'),
    ofTerms(archive, 'topics'),
    ofTerms(archive, 'authors'),
    {
      title: messages.watches,
      page: paths.watches,
      feeds: site.watches.map(({ name, slug }) => ofPage(name, termPath(paths.watches, slug))),
    },
  ];
}

const ofPage = (title: string, page: string): FeedLink => ({ title, path: feedPath(page), page });

const ofTerms = (archive: Archive, kind: Taxonomy): FeedGroup => ({
  title: messages[kind],
  page: paths[kind],
  feeds: [...archive[kind].values()]
    .map(({ name, slug }) => ofPage(name, termPath(paths[kind], slug)))
    // By address: the order in which an archive has them changes with every article.
    .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
});
