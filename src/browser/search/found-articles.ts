// What is told of found articles: in the list of results, as counts of their names, in an export.

import type { FactColumn } from '../../search/format/manifest.ts';
import type { Answer, Hit } from './answers.ts';
import { cutExcerpt, markHeadline } from './excerpt.ts';
import type { Wanted } from './marking.ts';
import type { FoundArticle, ListedArticle, LostArticle } from './progress.ts';
import type { FactName } from './query.ts';

/** What the list of results shows of an article; where its text does not load, its date. */
export async function showArticle(
  { shard, position }: Hit,
  wanted: Wanted,
): Promise<FoundArticle | LostArticle> {
  try {
    const text = await shard.text(position);
    return {
      id: text.id,
      title: markHeadline(text.title, wanted),
      derived: text.derived === true,
      date: text.date,
      section: text.section,
      lang: text.lang,
      dir: text.dir,
      excerpt: cutExcerpt(text, wanted),
    };
  } catch (error) {
    console.warn('The text of an article did not load.', error);
    return { date: shard.dates[position] ?? '', lost: true };
  }
}

/** How many of the found articles have each name, most first. */
export async function countFacts(
  answers: readonly Answer[],
  column: FactName,
): Promise<{ name: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const { shard, mask } of answers) {
    if (!shard || !mask.includes(1)) continue;
    const facts = await shard.facts(column);
    for (const position of facts.rows.keys()) {
      if (mask[position] !== 1) continue;
      for (const name of namesOf(facts, position)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** What an export says of an article. */
export async function listArticle({ shard, position }: Hit): Promise<ListedArticle> {
  const { ids, titles } = await shard.cards();
  const names = async (column: FactName): Promise<string[]> =>
    namesOf(await shard.facts(column), position);
  return {
    id: ids[position] ?? '',
    title: titles[position] ?? '',
    date: shard.dates[position] ?? '',
    section: (await names('sections'))[0] ?? '',
    authors: await names('authors'),
    tags: await names('tags'),
    lang: (await names('languages'))[0] ?? '',
  };
}

const namesOf = ({ names, rows }: FactColumn, position: number): string[] =>
  (rows[position] ?? []).map((place) => names[place] ?? '');
