// Dumps and exports of MediaWiki (https://www.mediawiki.org/xml/export-0.11.xsd), as of Wikinews: pages in XML with
// their text as wiki text. Read page by page, so that a dump of any size needs the memory of its largest page.

import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { makeDraft } from '../make-draft.ts';
import { refuse } from '../refuse.ts';
import { categoriesOf, wikitextToMarkdown } from '../wikitext/wikitext.ts';
import { dateInTemplates } from '../wikitext/templates.ts';
import {
  childrenOf,
  cutFinding,
  textOf,
  childOf,
  textOfChild,
  XmlPartReader,
  type XmlElement,
  type XmlPart,
} from '../xml/xml-tree.ts';

/** What a dump says of the wiki. */
interface Wiki {
  name?: string | undefined;
  /** The address of a page named by its title. */
  addressOf?: ((title: string) => string) | undefined;
}

const wikiOf = (siteinfo: XmlElement): Wiki => {
  const base = textOfChild(siteinfo, 'base');
  // The base is the address of the main page: all others stand beside it.
  const folder = base !== undefined && /^https?:\/\//.test(base) ? base.replace(/[^/]*$/, '') : '';
  return {
    name: textOfChild(siteinfo, 'sitename'),
    addressOf: folder === '' ? undefined : (title) => folder + titleInAddress(title),
  };
};

const titleInAddress = (title: string): string =>
  encodeURI(title.trim().replaceAll(' ', '_')).replace(/[?#&]/g, encodeURIComponent);

/** Categories that sort days and the work of editors, not subjects. */
const noSubject =
  /^(?:published|archived|no publish|reviewed|original reporting|articles? (?:with|lacking|to)\b.*|all articles\b.*|pages (?:with|using)\b.*|\p{L}+ \d{1,2}, \d{4}|\d{1,2}\.? \p{L}+ \d{4})$/iu;

const parts = ['siteinfo', 'page'];

/** Reads the parts of a dump in their order. */
class Dump {
  private wiki: Wiki = {};
  private pages = 0;
  private readonly context: ImportContext;

  constructor(context: ImportContext) {
    this.context = context;
  }

  *readings(found: readonly XmlPart[]): Generator<Reading> {
    for (const part of found) {
      if (part.element.name === 'siteinfo') this.wiki = wikiOf(part.element);
      else yield readPage(part, ++this.pages, this.wiki, this.context);
    }
  }

  *end(): Generator<Reading> {
    if (this.pages > 0) return;
    yield refuse(this.context, {
      rule: 'dump-without-pages',
      message: 'The dump of MediaWiki holds no pages.',
      fix: 'Export it again, with the pages that are wanted.',
    });
  }
}

function readPage(part: XmlPart, number: number, wiki: Wiki, context: ImportContext): Reading {
  const { element, raw, line } = part;
  const title = textOfChild(element, 'title');
  const item = title === undefined ? `page ${number}` : `page ${number}, ${title}`;
  if (part.isCut) return refuse(context, cutFinding(item, line));
  const leave = (what: string): Reading => ({ kind: 'left-out', item, what, count: 1 });
  if ((textOfChild(element, 'ns') ?? '0') !== '0')
    return leave('pages of talk, users, files, templates and categories');
  const revisions = revisionsOf(element);
  const last = revisions.at(-1);
  const text = textOf(childOf(last, 'text'));
  if (childOf(element, 'redirect') || /^\s*#(?:REDIRECT|WEITERLEITUNG|REDIRECTION)\b/i.test(text))
    return leave('redirects');
  const date = draftDate(datesOf(text, revisions), context, { line });
  if ('finding' in date) return { ...refuse(context, { ...date.finding, line, item }), part: raw };
  const markdown = wikitextToMarkdown(text, wiki);
  if (markdown === '') {
    const finding = {
      rule: 'body-missing',
      line,
      item,
      message: `There is no text in ${item}, or templates alone.`,
      fix: 'Leave it out.',
    };
    return { ...refuse(context, finding), part: raw };
  }
  const url = title === undefined ? undefined : wiki.addressOf?.(title);
  return makeDraft(
    {
      item,
      line,
      part: raw,
      date,
      content: { markdown, notes: ['Wiki marks were turned into Markdown.'], pictures: [] },
      fields: {
        title,
        tags: categoriesOf(text).filter((name) => !noSubject.test(name)),
        lang: element.attributes['xml:lang'],
        aliases: context.withAddresses && url !== undefined ? [url] : undefined,
      },
      updated: revisions.length > 1 ? textOfChild(last, 'timestamp') : undefined,
      source: {
        name: wiki.name,
        url,
        id: url === undefined ? undefined : `${url}#${textOfChild(element, 'id') ?? ''}`,
        version: textOfChild(last, 'id'),
      },
    },
    context,
  );
}

/** The revisions of a page, oldest first. */
const revisionsOf = (page: XmlElement): XmlElement[] =>
  childrenOf(page, 'revision').toSorted((a, b) => {
    const [first = '', second = ''] = [textOfChild(a, 'timestamp'), textOfChild(b, 'timestamp')];
    return first < second ? -1 : first > second ? 1 : 0;
  });

/** The day that the text names itself, else that of the oldest revision in the dump. */
function datesOf(text: string, revisions: readonly XmlElement[]): (WrittenDate | undefined)[] {
  const named = dateInTemplates(text);
  const first = textOfChild(revisions[0], 'timestamp');
  return [
    named === undefined ? undefined : { written: named, from: 'date template' },
    first === undefined ? undefined : { written: first, from: 'first revision' },
  ];
}

function read(text: string, context: ImportContext): Reading[] {
  const dump = new Dump(context);
  const reader = new XmlPartReader(parts);
  return [...dump.readings([...reader.write(text), ...reader.end()]), ...dump.end()];
}

async function* readLarge(
  open: () => AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<Reading> {
  const dump = new Dump(context);
  const reader = new XmlPartReader(parts);
  for await (const piece of open()) yield* dump.readings(reader.write(piece));
  yield* dump.readings(reader.end());
  yield* dump.end();
}

export const importer: Importer = {
  format: 'mediawiki',
  reads: 'dumps and exports of MediaWiki, such as Wikinews',
  recognise: ({ text }) =>
    /<mediawiki\s[^>]*xmlns\s*=\s*["']http:\/\/www\.mediawiki\.org\/xml\/export/i.test(
      text.slice(0, 4000),
    )
      ? 95
      : 0,
  read,
  readLarge,
};
