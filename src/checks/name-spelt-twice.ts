import type { Shelf } from '../archive/archive.ts';
import type { Article } from '../article/article.ts';
import { slugFor } from '../article/slug.ts';
import type { Problem } from '../problem.ts';

/** What articles share by name: the field, the word for one of it, and the shelves it makes. */
interface Kind {
  path: string;
  noun: string;
  shelves: ReadonlyMap<string, Shelf>;
  namesOf: (article: Article) => readonly string[];
}

/**
 * Names whose letters make the same address stand on one page. That is meant for `COVID-19` and `Covid-19`,
 * which should be written alike; of two different things it makes one.
 */
export function nameSpeltTwice(
  articles: readonly Article[],
  shelves: {
    topics: ReadonlyMap<string, Shelf>;
    sections: ReadonlyMap<string, Shelf>;
    authors: ReadonlyMap<string, Shelf>;
  },
): Problem[] {
  const kinds: Kind[] = [
    { path: 'topics', noun: 'tag', shelves: shelves.topics, namesOf: ({ tags }) => tags },
    {
      path: 'sections',
      noun: 'section',
      shelves: shelves.sections,
      namesOf: ({ section }) => (section === undefined ? [] : [section]),
    },
    {
      path: 'authors',
      noun: 'author',
      shelves: shelves.authors,
      namesOf: ({ authors }) => authors,
    },
  ];
  return kinds.flatMap((kind) => articles.flatMap((article) => spellings(article, kind)));
}

function spellings(article: Article, { path, noun, shelves, namesOf }: Kind): Problem[] {
  return namesOf(article).flatMap((name) => {
    const slug = slugFor(name);
    const shelf = shelves.get(slug);
    if (shelf === undefined || shelf.name === name) return [];
    const problem: Problem = {
      place: { file: article.file },
      rule: 'name-spelt-twice',
      severity: 'warning',
      message: `The ${noun} \`${name}\` is \`${shelf.name}\` in other articles; both stand on the page /${path}/${slug}/.`,
      mend: `Write \`${shelf.name}\`; or, where it is something else, a name with other letters.`,
    };
    return [problem];
  });
}
