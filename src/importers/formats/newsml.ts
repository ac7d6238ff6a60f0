// NewsML-G2 of the IPTC (newsItem, alone or in a newsMessage), its forerunner NewsML 1.2, and NITF documents.

import { draftDate } from '../dates/draft-date.ts';
import { embargoOf } from '../dates/embargo.ts';
import { emptyItem, summaryOnly, withdrawnItem } from '../fields/news-item-findings.ts';
import type { MarkdownFromHtml } from '../html/html-to-markdown.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { makeDraft } from '../make-draft.ts';
import type { NewsItem } from '../newsml/news-item.ts';
import { readG2 } from '../newsml/g2.ts';
import { readNewsMl1 } from '../newsml/newsml-1.ts';
import { readNitf } from '../newsml/nitf.ts';
import { refuse, warn, type Finding } from '../refuse.ts';
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

/** The item an element describes, in whichever of the three formats it is. */
function readNews(element: XmlElement): NewsItem {
  const plain = bare(element);
  if (plain.name === 'nitf') return readNitf(plain);
  const isG2 = childOf(plain, 'itemmeta', 'contentmeta', 'contentset', 'itemset') !== undefined;
  return isG2 ? readG2(plain) : readNewsMl1(plain);
}

/** The body of an item; its description where it has none. */
function contentOf({ html, summary }: NewsItem): {
  content: MarkdownFromHtml;
  isDescription: boolean;
} {
  const body = bodyOf(html, /<\w/.test(html) ? 'html' : 'plain');
  const isDescription = body.markdown === '' && summary !== undefined;
  return { content: isDescription ? bodyOf(summary, 'plain') : body, isDescription };
}

function readPart(
  { element, raw, line }: XmlPart,
  number: number,
  count: number,
  context: ImportContext,
): Reading {
  const news = readNews(element);
  const { title, summary, authors, tags, lang, dateline, source } = news;
  const item = count === 1 ? undefined : `item ${number}`;
  const refused = (finding: Finding): Reading => ({
    ...refuse(context, { ...finding, line, item }),
    part: raw,
  });
  const date = draftDate(news.dates, context, { line });
  if ('finding' in date) return refused(date.finding);
  const withdrawn = withdrawnItem(news.status);
  if (withdrawn) return refused(withdrawn);
  const { content, isDescription } = contentOf(news);
  if (title === undefined && content.markdown === '')
    return refused(emptyItem('Leave it out; pictures and packages are no articles.'));
  const embargo = embargoOf(news.embargo, context, line);
  return makeDraft(
    {
      item,
      line,
      part: count === 1 ? undefined : raw,
      date,
      content,
      fields: {
        title,
        summary: isDescription ? undefined : summary,
        authors,
        tags,
        lang,
        dateline,
        draft: embargo ? true : undefined,
      },
      source,
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
