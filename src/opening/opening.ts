// What the opening of a text gives when its source has no headline and no summary.

import { cutWhole, firstSentence } from './sentences.ts';
import { oneLine } from '../markdown/text-of-node.ts';

/** A derived headline is at most this many characters long. */
export const longestHeadline = 80;

/** A summary made from the opening is at most this many characters long. */
const longestSummary = 200;

/** English words that open a clause which only leads up to the news: "In a meeting that …, X did Y". */
const leadIn =
  /^(?:in|on|at|after|before|as|when|while|with|following|despite|during|amid|according to|under|since|although|though|for|by|from|because of|due to|if|once|until|earlier|late|early|throughout|over(?= (?:the|a) )|(?:today|yesterday|recently)(?=,))\b/i;

/** Words that begin a part of the sentence which cannot stand without the part before it. */
const continuation = /^(?:and|but|or|nor|so|yet|which|who|whose|whom|where|then|than)\b/i;

/** English words before which a headline may end and still be whole. */
const joint =
  /^(?:as|at|in|on|for|with|by|after|before|when|while|which|who|where|because|over|during|following|into|since|against|amid|outside|across|under|through|within|near|despite|including)$/i;

/**
 * A word that may be the verb of a headline, in English. Without one, a piece of a sentence is a name and
 * what it is: "Mozilla Firefox 1.0, a free web browser".
 */
