import type { NewsItem } from './news-item.ts';

/** A list of one item, as reference managers read it (CSL-JSON, https://github.com/citation-style-language/schema). */
export const printCslJson = (item: NewsItem): string => `${JSON.stringify([item], undefined, 2)}\n`;
