// NewsML 1.2, the forerunner of NewsML-G2.

import { textOfHtml } from '../html/html-text.ts';
import { childOf, descendantsOf, isElement, textOf, type XmlElement } from '../xml/xml-tree.ts';
import {
  authorsOf,
  bodyHtml,
  first,
  nameOrText,
  textOfFirst,
  written,
  type NewsItem,
} from './news-item.ts';

/** A news item of NewsML 1.2. */
export function readNewsMl1(item: XmlElement): NewsItem {
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
