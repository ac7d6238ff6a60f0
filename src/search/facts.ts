import type { FactColumn, Facts } from './format/facts.ts';
import type { IndexedArticle } from './indexed-article.ts';

/** Lists the sections, topics, authors and languages of articles, in their order. */
export function collectFacts(newestFirst: readonly IndexedArticle[]): Facts {
  return {
    sections: column(newestFirst, ({ section }) => (section ? [section] : [])),
    tags: column(newestFirst, ({ tags }) => tags),
    authors: column(newestFirst, ({ authors }) => authors),
    languages: column(newestFirst, ({ lang }) => [lang]),
  };
}

function column(
  newestFirst: readonly IndexedArticle[],
  namesOf: (article: IndexedArticle) => readonly string[],
): FactColumn {
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
