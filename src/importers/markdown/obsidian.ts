// Links and embeds in double square brackets, as Obsidian and other wikis of Markdown files write them.

import { mapOutsideCode } from './outside-code.ts';

/** `![[scan.png|The scan]]`, `[[Other note#Part|that one]]`. */
const brackets = /(!?)\[\[([^[\]|#^\n]*)((?:[#^][^[\]|\n]*)?)(?:\|([^[\]\n]*))?\]\]/g;

const picture = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** A link that is to become its text where no article is known under its name. */
const unsure = '?wikilink';

/**
 * Makes Markdown of double brackets: a picture is one that is looked for in the folders above, from the nearest
 * on; any other name is a link to the Markdown file of that name, if there is one.
 */
export function resolveWikiLinks(text: string): string {
  if (!text.includes('[[')) return text;
  return mapOutsideCode(text, (piece) =>
    piece.replace(
      brackets,
      (whole, embed: string, target: string, part: string, shown?: string) => {
        const name = target.trim();
        // A width or a size, `|300` or `|300x200`, is no description.
        const label = /^\s*\d+(?:x\d+)?\s*$/.test(shown ?? '') ? '' : (shown ?? '').trim();
        if (embed === '!' && picture.test(name))
          return `![${label}](${encodeURI(`/${name.replace(/^\.?\//, '')}`)})`;
        if (name === '') return part === '' ? whole : label || part.slice(1);
        const file = /\.md$/i.test(name) ? name : `${name}.md`;
        return `[${label || name}](${encodeURI(file).replace(/[?#()]/g, encodeURIComponent)}${unsure})`;
      },
    ),
  );
}

const unsureLink = /\[((?:[^[\]\\]|\\.)*)\]\([^()\s]*\?wikilink\)/g;

/** Leaves the text of links in double brackets that led to no article. */
export const dropUnsureLinks = (markdown: string): string =>
  markdown.includes(unsure) ? markdown.replace(unsureLink, '$1') : markdown;

/** Whether a link stood in double brackets. */
export const isUnsureLink = (address: string): boolean => address.endsWith(unsure);
