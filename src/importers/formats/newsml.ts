// NewsML-G2 of the IPTC (newsItem, alone or in a newsMessage), its forerunner NewsML 1.2, and NITF documents.

import { draftDate } from '../dates/draft-date.ts';
import { embargoOf } from '../dates/embargo.ts';
import { summaryOnly } from '../fields/summary-only.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { makeDraft } from '../make-draft.ts';
import { readG2 } from '../newsml/g2.ts';
import { readNewsMl1 } from '../newsml/newsml-1.ts';
import { readNitf } from '../newsml/nitf.ts';
import { refuse, warn } from '../refuse.ts';
import { bodyOf } from '../text/body-of.ts';
import {
  childOf,
  isElement,
  XmlPartReader,
  type XmlElement,
  type XmlPart,
} from '../xml/xml-tree.ts';

/** Names are compared without prefixes, which differ from agency to agency. */
function bare(element: XmlElement): XmlElement {
  return {
    ...element,
    name: element.name.replace(/^.*:/, ''),
    children: element.children.map((child) => (isElement(child) ? bare(child) : child)),
  };
}

function readPart(
  { element, raw, line }: XmlPart,
  number: number,
  count: number,
  context: ImportContext,
): Reading {
  const plain = bare(element);
  const isG2 = childOf(plain, 'itemmeta', 'contentmeta', 'contentset', 'itemset') !== undefined;
  const news = plain.name === 'nitf' ? readNitf(plain) : isG2 ? readG2(plain) : readNewsMl1(plain);
  const item = count === 1 ? undefined : `item ${number}`;
  const refused = (rule: string, message: string, fix: string): Reading => ({
    ...refuse(context, { rule, line, item, message, fix }),
    part: raw,
  });
  const date = draftDate(news.dates, context, { line });
  if ('finding' in date) return { ...refuse(context, { ...date.finding, line, item }), part: raw };
  if (news.status !== undefined && /cancel|withheld/i.test(news.status)) {
    return refused(
      'news-item-withdrawn',
      `The agency has marked the item as ${news.status}.`,
      'Leave it out; if an earlier version is in the archive, add a correction to it.',
    );
  }
  const body = bodyOf(news.html, /<\w/.test(news.html) ? 'html' : 'plain');
  const isDescription = body.markdown === '' && news.summary !== undefined;
  const content = isDescription ? bodyOf(news.summary ?? '', 'plain') : body;
  if (news.title === undefined && content.markdown === '') {
    return refused(
      'item-empty',
      'The news item has neither a headline nor a text.',
      'Leave it out; pictures and packages are no articles.',
    );
  }
  const embargo = embargoOf(news.embargo, context, line);
  return makeDraft(
    {
      item,
      line,
      part: count === 1 ? undefined : raw,
      date,
      content,
      fields: {
        title: news.title,
        summary: isDescription ? undefined : news.summary,
        authors: news.authors,
        tags: news.tags,
        lang: news.lang,
        dateline: news.dateline,
        draft: embargo ? true : undefined,
      },
      source: news.source,
      problems: [
        ...(isDescription ? [warn(context, { ...summaryOnly, line })] : []),
        ...(embargo ? [embargo] : []),
      ],
    },
    context,
  );
}

function read(text: string, context: ImportContext): Reading[] {
  const prefix = /<((?:[\w-]+:)?)(?:newsItem|NewsItem)[\s>]/.exec(text)?.[1] ?? '';
  const wanted = /<(?:[\w-]+:)?newsItem[\s>]/i.test(text)
    ? [`${prefix}newsitem`.toLowerCase()]
    : ['nitf'];
  const reader = new XmlPartReader(wanted);
  const parts = [...reader.write(text), ...reader.end()];
  const readings = parts.map((part, i) => readPart(part, i + 1, parts.length, context));
  if (parts.length === 0) {
    readings.push(
      refuse(context, {
        rule: 'not-a-news-item',
        message: 'It holds no news item.',
        fix: 'Packages and pictures alone are no articles; import the items they name.',
      }),
    );
  }
  if (reader.fault) {
    readings.push({
      kind: 'remark',
      problem: warn(context, {
        rule: 'xml-not-well-formed',
        line: reader.fault.line,
        message: `The XML is broken: ${reader.fault.message}.`,
        fix: 'Fetch the item again if something is missing.',
      }),
    });
  }
  return readings;
}

export const importer: Importer = {
  format: 'newsml',
  reads: 'NewsML-G2, NewsML 1.2 and NITF, news in XML',
  recognise({ text }) {
    const head = text.slice(0, 8000);
    if (/<(?:[\w-]+:)?(?:newsItem|newsMessage|packageItem|NewsML|nitf)[\s>]/.test(head)) return 92;
    return 0;
  },
  read,
};
