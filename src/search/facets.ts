import type { FacetColumn, Facets } from './format/facets.ts';
import type { IndexedArticle } from './indexed-article.ts';

/** Lists the sections, topics, authors and languages of articles, in their order. */
export function collectFacets(newestFirst: readonly IndexedArticle[]): Facets {
  return {
    sections: facet(newestFirst, ({ section }) => (section ? [section] : [])),
    tags: facet(newestFirst, ({ tags }) => tags),
    authors: facet(newestFirst, ({ authors }) => authors),
    languages: facet(newestFirst, ({ lang }) => [lang]),
  };
}

function facet(
  newestFirst: readonly IndexedArticle[],
  namesOf: (article: IndexedArticle) => readonly string[],
): FacetColumn {
  const places = new Map<string, number>();
  const rows = newestFirst.map((article) =>
    [...new Set(namesOf(article))].map((name) => {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    }),
  );
  return { names: [...places.keys()], rows };
}
