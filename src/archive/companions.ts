// Which topics go with a topic, a section or an author: those that stand on its articles more often than chance would
// have it. How much more often is called lift (association rules, Brin et al. 1997): `P(a and b) / (P(a) P(b))`.

import type { Archive, Term } from './archive.ts';

export interface Companion {
  name: string;
  slug: string;
  /** On how many of the term's articles it stands. */
  together: number;
  /** How many times as often as by chance: one of `steps`, the last that is reached. */
  lift: number;
}

/**
 * The lifts that are told. In steps, for the exact one changes with every article of the archive, and each page would be
 * made anew for it.
 */
const steps = [2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];

/** One article with both says nothing. */
const leastTogether = 2;

/**
 * Finds the topics that go with a term.
 *
 * @param limit at most so many, those first that tell most: by how often they stand together, and how much more often
 *   than by chance
 */
export function findCompanions(archive: Archive, term: Term, limit: number): Companion[] {
  const all = archive.newestFirst.length;
  const together = new Map<string, number>();
  for (const { tags } of term.articles) {
    for (const slug of new Set(tags.map((tag) => archive.slugs.topics.get(tag) ?? ''))) {
      together.set(slug, (together.get(slug) ?? 0) + 1);
    }
  }
  const found: Companion[] = [];
  for (const [slug, count] of together) {
    const topic = archive.topics.get(slug);
    if (!topic || topic === term || count < leastTogether) continue;
    const exact = (count * all) / (term.articles.length * topic.articles.length);
    const lift = steps.findLast((step) => step <= exact);
    if (lift !== undefined) found.push({ name: topic.name, slug, together: count, lift });
  }
  const worth = ({ together: count, lift }: Companion): number => count * Math.log2(lift);
  return found
    .toSorted((a, b) => worth(b) - worth(a) || (a.slug < b.slug ? -1 : 1))
    .slice(0, limit);
}
