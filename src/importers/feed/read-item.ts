// One item of a feed, RSS or Atom, as a draft.

import { dateInAddresses } from '../dates/date-in-path.ts';
import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { ImportContext, Reading } from '../importer.ts';
import { makeDraft } from '../make-draft.ts';
import { refuse } from '../refuse.ts';
import {
  childOf,
  childrenOf,
  cutFinding,
  textOf,
  textOfChild,
  type XmlElement,
  type XmlPart,
} from '../xml/xml-tree.ts';
import { lineOf, linkOf, type Channel } from './channel.ts';
import { contentOf } from './item-content.ts';

const dateNames = [
  'pubdate',
  'published',
  'dc:date',
  'dcterms:issued',
  'issued',
  'dcterms:created',
  'created',
  'updated',
  'atom:updated',
  'modified',
  'dcterms:modified',
  'date',
];

/** The dates of an item, most trusted first. */
export const datesOfItem = (element: XmlElement): (WrittenDate | undefined)[] =>
  dateNames.map((name) => {
    const written = textOfChild(element, name);
    return written === undefined ? undefined : { written, from: `feed, ${name}` };
  });

export interface ItemOptions {
  /** Its name in the feed, `item 3`; none where the document is this item alone. */
  item?: string | undefined;
  channel: Channel;
  /** Addresses it had beside its link. */
  aliases?: readonly string[] | undefined;
  /** Whether it was not published, where the feed says so in a way of its own. */
  isDraft?: boolean | undefined;
  /** Dates that serve where the item has none. */
  otherDates?: readonly (WrittenDate | undefined)[] | undefined;
}

/** Reads an item as a draft, or says why it is none. */
export function readItem(
  { element, raw, line, isCut }: XmlPart,
  { item, channel, ...options }: ItemOptions,
  context: ImportContext,
): Reading {
  const part = item === undefined ? undefined : raw;
  const shown = item ?? 'the entry';
  if (isCut) return { ...refuse(context, cutFinding(shown, line)), part };
  if (childOf(element, 'thr:in-reply-to'))
    return { kind: 'left-out', item, what: 'comments', count: 1 };
  const base = element.attributes['xml:base'] ?? channel.address;
  const url = linkOf(element, base);
  const aliases = [
    ...(context.withAddresses && url !== undefined ? [url] : []),
    ...(options.aliases ?? []),
  ];
  const date = draftDate(
    [
      ...datesOfItem(element),
      dateInAddresses([url, ...aliases], context),
      ...(options.otherDates ?? []),
    ],
    context,
    { line },
  );
  if ('finding' in date) return { ...refuse(context, { ...date.finding, item }), part };
  const title = lineOf(childOf(element, 'title', 'dc:title', 'media:title'));
  const content = contentOf(element, url ?? base);
  if (title === undefined && content.markdown === '') {
    const finding = {
      rule: 'item-empty',
      line,
      item,
      message: `There is neither a headline nor a text${date.provenance === 'unknown' ? ', nor a date' : ''} in ${shown}.`,
      fix: 'Look for the article at its address, or leave it out.',
    };
    return { ...refuse(context, finding), part };
  }
  return makeDraft(
    {
      item,
      line,
      part,
      date,
      content,
      fields: {
        title,
        summary: content.summary,
        authors: authorsOf(element, channel),
        tags: tagsOf(element),
        lang: element.attributes['xml:lang'] ?? channel.lang,
        aliases: aliases.length > 0 ? aliases : undefined,
        draft: options.isDraft || isAtomDraft(element) ? true : undefined,
      },
      updated: textOfChild(element, 'updated', 'atom:updated', 'modified', 'dcterms:modified'),
      source: {
        name: channel.name,
        url,
        licence:
          textOfChild(element, 'creativecommons:license', 'cc:license', 'rights', 'dc:rights') ??
          channel.licence,
        id: textOfChild(element, 'guid', 'id') ?? element.attributes['rdf:about'] ?? url,
      },
    },
    context,
  );
}

/** Atom Publishing Protocol (RFC 5023 §13.1.1): `app:control` with `app:draft`. */
const isAtomDraft = (element: XmlElement): boolean =>
  childrenOf(element, 'app:control', 'pub:control', 'control').some((control) =>
    /^yes$/i.test(textOfChild(control, 'app:draft', 'pub:draft', 'draft') ?? ''),
  );

function authorsOf(element: XmlElement, channel: Channel): string[] | undefined {
  const named = [
    ...childrenOf(element, 'author', 'contributor').map(
      (author) => lineOf(childOf(author, 'name')) ?? personOf(textOf(author)),
    ),
    ...childrenOf(element, 'dc:creator', 'itunes:author', 'media:credit').map(lineOf),
  ].filter((name) => name !== undefined && name !== '');
  const names = named.length > 0 ? named : channel.author === undefined ? [] : [channel.author];
  return names.length > 0 ? [...new Set(names as string[])] : undefined;
}

/** RSS names authors by mail address, `jane@example.org (Jane Doe)`: the name alone is taken. */
function personOf(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  const named = /\(([^)]+)\)\s*$/.exec(line)?.[1];
  return named ?? (line.includes('@') ? undefined : line || undefined);
}

/** Tags for people; a category that names the kind of the entry (Google Data API) is for programs. */
function tagsOf(element: XmlElement): string[] | undefined {
  const tags = childrenOf(element, 'category', 'dc:subject', 'media:keywords')
    .filter(({ attributes }) => !attributes['scheme']?.endsWith('#kind'))
    .map((category) =>
      textOfHtml(
        category.attributes['label'] ??
          (textOf(category).trim() || (category.attributes['term'] ?? '')),
      ),
    )
    .filter((tag) => tag !== '' && tag.length <= 100);
  return tags.length > 0 ? [...new Set(tags)] : undefined;
}
