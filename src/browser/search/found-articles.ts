// What is told of found articles: in the list of results, as counts of their names, in an export.

import type { FacetColumn } from '../../search/format/facets.ts';
import type { ArticleText } from '../../search/format/manifest.ts';
import type { Answer, Hit } from './answers.ts';
import { cutExcerpt, markHeadline } from './excerpt.ts';
import { findItem, type Wanted } from './marking.ts';
import type { FoundArticle, ListedArticle, LostArticle } from './progress.ts';
import type { FacetName } from './query.ts';
import { wordsOf } from '../../search/format/text-words.ts';

/** What the list of results shows of an article; where its text does not load, its date. */
export async function showArticle(hit: Hit, wanted: Wanted): Promise<FoundArticle | LostArticle> {
  try {
    return describe(await readFor(hit, wanted), wanted);
  } catch (error) {
    console.warn('The text of an article did not load.', error);
    return { date: hit.shard.dates[hit.position] ?? '', lost: true };
  }
}

/** Reads a text; the whole of a long one only where its beginning lacks something of what is wanted. */
export async function readFor(
  { shard, position }: Pick<Hit, 'shard' | 'position'>,
  wanted: Wanted,
): Promise<ArticleText> {
  const { article, whole } = await shard.text(position);
  if (!whole || wanted.length === 0) return article;
  const words = wordsOf(`${article.title}\n${article.content}`);
  return wanted.every((item) => findItem(words, item).length > 0) ? article : whole();
}

const describe = (text: ArticleText, wanted: Wanted): FoundArticle => ({
  id: text.id,
  title: markHeadline(text.title, wanted),
  derived: text.derived === true,
  date: text.date,
  section: text.section,
  lang: text.lang,
  dir: text.dir,
  excerpt: cutExcerpt(text, wanted),
  thumbnail: text.thumbnail,
});

/** How many of the found articles have each name, most first. */
export async function countFacets(
  answers: readonly Answer[],
  facet: FacetName,
): Promise<{ name: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const { shard, mask } of answers) {
    if (!mask.includes(1)) continue;
    const values = await shard.facets(facet);
    for (const position of values.rows.keys()) {
      if (mask[position] !== 1) continue;
      for (const name of namesOf(values, position)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** What an export says of an article. */
export async function listArticle({ shard, position }: Hit): Promise<ListedArticle> {
  const {
    id,
    title,
    date,
    section = '',
    authors,
    tags,
    lang,
  } = (await shard.text(position)).article;
  return { id, title, date, section, authors, tags, lang };
}

const namesOf = ({ names, rows }: FacetColumn, position: number): string[] =>
  (rows[position] ?? []).map((place) => names[place] ?? '');
