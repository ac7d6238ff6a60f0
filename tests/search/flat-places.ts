import type { Places } from '../../src/search/format/postings.ts';

/** Places as lists are printed of them, from a list of them for each article. */
export const flatPlaces = (ofArticles: readonly (readonly number[])[]): Places => ({
  counts: ofArticles.map(({ length }) => length),
  places: ofArticles.flat(),
});
