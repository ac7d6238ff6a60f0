// What is known of an article's text besides its fields. Where a text is plain all of it is known without reading
// it as Markdown, which an archive of 100,000 articles would feel.

import { openingOf, plainOpening } from '../opening/opening-text.ts';
import { anchorsOf } from '../markdown/render-markdown.ts';
import { readMarkdown, type ReadText } from '../markdown/read-markdown.ts';
import type { Reference } from '../markdown/references.ts';
import { hasUnspaced } from '../markdown/scripts.ts';
import { textOf } from '../markdown/text-of-node.ts';
import { countWords } from '../markdown/word-count.ts';

export interface BodyFacts {
  /** At least 200 characters of its beginning where it has them; paragraphs are divided by empty lines. */
  opening: string;
  words: number;
  /** What it refers to within the archive, with lines and columns counted in the body. */
  references: Reference[];
}

/**
 * Reads what a text says of itself, by its tree only where its marks demand it.
 *
 * @param withOpening whether the opening is asked for; else it is empty
 */
export function readBodyFacts(body: string, { withOpening }: { withOpening: boolean }): BodyFacts {
  let read: ReadText | undefined;
  const whole = (): ReadText => (read ??= readMarkdown(body));
  return {
    opening: withOpening ? (plainOpening(body) ?? openingOf(whole().tree)) : '',
    words: countWords(hasPlainWords(body) ? body : textOf(whole().tree)),
    references: mayRefer.test(body) ? withMissingParts(whole().references, body) : [],
  };
}

/** The part of a text that an address leads to; none where it leads elsewhere, to the top or to words. */
const partOf = (address: string): string | undefined =>
  /^#(?!top$|:~:)./i.test(address) ? decode(address.slice(1)) : undefined;

/** Says of links to a part of the text itself which of them it does not have. */
function withMissingParts(references: Reference[], body: string): Reference[] {
  if (!references.some(({ address }) => partOf(address) !== undefined)) return references;
  const anchors = anchorsOf(body);
  return references.map((reference) => {
    const part = reference.kind === 'link' ? partOf(reference.address) : undefined;
    return part === undefined || anchors.has(part)
      ? reference
      : { ...reference, isPartMissing: true };
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The opening alone. */
export const openingText = (body: string): string =>
  plainOpening(body) ?? openingOf(readMarkdown(body).tree);

/**
 * Marks that hold letters or figures nobody reads, or divide words: HTML, character references, escapes, pictures,
 * notes, definitions and references, links whose address or text is not in one piece, struck words, fences with a
 * language, numbers of lists, tables, code.
 */
const marksAddWords =
  /[<&\\|`]|~~|!\[|\[\^|\]:|\]\[|\]\([^)]*[\s<([\u0E00-\u{10FFFF}]|[\s[][^\p{L}\p{N}\s]{0,80}\]\(|^[ \t>*+-]*\d{1,9}[.)](?:\s|$)/mu;

/** Whether a text has the same words with Markdown's marks and without. */
const hasPlainWords = (body: string): boolean =>
  !marksAddWords.test(body) && !(body.includes('](') && hasUnspaced(body));

/** A link or picture that may lead to something of this archive: not plainly to another host. */
const mayRefer =
  /\]\((?!\s*(?:https?:|mailto:))|\]:(?!\s*(?:https?:|mailto:))|<(?:a|img)\s|<(?!https?:|mailto:)[a-z][a-z0-9+.-]{1,31}:/i;
