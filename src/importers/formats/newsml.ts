// NewsML-G2 of the IPTC (newsItem, alone or in a newsMessage), its forerunner NewsML 1.2, and NITF documents.

import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { embargoOf } from '../dates/embargo.ts';
import { nameList } from '../fields/values.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { Draft, Importer, ImportContext, Reading } from '../importer.ts';
import { refuse, warn } from '../refuse.ts';
import { bodyOf } from '../text/body-of.ts';
import { withLanguage } from '../text/draft-language.ts';
import {
  childOf,
  descendantsOf,
  innerHtmlOf,
  isElement,
  textOf,
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

const first = (element: XmlElement, ...names: string[]): XmlElement | undefined => {
  for (const name of names) {
    const found = descendantsOf(element, name)[0];
    if (found) return found;
  }
  return undefined;
};

const textOfFirst = (element: XmlElement, ...names: string[]): string | undefined => {
  for (const name of names) {
    const text = descendantsOf(element, name)
      .map(nameOrText)
      .find((found) => found !== '');
    if (text !== undefined) return text;
  }
  return undefined;
};

/** A concept has its words in `name`, in an attribute, or as its text. */
const nameOrText = (element: XmlElement): string =>
  textOfHtml(textOf(childOf(element, 'name') ?? element)) ||
  (element.attributes['literal'] ??
    element.attributes['formalname'] ??
    element.attributes['value'] ??
    '');

interface NewsItem {
  title: string | undefined;
  dates: (WrittenDate | undefined)[];
  authors: string[];
  tags: string[];
  lang: string | undefined;
  dateline: string | undefined;
  status: string | undefined;
  embargo: string | undefined;
  html: string;
  source: {
    name?: string | undefined;
    id?: string | undefined;
    version?: string | undefined;
    licence?: string | undefined;
  };
  summary: string | undefined;
}

const written = (
  element: XmlElement,
  from: string,
  ...names: string[]
): WrittenDate | undefined => {
  const found = first(element, ...names);
  const text = found === undefined ? '' : textOf(found).trim() || (found.attributes['norm'] ?? '');
  return text === '' ? undefined : { written: text, from };
};

/** A news item of NewsML-G2. */
function readG2(item: XmlElement): NewsItem {
  const meta = first(item, 'contentmeta') ?? item;
  const content = first(item, 'contentset');
  const inline = content && first(content, 'inlinexml', 'inlinedata');
  return {
    title:
      textOfFirst(meta, 'headline') ??
      textOfFirst(first(item, 'itemmeta') ?? meta, 'title') ??
      inlineHeadline(inline),
    dates: [
      written(meta, 'contentCreated', 'contentcreated'),
      written(item, 'firstCreated', 'firstcreated'),
      written(item, 'versionCreated', 'versioncreated'),
    ],
    authors: authorsOf(descendantsOf(meta, 'by'), descendantsOf(meta, 'creator')),
    tags: [
      ...new Set(
        descendantsOf(meta, 'subject', 'keyword')
          .map(nameOrText)
          .filter((text) => text !== ''),
      ),
    ],
    lang: item.attributes['xml:lang'] ?? first(meta, 'language')?.attributes['tag'],
    dateline: textOfFirst(meta, 'located') ?? textOfFirst(meta, 'dateline'),
    status: first(item, 'pubstatus')?.attributes['qcode'],
    embargo: textOfFirst(item, 'embargoed'),
    html: inline === undefined ? '' : bodyHtml(inline),
    source: {
      name:
        textOfFirst(item, 'provider') ??
        first(item, 'provider')?.attributes['literal'] ??
        textOfFirst(item, 'copyrightholder'),
      id: item.attributes['guid'],
      version: item.attributes['version'],
      licence: textOfFirst(
        first(item, 'rightsinfo') ?? { name: '', attributes: {}, children: [] },
        'usageterms',
        'copyrightnotice',
      ),
    },
    summary: textOfFirst(meta, 'description'),
  };
}

/** A news item of NewsML 1.2. */
function readNewsMl1(item: XmlElement): NewsItem {
  const content = mainContent(item);
  const line = (type: string): string | undefined => {
    const found = descendantsOf(item, 'newsline').find(
      (entry) => childOf(entry, 'newslinetype')?.attributes['formalname']?.toLowerCase() === type,
    );
    return found && textOfHtml(textOf(childOf(found, 'newslinetext')));
  };
  return {
    title: textOfFirst(item, 'headline') ?? line('headline') ?? textOfFirst(item, 'hl1', 'title'),
    dates: [
      written(item, 'DateLineDate', 'datelinedate'),
      written(item, 'FirstCreated', 'firstcreated'),
      written(item, 'ThisRevisionCreated', 'thisrevisioncreated'),
    ],
    authors: authorsOf(descendantsOf(item, 'byline'), []),
    tags: [
      ...new Set(
        [
          ...descendantsOf(item, 'keywordline').map(nameOrText),
          ...descendantsOf(item, 'property')
            .filter(({ attributes }) => /keyword/i.test(attributes['formalname'] ?? ''))
            .map(({ attributes }) => attributes['value'] ?? ''),
        ].filter((text) => text !== ''),
      ),
    ],
    lang: first(item, 'language')?.attributes['formalname'] ?? item.attributes['xml:lang'],
    dateline: textOfFirst(item, 'dateline'),
    status: first(item, 'status')?.attributes['formalname'],
    embargo: undefined,
    html: content === undefined ? '' : bodyHtml(content),
    source: {
      name: first(first(item, 'provider') ?? item, 'party')?.attributes['formalname'],
      id: textOfFirst(item, 'publicidentifier'),
      version: textOfFirst(item, 'revisionid'),
      licence: textOfFirst(item, 'copyrightline'),
    },
    summary: textOfFirst(item, 'sublheadline', 'abstract'),
  };
}

const length = (content: XmlElement): number =>
  textOf(content).trim().length + (content.children.some(isElement) ? 1_000_000 : 0);

/** Of the pieces of a NewsML 1.2 item the longest text in markup, else the longest; style sheets are none. */
function mainContent(item: XmlElement): XmlElement | undefined {
  const pieces = descendantsOf(item, 'contentitem')
    .filter(
      (piece) =>
        !/css|image|video|audio/i.test(first(piece, 'mimetype')?.attributes['formalname'] ?? ''),
    )
    .map((piece) => childOf(piece, 'datacontent'))
    .filter((content) => content !== undefined);
  return pieces.toSorted((a, b) => length(b) - length(a))[0];
}

/** A document of NITF on its own. */
function readNitf(item: XmlElement): NewsItem {
  const head = first(item, 'head') ?? item;
  const docdata = first(head, 'docdata') ?? head;
  const attribute = (name: string, key: string): string | undefined =>
    first(item, name)?.attributes[key];
  const dates = [
    attribute('date.issue', 'norm'),
    attribute('pubdata', 'date.publication'),
    textOfFirst(item, 'story.date'),
  ];
  return {
    title: textOfFirst(first(item, 'body.head') ?? item, 'hl1') ?? textOfFirst(head, 'title'),
    dates: dates.map((text) =>
      text === undefined ? undefined : { written: text, from: 'date.issue' },
    ),
    authors: authorsOf(descendantsOf(item, 'byline'), []),
    tags: descendantsOf(docdata, 'keyword')
      .map(({ attributes }) => attributes['key'] ?? '')
      .filter((text) => text !== ''),
    lang: item.attributes['xml:lang'],
    dateline: textOfFirst(
      first(item, 'dateline') ?? { name: '', attributes: {}, children: [] },
      'location',
    ),
    status: attribute('docdata', 'management-status'),
    embargo: undefined,
    html: bodyHtml(item),
    source: {
      name: attribute('doc.copyright', 'holder') ?? attribute('pubdata', 'name'),
      id: attribute('doc-id', 'id-string'),
      licence: undefined,
    },
    summary: textOfFirst(first(item, 'body.head') ?? item, 'abstract'),
  };
}

/** The body of whatever is inlined: XHTML, NITF or plain text. */
function bodyHtml(inline: XmlElement): string {
  const nitf = descendantsOf(inline, 'body.content')[0];
  const body = nitf ?? descendantsOf(inline, 'body')[0] ?? inline;
  return body.children.some(isElement)
    ? innerHtmlOf(body).replace(/<(\/?)hl2\b/gi, '<$1h2')
    : textOf(body);
}

const inlineHeadline = (inline: XmlElement | undefined): string | undefined =>
  inline === undefined
    ? undefined
    : (textOfFirst(inline, 'hl1') ?? textOfFirst(inline, 'h1') ?? textOfFirst(inline, 'title'));

const authorsOf = (bylines: readonly XmlElement[], creators: readonly XmlElement[]): string[] => {
  const lines = bylines.map(nameOrText).filter((text) => text !== '');
  return lines.length > 0
    ? [...new Set(lines.flatMap((line) => nameList(line)))]
    : [...new Set(creators.map(nameOrText).filter((text) => text !== ''))];
};

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
  const problems = [...date.problems];
  if (isDescription) {
    problems.push(
      warn(context, {
        rule: 'news-item-summary-only',
        line,
        message: 'The item has a description and no body.',
        fix: 'Ask the agency for the full text, if there is one.',
      }),
    );
  }
  const embargo = embargoOf(news.embargo, context, line);
  if (embargo) problems.push(embargo);
  const draft: Draft = {
    kind: 'draft',
    item,
    line,
    fields: {
      title: news.title,
      date: date.date,
      time: date.time,
      summary: isDescription ? undefined : news.summary,
      authors: news.authors,
      tags: news.tags,
      lang: news.lang,
      dateline: news.dateline,
      draft: embargo ? true : undefined,
    },
    body: content.markdown,
    source: news.source,
    provenance: {
      headline: news.title === undefined ? 'derived' : 'given',
      date: date.provenance,
      language: 'unknown',
      author: news.authors.length === 0 ? 'unknown' : 'given',
    },
    part: count === 1 ? undefined : raw,
    problems,
    notes: content.notes,
    pictures: [],
  };
  return withLanguage(draft, textOfHtml(content.markdown.slice(0, 2000)));
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
