import { mapOutsideCode } from '../markdown/outside-code.ts';

/** Where a link leads: behind `](`, in a definition of a reference, in `href`; in `<…>` with blanks, too. */
const destinations =
  /(\]\(\s*<)([^<>\n]+)|(\]\(\s*)([^\s()<>"]+(?:\([^\s()<>]*\)[^\s()<>"]*)*)|(^ {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*<?)([^\s<>]+)|(<a\s[^<>]*?\bhref=")([^"<>]+)/gim;

const media = /\.(?:jpe?g|png|gif|webp|avif|svg|pdf|mp[34]|ogg|zip|docx?|xlsx?|pptx?)(?:[?#]|$)/i;

/** Whether a link may lead to another article: neither within the page, nor to a file, nor to the front page. */
const mayLeadToArticle = (address: string): boolean =>
  !/^(?:#|\.?\/?$|(?!https?:)[a-z][a-z0-9+.-]*:)/i.test(address) && !media.test(address);

/**
 * Changes where the links of a Markdown text lead, outside of code.
 *
 * @param change gives the new destination; none where the link stays
 */
export function mapLinks(text: string, change: (address: string) => string | undefined): string {
  if (!/\]\(|\]:|<a\s/i.test(text)) return text;
  return mapOutsideCode(text, (piece) =>
    piece.replace(destinations, (whole, ...parts: (string | number | undefined)[]) => {
      // The parts are pairs, of which one matches: what stands before a destination, and the destination.
      const at = parts.findIndex((part) => part !== undefined);
      const address = String(parts[at + 1] ?? '');
      const changed = mayLeadToArticle(address) ? change(address) : undefined;
      return changed === undefined ? whole : `${parts[at]}${changed}`;
    }),
  );
}
