import type { Archive } from '../archive/archive.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** What articles share by name: the list of it, the word for one of it. */
interface Kind {
  path: 'topics' | 'sections' | 'authors';
  /** The field in which the names stand. */
  field: string;
  noun: string;
  namesOf: (article: Article) => readonly string[];
}

/** Names of the same letters stand on one page (see `archive/term-slugs.ts`) and should be written alike. */
export function nameSpeltTwice(
  articles: readonly Article[],
  archive: Pick<Archive, 'topics' | 'sections' | 'authors' | 'slugs'>,
): Problem[] {
  const kinds: Kind[] = [
    { path: 'topics', field: 'tags', noun: 'tag', namesOf: ({ tags }) => tags },
    {
      path: 'sections',
      field: 'section',
      noun: 'section',
      namesOf: ({ section }) => (section === undefined ? [] : [section]),
    },
    {
      path: 'authors',
      field: 'authors',
      noun: 'author',
      namesOf: ({ authors }) => authors,
    },
  ];
  return kinds.flatMap((kind) => articles.flatMap((article) => spellings(article, kind, archive)));
}

function spellings(
  article: Article,
  { path, field, noun, namesOf }: Kind,
  archive: Pick<Archive, Kind['path'] | 'slugs'>,
): Problem[] {
  return namesOf(article).flatMap((name) => {
    const slug = archive.slugs[path].get(name) ?? '';
    const term = archive[path].get(slug);
    if (term === undefined || term.name === name) return [];
    const problem: Problem = {
      place: { file: article.file },
      rule: 'name-spelt-twice',
      severity: 'warning',
      message: `Other articles spell the ${noun} \`${name}\` as \`${term.name}\`; both lead to the page /${path}/${slug}/.`,
      fix: `Write \`${term.name}\`; if you mean something else, choose a name with other letters.`,
      ...(path !== 'authors' &&
        isCaseAlone(name, term.name) && {
          autofix: { change: 'name', field, from: name, to: term.name },
        }),
    };
    return [problem];
  });
}

/** A person may be called de Vries, and another one De Vries; an accent may tell two words apart. */
const isCaseAlone = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