const verb =
  /[’'](?:re|ve|ll|m)\b|\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|says?|said|got|made|took|takes|goes|went|comes|came|wins|won|finds|found|holds|held|begins|began|becomes|became|gives|gave|sets|leaves|rose|rises|fell|falls|hit|hits|broke|breaks|met|meets|shows|told|tells|kept|keeps|saw|sees|died|dies|kills|announces|opens|closes|buys|sells|sold|bought|calls|led|leads|lost|loses|sent|spent|seeks|sought|drove|drives|stood|stands|ran|runs|[a-z]{3,}ed)\b/;

/** Words that want something behind them. */
const unfinished =
  /^(?:said|says|met|reported|announces|announced|told|found|makes|made|judged|hereby|[a-z]{3,}ing)$/;

/** English words before a comma that want the rest of the sentence: "Debian has, as the result of …". */
const interrupted = /\b(?:has|have|had|is|are|was|were|will|would|can|could|may|must|should),/;

const mayStandAlone = (text: string, language: string): boolean =>
  !/^en\b/.test(language) || (verb.test(text) && !interrupted.test(text));

/** Whether the beginning of a sentence says something whole: what `that` begins in it has a verb, too. */
const isWhole = (text: string, language: string): boolean =>
  mayStandAlone(text, language) && mayStandAlone(text.split(/\bthat\b/).at(-1) ?? '', language);

/** Titles and initials that belong to the word behind them. */
const shortForm = /^(?:(?:\p{Lu}\.)+|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|St\.?|Gen\.?|Sen\.?|Gov\.?|No\.?)$/u;

/** A capital, or a particle that stands in the midst of a name: "Johan van Velzen". */
const namePart = /^(?:\p{Lu}|(?:van|von|del|der|den|da|di|do|dos|bin|ibn|al|ten|ter)$)/u;

/**
 * The place line of an agency's report, `MIDDELBURG, Feb. 1 (ANP) --`, and the salutation of a letter: they
 * stand before the news.
 */
const before =
  /^(?:(?:Image|Photo|Picture|Foto|Bild): [^.]{3,200}\. (?=\p{Lu})|\p{Lu}[\p{Lu} .'’-]{2,30}(?:, [\p{L} .]{2,30}?)?(?:, \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)?\.? ?(?:\([^)]{1,30}\) ?)?(?:--|[—–-]) |Dear [^,.]{2,60}, )/u;

/** Words that may not stand last in a headline. */
const dangling =
  /^(?:a|an|the|and|but|or|as|at|in|on|for|from|with|by|to|of|its|his|her|their|that|which|who|is|was|were|are|has|have|had|been|be|will|would|it|he|she|they|this|these|more|than|le|la|les|un|une|des|du|de|et|à|der|die|das|ein|eine|und|el|los|las|y|em|e|o|os|as)$/i;

/**
 * Derives a headline from the opening of a text: the first sentence, or of a long one the clause that
 * carries the news, at most 80 characters of whole words. It is always a piece of the sentence as it
 * stands, its first letter raised; where it stops in the middle of a clause an ellipsis says so.
 *
 * @returns none where the text has no letter or figure
 */
export function deriveHeadline(text: string, language: string): string | undefined {
  const opening = withoutNote(oneLine(text).replace(before, ''), language);
  const sentence = firstSentence(opening, language).replace(/[\s.。।॥۔።։။།:;,、，،؛]+$/u, '');
  if (!/[\p{L}\p{N}]/u.test(sentence)) return undefined;
  if (sentence.length <= longestHeadline) return raiseFirst(sentence, language);
  const news = raiseFirst(withoutLeadIn(sentence, language), language);
  return news.length <= longestHeadline ? news : shortenToClause(news, language);
}

/** A note of the editor's about the text, which is not the text. */
const note =
  /^(?:Editor['’]s note\b|(?:This|The following)(?: \p{L}+)? (?:was|is|has been|were) (?:originally|first|also|previously|re-?published|cross-?posted)\b)/iu;

function withoutNote(text: string, language: string): string {
  if (!note.test(text)) return text;
  const rest = text.slice(firstSentence(text, language).length).trim();
  return rest === '' ? text : rest;
}

/** A clause of this length or more is the news; a shorter one seldom is. */
const shortestNews = 30;

/** The sentence without the clause that only leads up to the news, where the rest can stand alone. */
function withoutLeadIn(sentence: string, language: string): string {
  if (!leadIn.test(sentence)) return sentence;
  const clauses = cutIntoClauses(sentence);
  let dropped = 1;
  // The year of "On January 1, 2002, twelve countries …" belongs to the day, and so does all of a date that
  // follows: "Today, Sunday 31st August 2014, the meeting …".
  while (/^\s*(?:(?:\p{L}+ )?\d{1,2}\w* \p{L}+ )?\d{4},$/u.test(clauses[dropped] ?? '')) dropped++;
  const rest = clauses.slice(dropped).join('').trim();
  const isNews =
    rest.length >= shortestNews &&
    !continuation.test(rest) &&
    !/^\p{L}+, (?:\p{L}+, )*and\b/u.test(rest) &&
    mayStandAlone(rest, language);
  return isNews ? rest : sentence;
}

/** Cuts after commas, semicolons, colons and dashes that are followed by a blank (or are full-width). */
function cutIntoClauses(sentence: string): string[] {
  return sentence.split(/(?<=[,;:،؛](?=\s)|[，；：、]|\s[–—](?=\s))/u);
}

function shortenToClause(news: string, language: string): string {
  let whole = '';
  for (const clause of cutIntoClauses(news)) {
    if ((whole + clause).replace(/[\s,;:–—،؛，；：、]+$/u, '').length > longestHeadline) break;
    whole += clause;
  }
  whole = whole.replace(/[\s,;:–—،؛，；：、]+$/u, '');
  // A clause shorter than this is seldom the news: "Washington, Jan. 4", "Yesterday".
  if (whole.length >= 40 && isWhole(whole, language) && !/:\/\/\S*$/.test(whole)) return whole;
  return shortenToWords(news, language);
}

function shortenToWords(news: string, language: string): string {
  const words = news.split(' ');
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    if (length + word.length + 1 > longestHeadline - 1) break;
    kept.push(word);
    length += word.length + 1;
  }
  if (kept.length === 0) return `${cutWhole(news, longestHeadline - 1, language)}…`;
  for (let end = kept.length; end >= Math.ceil(kept.length * 0.6); end--) {
    const piece = kept
      .slice(0, end)
      .join(' ')
      .replace(/[,;:–—]+$/u, '');
    const last = kept[end - 1] ?? '';
    const endsWell = joint.test(words[end] ?? '') && !dangling.test(last) && !unfinished.test(last);
    if (endsWell && isWhole(piece, language)) return piece;
  }
  dropDangling(kept, words[kept.length]);
  return `${kept.join(' ').replace(/[,;:–—]+$/u, '')}…`;
}

/** Takes from the end what wants the next word: a preposition, an initial, half of a name. */
function dropDangling(kept: string[], next: string | undefined): void {
  const fewest = Math.ceil(kept.length / 2);
  let following = next;
  while (kept.length > fewest) {
    const last = kept.at(-1) ?? '';
    const isHalfName =
      namePart.test(last) && namePart.test(following ?? '') && !/[,;:]$/.test(last);
    if (!dangling.test(last) && !shortForm.test(last) && !isHalfName) return;
    following = kept.pop();
  }
}

/**
 * Makes a summary from the opening of a text: whole sentences where they fit in 200 characters, else whole
 * words and an ellipsis.
 */
export function deriveSummary(text: string, language: string): string {
  const opening = oneLine(text);
  if (opening.length <= longestSummary) return opening;
  const first = firstSentence(opening, language);
  if (first.length >= 80 && first.length <= longestSummary) return first;
  const second = firstSentence(opening.slice(first.length), language);
  if (first.length < 80 && first.length + 1 + second.length <= longestSummary) {
    return `${first} ${second}`.trim();
  }
  const cut = cutWhole(opening, longestSummary - 1, language);
  const space = cut.lastIndexOf(' ');
  return `${(space > 100 ? cut.slice(0, space) : cut).replace(/[\s,;:–—]+$/u, '')}…`;
}

/** Georgian has capitals for headlines in nothing but capitals. */
const raiseFirst = (text: string, language: string): string =>
  text.replace(/^(?!\p{Script=Georgian})\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
