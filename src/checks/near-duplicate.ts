import type { Article } from '../article/article.ts';
import { compareNewestFirst } from '../article/article.ts';
import {
  alike,
  datesNear,
  likenessOf,
  mostOfADay,
} from '../importers/decisions/near-duplicates.ts';
import type { Problem } from '../problem.ts';

interface Compared {
  article: Article;
  signature: Uint32Array;
}

/**
 * A text of nearly the same words as one of the days around it is mostly one article twice. Each is told once, with the
 * one before it that is most like it.
 *
 * @param signatureIn what a text is compared by, see `checkText`; none where it is short
 */
export function nearDuplicate(
  articles: readonly Article[],
  signatureIn: (article: Article) => string | undefined,
): Problem[] {
  const byDate = new Map<string, Compared[]>();
  return articles
    .toSorted((a, b) => compareNewestFirst(b, a))
    .flatMap((article): Problem[] => {
      const encoded = signatureIn(article);
      if (encoded === undefined) return [];
      const signature = new Uint32Array(new Uint8Array(Buffer.from(encoded, 'base64')).buffer);
      const best = findMostAlike(
        signature,
        datesNear(article.date).flatMap((date) => byDate.get(date)?.slice(-mostOfADay) ?? []),
      );
      const ofDay = byDate.get(article.date);
      if (ofDay) ofDay.push({ article, signature });
      else byDate.set(article.date, [{ article, signature }]);
      return best ? [problemOf(article, best)] : [];
    });
}

function findMostAlike(
  signature: Uint32Array,
  candidates: readonly Compared[],
): { article: Article; likeness: number } | undefined {
  let best: { article: Article; likeness: number } | undefined;
  for (const { article, signature: other } of candidates) {
    const likeness = likenessOf(signature, other);
    if (likeness >= alike && likeness > (best?.likeness ?? 0)) best = { article, likeness };
  }
  return best;
}

const problemOf = (
  { file }: Article,
  { article, likeness }: { article: Article; likeness: number },
): Problem => ({
  place: { file },
  rule: 'near-duplicate',
  severity: 'warning',
  message:
    likeness === 1
      ? `The text is that of \`${article.file}\`.`
      : `The text is nearly that of \`${article.file}\`: about ${Math.round(likeness * 100)} in 100 runs of words are the same.`,
  fix: 'Delete one of the two where they are one article, and give its address to the `aliases` of the other. A reprint or a later edition is an article of its own.',
});
