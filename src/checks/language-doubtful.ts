import type { Article } from '../article/article.ts';
import { detectLanguage } from '../importers/text/language.ts';
import type { Problem } from '../problem.ts';
import type { TextBelow } from './text-checks.ts';

/** The languages that the detector tells apart (eld). A text in another one it takes for the nearest of these. */
const told = new Set(
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  ),
);

/** Languages so near to each other that a name or a quotation turns the scale. */
const near = [
  'da no nb nn sv',
  'ca es gl pt',
  'bs hr sl sr',
  'cs sk',
  'id ms',
  'be ru uk',
  'fa ur',
].map((group) => group.split(' '));

/** The first look is at this many characters; most texts are told by them to be in their language. */
const glance = 240;

/** How far into a text its second sample begins, in characters. */
const further = 800;

const names = new Intl.DisplayNames('en', { type: 'language' });

/** A text whose beginning and whose middle both read as one language, and not as the article's. */
export function languageDoubtful(
  { file, lang }: Article,
  { body, linesAbove }: TextBelow,
): Problem[] {
  const given = new Intl.Locale(lang).language;
  const opening = proseOf(body);
  const atGlance = detectLanguage(opening.slice(0, glance));
  if (atGlance === undefined || isOf(given, atGlance)) return [];
  const found = detectLanguage(opening);
  if (found === undefined || isOf(given, found) || !couldBeTold(given, found)) return [];
  const second = detectLanguage(proseOf(body.slice(further)));
  if (second !== undefined && second !== found) return [];
  return [
    {
      place: { file, line: linesAbove + 1 },
      rule: 'language-doubtful',
      severity: 'warning',
      message: `The text reads as ${names.of(found)}, and its article is in ${names.of(lang)} (\`lang: ${lang}\`).`,
      fix: `Write \`lang: ${found}\` into its front matter, if that is so: search, hyphens and reading aloud follow it.`,
    },
  ];
}

const isOf = (given: string, found: string): boolean =>
  given === found || near.some((group) => group.includes(given) && group.includes(found));

/** The detector's word counts where it knows the article's language, or where the two are written in different scripts. */
const couldBeTold = (given: string, found: string): boolean =>
  told.has(given) || scriptOf(given) !== scriptOf(found);

const scriptOf = (language: string): string | undefined =>
  new Intl.Locale(language).maximize().script;

/** Without what is in no language: code, addresses, marks of Markdown and tags. */
const proseOf = (body: string): string =>
  body
    .slice(0, 1_500)
    .replace(/```[^]*?(?:```|$)|`[^`\n]*`|<[^>]*>|\]\([^)]*\)|https?:\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
