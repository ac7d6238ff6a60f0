// Plain text: a date tag at its head, perhaps a headline on a line of its own, perhaps a few `Key: value`
// lines, then paragraphs. Everything is optional but the text.

import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { readDate } from '../dates/read-date.ts';
import { findDateInPath } from '../dates/date-in-path.ts';
import { findDateLine } from '../dates/date-line.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { makeDraft } from '../make-draft.ts';
import { refuse, warn, type Finding } from '../refuse.ts';
import { isHeadlineLine } from '../text/headline-line.ts';
import { printParagraphs, splitParagraphs } from '../text/paragraphs.ts';

interface Opening {
  title?: string | undefined;
  headlineFrom?: string | undefined;
  date?: WrittenDate | undefined;
  /** The word before the date. */
  label?: string | undefined;
  /** A second date below the first, as written. */
  secondDate?: { written: string; sameLabel: boolean } | undefined;
  authors?: string[] | undefined;
  dateline?: string | undefined;
  url?: string | undefined;
  name?: string | undefined;
  tags?: string[] | undefined;
  section?: string | undefined;
  updated?: string | undefined;
  slug?: string | undefined;
  summary?: string | undefined;
  lang?: string | undefined;
  rest: string;
}

const keyLine =
  /^:?(title|headline|by|byline|authors?|source|url|link|section|category|tags|keywords|slug|summary|description|lang|language|(?:last )?(?:updated|modified|revised))[ \t]*:[ \t]*(\S.{0,300})(?:\n|$)/i;

const byline =
  /^by[ \t]+(\p{Lu}[\p{L}.'’ -]{1,60}(?:(?:, | and )\p{Lu}[\p{L}.'’ -]{1,40})*)[ \t]*(?:\n|$)/iu;

/** Takes the lines that are not yet the story from the head of a text. */
function readOpening(text: string): Opening {
  const opening: Opening = { rest: text };
  for (let lines = 0; lines < 12; lines++) {
    const rest = opening.rest.replace(/^\s*\n/, '').replace(/^[ \t]+(?=\S)/, '');
    const key = keyLine.exec(rest);
    if (key) {
      takeKey(opening, key[1] ?? '', (key[2] ?? '').trim());
      opening.rest = rest.slice(key[0].length);
      continue;
    }
    const date = findDateLine(rest);
    if (date && opening.date) {
      if (date.label === undefined || opening.secondDate) break;
      opening.secondDate = { written: date.written, sameLabel: date.label === opening.label };
      opening.rest = date.rest;
      continue;
    }
    if (date) {
      opening.date = { written: date.written, from: date.from };
      opening.dateline = date.dateline;
      opening.label = date.label;
      opening.rest = date.rest;
      continue;
    }
    const by = opening.authors === undefined ? byline.exec(rest) : null;
    if (by) {
      opening.authors = splitNames(by[1] ?? '');
      opening.rest = rest.slice(by[0].length);
      continue;
    }
    if (opening.title === undefined && takeHeadlineLine(opening, rest)) continue;
    break;
  }
  return opening;
}

