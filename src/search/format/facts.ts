/** What is known of articles beside their texts. */
export type FactName = 'sections' | 'tags' | 'authors' | 'languages';

export const factNames: readonly FactName[] = ['sections', 'tags', 'authors', 'languages'];

/** The names of a shard's articles, by column. */
export type Facts = Record<FactName, FactColumn>;

/** Names, and for each article the places of its names in that list. */
export interface FactColumn {
  names: string[];
  rows: number[][];
}
