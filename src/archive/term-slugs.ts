// Which names stand on one page, and at which address. A slug is a transcription, and different names may have the
// same: 权利 and 权力 are both `quan-li`. Names are one where they are spelt with the same letters; upper and lower
// case, signs and blanks between words do not count, and of Latin letters neither do accents, for a name is often
// written without: `Kraków` and `Krakow`. Two names with different accents, `Bình` and `Bính`, are two.

import { hash } from 'node:crypto';
import anyAscii from 'any-ascii';
import { slugFor } from '../article/slug.ts';

const cased = (text: string): string => text.normalize('NFKC').toUpperCase().toLowerCase();

/** A name by its letters, with their accents. */
const spellingOf = (name: string): string => cased(name).replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '');

/** A name by its letters, Latin ones without accents: names with different ones never stand on one page. */
export const lettersOf = (name: string): string =>
  spellingOf(name)
    .normalize('NFKD')
    .replace(/\p{Script=Latin}\p{M}*/gu, (letter) =>
      anyAscii(letter.normalize('NFC')).toLowerCase(),
    )
    .normalize('NFC');

/** Names that stand on one page. */
interface Group {
  /** The same whatever other names there are. */
  key: string;
  names: string[];
}

/**
 * Gives each name the slug of its page.
 *
 * @param oldestFirst all names, each once, in the order in which they came into the archive. Of names with one
 *   transcription the first has it as its slug; to those after it a digest of their letters is added. So no name that
 *   comes later takes an address away.
 */
export function slugsOfNames(oldestFirst: Iterable<string>): Map<string, string> {
  const bySlug = Map.groupBy(oldestFirst, slugFor);
  const slugs = new Map<string, string>();
  for (const [slug, names] of bySlug) {
    groupNames(names).forEach(({ key, names: ofGroup }, i) => {
      const own = i === 0 ? slug : distinctSlug(slug, key, bySlug);
      for (const name of ofGroup) slugs.set(name, own);
    });
  }
  return slugs;
}

function groupNames(names: readonly string[]): Group[] {
  if (names.length === 1) return [{ key: '', names: [...names] }];
  const groups: Group[] = [];
  for (const [letters, alike] of Map.groupBy(names, lettersOf)) {
    const spellings = Map.groupBy(alike, spellingOf);
    const accented = [...spellings.keys()].filter((spelling) => spelling !== letters);
    if (accented.length <= 1) groups.push({ key: letters, names: alike });
    else for (const [key, ofSpelling] of spellings) groups.push({ key, names: ofSpelling });
  }
  return groups;
}

/** `quan-li-8k2f`: four figures and letters of a SHA-256, more where these are taken. */
function distinctSlug(slug: string, key: string, taken: ReadonlyMap<string, unknown>): string {
  const digest = BigInt(`0x${hash('sha256', key)}`).toString(36);
  for (let length = 4; ; length++) {
    const own = `${slug}-${digest.slice(-length)}`;
    if (!taken.has(own) || length >= digest.length) return own;
  }
}
