// The links of articles to each other, which named old addresses or the files of the originals. One whose article
// is known leads to its new address at once; another waits until the run has read everything.

import type { Problem } from '../../problem.ts';
import { warn } from '../refuse.ts';
import { hostOf, isWhole, LinkMap, type LinkPlace, type LinkTarget } from './link-map.ts';
import { mapLinks } from './links-in-text.ts';
import { dropUnsureLinks, isUnsureLink } from '../markdown/obsidian.ts';

/** An article with links that could not be resolved when it was written. */
export interface Waiting {
  /** The article's file below the content folder. */
  file: string;
  place: LinkPlace;
  line?: number | undefined;
}

export class ArticleLinks {
  /** How many links lead to new addresses. */
  resolved = 0;
  private readonly map = new LinkMap();
  private readonly waiting: Waiting[] = [];

  /** Makes an article known; `replaced` is the file it had, where it moves. */
  add(target: LinkTarget, replaced?: string): void {
    this.map.add(target, replaced);
  }

  /**
   * Resolves the links of a body.
   *
   * @param isAll whether all articles they may lead to are known
   * @returns the body; and the links that stay as they are though they may lead to an article
   */
  resolve(body: string, place: LinkPlace, isAll: boolean): { body: string; open: string[] } {
    const open: string[] = [];
    const changed = mapLinks(body, (address) => {
      const found = this.map.resolve(address, place, isAll);
      if (found === undefined) {
        if (!isWhole(address) || hostOf(address) === hostOf(place.url)) open.push(address);
      } else if (found !== address) this.resolved++;
      return found;
    });
    return { body: isAll ? dropUnsureLinks(changed) : changed, open };
  }

  /** Remembers an article that was written with open links. */
  wait(waiting: Waiting): void {
    this.waiting.push(waiting);
  }

  /** The articles whose links are to be tried again, each once. */
  takeWaiting(): Waiting[] {
    return this.waiting.splice(0);
  }
}

/** Says which links of an article lead to what is not here; links to other sites are none of them. */
export function deadLinks(open: readonly string[], { place, line }: Waiting): Problem | undefined {
  const dead = open.filter((address) => !isWhole(address) && !isUnsureLink(address));
  if (dead.length === 0) return undefined;
  return warn(
    { path: place.original },
    {
      rule: 'link-leads-nowhere',
      line,
      message: `${dead.length === 1 ? 'A link leads' : `${dead.length} links lead`} to what is not in the archive: \`${dead[0]}\`.`,
      fix: 'Import what it leads to and take this again with `--update`, or correct the link in the article.',
    },
  );
}
