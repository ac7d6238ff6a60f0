import { answerTo } from '../archive/old-addresses.ts';
import { paths } from '../archive/urls.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/**
 * Addresses are for ever: one that an article had when the site was built last, and that answers no longer, is told
 * with the line that keeps it. An article is known again by its file, by its text, or by headline and opening.
 *
 * @param before the articles of the last build
 */
export function addressGone(before: readonly Article[], articles: readonly Article[]): Problem[] {
  const published = articles.filter(({ draft }) => !draft);
  const answered = new Set(published.flatMap((article) => addressesOf(article).map(keyOf)));
  const knowAgain = recognizer(before, articles);
  return before.flatMap((old): Problem[] => {
    if (old.draft) return [];
    const gone = addressesOf(old).filter((address) => !answered.has(keyOf(address)));
    return gone.length > 0 ? [problem(old, knowAgain(old), gone)] : [];
  });
}

const addressesOf = (article: Article): string[] => [paths.article(article), ...article.aliases];

/** Two ways to write one address are one. */
function keyOf(address: string): string {
  const answer = answerTo(address);
  return answer ? ('file' in answer ? answer.file : answer.query) : address;
}

function recognizer(
  before: readonly Article[],
  articles: readonly Article[],
): (old: Article) => Article | undefined {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const oldFiles = new Set(before.map(({ file }) => file));
  const news = articles.filter(({ file }) => !oldFiles.has(file));
  const byDigest = new Map(news.map((article) => [article.digest, article]));
  const byWords = new Map(news.map((article) => [wordsOf(article), article]));
  return (old) => byFile.get(old.file) ?? byDigest.get(old.digest) ?? byWords.get(wordsOf(old));
}

const wordsOf = ({ title, summary }: Article): string => `${title}\n${summary}`;

function problem(old: Article, now: Article | undefined, gone: readonly string[]): Problem {
  const [first, ...others] = gone;
  const named = `${first}${others.length > 0 ? ` (and ${others.join(', ')})` : ''}`;
  const common = { rule: 'address-gone', severity: 'warning' as const };
  if (now?.draft) {
    return {
      ...common,
      place: { file: now.file, field: ['draft'] },
      message: `The article is a draft; its address ${named} does not answer any more.`,
      fix: 'Delete `draft: true`, unless it is to be withdrawn.',
    };
  }
  const kept = [...(now?.aliases ?? []), ...gone];
  const line = `\`aliases: [${kept.map(quote).join(', ')}]\``;
  return {
    ...common,
    place: { file: now?.file ?? old.file },
    message: now
      ? `The article was at ${named} before, which does not answer any more.`
      : `The article is not there any more; its address ${named} does not answer.`,
    fix: now
      ? `Write ${line} into its front matter: then it leads to the article.`
      : `Where another article takes its place, write ${line} into that one’s front matter.`,
  };
}

/** In a list within brackets YAML reads these signs otherwise. */
const quote = (address: string): string =>
  /[,[\]{}#&*!|>'"%@`?:]/.test(address) ? `'${address.replaceAll("'", "''")}'` : address;
