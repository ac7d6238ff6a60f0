/** What is known of articles beside their texts. */
export type FacetName = 'sections' | 'tags' | 'authors' | 'languages';

export const facetNames: readonly FacetName[] = ['sections', 'tags', 'authors', 'languages'];

/** The names of a shard's articles, by facet. */
export type Facets = Record<FacetName, FacetColumn>;

/** Names, and for each article the places of its names in that list. */
export interface FacetColumn {
  names: string[];
  rows: number[][];
}
