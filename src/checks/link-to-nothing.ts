import type { Archive } from '../archive/archive.ts';
import { linkResolver, type FindFile, type Nowhere, type Target } from '../archive/links.ts';
import { answerTo, otherTopicAddresses } from '../archive/old-addresses.ts';
import { pageAt, type Outputs } from '../archive/outputs.ts';
import type { Article } from '../article/article.ts';
import type { TopicNote } from '../article/topic-notes.ts';
import type { Problem } from '../problem.ts';

interface Linked {
  archive: Archive;
  outputs: Outputs;
  findFile: FindFile;
  /** What the keeper says of topics: their other names have addresses, too. */
  topicNotes: readonly TopicNote[];
  /** The ids in an article's text to which a link may lead. */
  anchorsIn: (article: Article) => ReadonlySet<string>;
}

/** A link within the archive that leads nowhere is the archive's to fix; links elsewhere are not followed. */
export function linkToNothing(articles: readonly Article[], around: Linked): Problem[] {
  const resolve = linkResolver(articles, around.findFile);
  const isThere = addressFinder(articles, around);
  return articles.flatMap((article) =>
    article.references.flatMap(({ kind, address, line, column, isPartMissing }): Problem[] => {
      if (kind !== 'link') return [];
      const target = resolve(article, address);
      const why = isPartMissing ? 'part-missing' : whyNowhere(target, isThere, around);
      if (why === undefined) return [];
      return [
        {
          place: { file: article.file, line, column },
          rule: 'link-to-nothing',
          severity: 'warning',
          message: `The link to \`${address}\` leads nowhere: ${reasons[why].why}.`,
          fix: reasons[why].fix,
        },
      ];
    }),
  );
}

const reasons: Record<
  Nowhere | 'address-missing' | 'part-missing' | 'part-missing-there',
  { why: string; fix: string }
> = {
  'article-missing': {
    why: 'there is no such article',
    fix: 'Correct the name of its file, or delete the link.',
  },
  'file-missing': {
    why: 'there is no such file',
    fix: 'Put it beside the article, correct its name, or delete the link.',
  },
  'file-refused': {
    why: 'a file of that kind is not published',
    fix: 'Link to a PDF, picture, sound, film, text or archive; or put the file into `public/` and write its address from there.',
  },
  'file-elsewhere': {
    why: 'the file does not lie beside the article',
    fix: 'Put it into the folder of the article or below, or into `public/`.',
  },
  'scheme-refused': {
    why: 'addresses of that kind are left out of the page',
    fix: 'Write a web address, or one that begins with `mailto:` or `tel:`.',
  },
  'part-missing': {
    why: 'the article has no such part',
    fix: 'Correct it; or give the part that it should lead to a name: `## Heading {#name}`.',
  },
  'part-missing-there': {
    why: 'the article that it leads to has no such part',
    fix: 'Correct it; or give the part a name there: `## Heading {#name}`.',
  },
  'address-missing': {
    why: 'no page or file of this site has that address',
    fix: 'Correct it; or add it to the `aliases` of the article that it should lead to.',
  },
};

/** Why a link leads nowhere that leads to another part than the article's own; none where it leads somewhere. */
function whyNowhere(
  target: Target,
  isThere: (address: string) => boolean,
  { archive, anchorsIn }: Linked,
): keyof typeof reasons | undefined {
  if (target.kind === 'nowhere') return target.why;
  if (target.kind === 'address' && !isThere(target.path)) return 'address-missing';
  const [article, fragment] = articleOf(target, archive);
  return article === undefined ||
    isOfPage.test(fragment) ||
    anchorsIn(article).has(decode(fragment.slice(1)))
    ? undefined
    : 'part-missing-there';
}

/** A part of the page and not of the text: its top, what the site adds, or words that the browser looks for. */
const isOfPage = /^#?$|^#(?:top$|site-|:~:)/i;

/** The other article that a link leads to, and the part of it. */
function articleOf(target: Target, archive: Archive): [Article | undefined, string] {
  if (target.kind === 'article') return [target.article, target.fragment];
  if (target.kind !== 'address') return [undefined, ''];
  const [, path = '', fragment = ''] = /^([^?#]*)[^#]*(#.*)?$/s.exec(target.path) ?? [];
  return [archive.byId.get(decode(path).replace(/^\/+|\/+$/g, '')), fragment];
}

/** Makes a function that tells whether an address of this site answers. */
function addressFinder(
  articles: readonly Article[],
  { archive, outputs, topicNotes }: Linked,
): (address: string) => boolean {
  const old = new Set([
    ...articles.flatMap(({ aliases }) =>
      aliases.map((alias) => {
        const answer = answerTo(alias);
        return answer && ('file' in answer ? answer.file : answer.query);
      }),
    ),
    ...otherTopicAddresses(archive, topicNotes, 'en').map(({ file }) => file),
  ]);
  return (address) => {
    const written = address.replace(/#.*$/s, '');
    const answer = answerTo(written);
    if (answer && 'query' in answer) return old.has(answer.query);
    const path = decode(written.replace(/\?.*$/s, '')).replace(/^\/+|\/+$/g, '');
    if (path === '') return true;
    const index = `${path}/index.html`;
    if (old.has(path) || old.has(index)) return true;
    return [path, index].some((file) => {
      const holder = outputs.holderOf(file);
      if (holder?.kind !== 'page') return holder?.path === file.normalize('NFC');
      return isPageThere(file, archive);
    });
  };
}

/** Whether a page that an archive may have is there in this one. */
function isPageThere(file: string, archive: Archive): boolean {
  const own = pageAt(file);
  const [first = '', second = '', third] = file.replace(/\/?index\.html$/, '').split('/');
  const terms = { topics: archive.topics, sections: archive.sections, authors: archive.authors };
  if (first in terms) {
    // The pages of letters come and go with the names.
    if (second === '' || second.startsWith('~')) return true;
    return third === undefined || /^(?:\d{4}|feed\.xml)$/.test(third)
      ? terms[first as keyof typeof terms].has(second)
      : false;
  }
  if (/^\d{4}$/.test(first) && file.endsWith('index.html')) {
    const tag = [first, second, third].filter(Boolean).join('-');
    return archive.byYear.has(tag) || archive.byMonth.has(tag) || archive.byDay.has(tag);
  }
  return own !== undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