/** Takes a headline from the first line when it stands alone: before a blank line, a byline or a date. */
function takeHeadlineLine(opening: Opening, rest: string): boolean {
  const end = rest.indexOf('\n');
  if (end < 0) return false;
  const line = rest.slice(0, end);
  const below = rest.slice(end + 1);
  const standsAlone =
    /^(?:([=~#*-])\1{2,})?[^\S\n]*\n/.test(below) ||
    byline.test(below) ||
    findDateLine(below) !== undefined;
  if (!standsAlone || !isHeadlineLine(line, below)) return false;
  opening.title = line.trim();
  opening.headlineFrom = 'first line';
  // A headline may be underlined, as in reStructuredText.
  opening.rest = below.replace(/^([=~#*-])\1{2,}[ \t]*(?:\n|$)/, '');
  return true;
}

function takeKey(opening: Opening, key: string, value: string): void {
  switch (key.toLowerCase().replace('last ', '')) {
    case 'title':
    case 'headline':
      opening.title = value;
      opening.headlineFrom = 'title line';
      break;
    case 'by':
    case 'byline':
    case 'author':
    case 'authors':
      opening.authors = splitNames(value);
      break;
    case 'source':
      opening.name = value;
      break;
    case 'url':
    case 'link':
      opening.url = value;
      break;
    case 'slug':
      opening.slug = value;
      break;
    case 'summary':
    case 'description':
      opening.summary = value;
      break;
    case 'lang':
    case 'language':
      opening.lang = value;
      break;
    case 'updated':
    case 'modified':
    case 'revised':
      opening.updated = value;
      break;
    case 'section':
    case 'category':
      opening.section = value;
      break;
    default:
      opening.tags = value.split(/\s*[,;]\s*/).filter((tag) => tag !== '');
  }
}

const splitNames = (names: string): string[] =>
  names.split(/\s*(?:,|;| and | & )\s*/).filter((name) => name !== '');

const copy = 'Look for a better copy of the original, or leave it out.';

function read(text: string, context: ImportContext): Reading[] {
  if (text.trim() === '')
    return [refuse(context, { rule: 'empty', message: 'There is no text in it.', fix: copy })];
  const opening = readOpening(text);
  const inPath = findDateInPath(context.path);
  const date = draftDate(
    [opening.date, inPath && { written: inPath.date, from: inPath.from }],
    context,
    { line: 1 },
  );
  if ('finding' in date) return [refuse(context, date.finding)];
  const second = secondDate(opening, date.date, context);
  if (second?.rule === 'date-twice') return [refuse(context, second)];
  const body = printParagraphs(splitParagraphs(opening.rest));
  if (body === '' && opening.title === undefined) {
    const message = 'There is a date and no text.';
    return [refuse(context, { rule: 'body-missing', message, fix: copy })];
  }
  const { title, headlineFrom, summary, lang, authors, dateline, section, tags } = opening;
  return [
    makeDraft(
      {
        date,
        content: { markdown: body, notes: [], pictures: [] },
        fields: { title, summary, lang, authors, dateline, section, tags },
        updated: opening.updated,
        slug: opening.slug,
        source: { name: opening.name, url: opening.url },
        headline: `given (${headlineFrom})`,
        problems: [second, laterDate(text, opening.rest)]
          .filter((finding) => finding !== undefined)
          .map((finding) => warn(context, finding)),
        sample: opening.rest,
      },
      context,
    ),
  ];
}

/** Two dates behind the same word are a contradiction; any other second date is only told. */
function secondDate(opening: Opening, taken: string, context: ImportContext): Finding | undefined {
  const { date, secondDate: second } = opening;
  const read = second && readDate(second.written, context);
  if (!second || !read || ('date' in read && read.date === taken)) return undefined;
  return second.sameLabel
    ? {
        rule: 'date-twice',
        line: 1,
        message: `The text has two dates, \`${date?.written}\` and \`${second.written}\`.`,
        fix: 'Leave the right one in the original and import it again.',
      }
    : {
        rule: 'second-date-line',
        line: 1,
        message: `Below its date the text has another: \`${second.written}\`; the first counts.`,
        fix: 'Look at the original; if the other is the right one, write it into the article.',
      };
}

/** Says of a text in whose midst another seems to begin. */
function laterDate(text: string, rest: string): Finding | undefined {
  const found = /\n[^\S\n]*\n[ \t]*(date[ \t:]+\d{4}-\d{2}-\d{2})\b/i.exec(rest)?.[1];
  if (found === undefined) return undefined;
  return {
    rule: 'second-date-line',
    line: text.slice(0, text.indexOf(found)).split('\n').length,
    message: `A later paragraph begins with a date line, too: \`${found}\`.`,
    fix: 'One file is one article, dated by its first line. Cut the file in two if it holds two.',
  };
}

export const importer: Importer = {
  format: 'plain-text',
  reads: 'plain text, with a date line or a headline line at its head or without',
  recognise: ({ path }) => (/\.(?:txt|text)$/i.test(path) ? 50 : 1),
  read,
};
