// A saved web page, or a page of a site generator such as WML that is HTML with tags of its own.

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Problem } from '../../problem.ts';
import { dateInAddresses, findDateInPath } from '../dates/date-in-path.ts';
import { isDayAlone } from '../dates/date-line.ts';
import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { capDepth } from '../html/cap-depth.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import { looksLikeHtml, textOfHtml } from '../html/html-text.ts';
import { ownDay, withoutDateLine } from '../html/page-dates.ts';
import { factsOfPage } from '../html/page-facts.ts';
import { PageParts } from '../html/page-parts.ts';
import { withoutTitle } from '../html/page-title.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { makeDraft } from '../make-draft.ts';
import { refuse, warn } from '../refuse.ts';

/** Pages whose articles have fewer characters than this are lists, errors or gates. */
const fewestCharacters = 25;

interface Page {
  html: string;
  /** Facts in tags of a generator, by lower-case name. */
  metas: Map<string, string[]>;
}

/** Takes Website Meta Language apart: `<define-tag pagetitle>…</define-tag>` and `#use` lines. */
function readGeneratorTags(text: string): Page {
  const metas = new Map<string, string[]>();
  const html = text
    .replace(
      /<define-tag\s+([\w-]+)[^>]*>([\s\S]*?)<\/define-tag>/gi,
      (_, name: string, value: string) => {
        metas.set(name.toLowerCase(), [
          ...(metas.get(name.toLowerCase()) ?? []),
          textOfHtml(value),
        ]);
        return '';
      },
    )
    .replace(/^#(?:use|include)\s+wml::.*$/gim, '')
    .replace(/^#use .*$/gm, '');
  return { html, metas };
}

function read(text: string, context: ImportContext): Reading[] {
  const { html, metas } = readGeneratorTags(capDepth(text));
  const isPage = /<(?:html|head|body)[\s>]/i.test(html);
  const document = parsePage(html, isPage);
  collectMetas(document, metas);
  const articles = document.querySelectorAll('article:not(article article)').length;
  const parts = new PageParts(document);
  parts.removeComments();
  const facts = factsOfPage(document, parts, metas, context);
  const line = facts.visible?.isLine ? facts.visible.element : undefined;
  if (line && !line.querySelector('h1, h2, h3')) line.remove();
  const address = facts.url ?? context.address;
  const body = isPage ? mainHtml(document, html) : html;
  const content = htmlToMarkdown(body, address);
  const titled = withoutTitle(content.markdown, facts.title);
  const shown = facts.visible ?? dateAtHead(titled);
  const markdown = shown === undefined ? titled : withoutDateLine(titled);
  const inAddress = dateInAddresses([facts.url], context);
  const inPath = findDateInPath(context.path);
  const date = draftDate(
    [
      ownDay(facts.dates, shown ?? inAddress, context),
      ...facts.dates,
      shown,
      inAddress,
      inPath && { written: inPath.date, from: inPath.from },
    ],
    context,
    { line: 1 },
  );
  if ('finding' in date) return [refuse(context, date.finding)];
  if (isError(facts.title, markdown)) {
    return [
      refuse(context, {
        rule: 'page-of-an-error',
        message: `The page is the message of an error: \`${facts.title}\`.`,
        fix: 'Fetch the page again from its address, or leave it out.',
      }),
    ];
  }
  if (isListOfLinks(markdown)) {
    return [
      refuse(context, {
        rule: 'page-of-links',
        message: 'The page lists links to other pages and has no text of its own.',
        fix: 'Leave it out, and import the pages it leads to.',
      }),
    ];
  }
  if (textOfHtml(markdown).length < fewestCharacters) {
    return [
      refuse(context, {
        rule: 'page-without-article',
        message: 'No article can be found in the page.',
        fix: 'It may be a list, a picture or the message of an error; save the article’s own page.',
      }),
    ];
  }
  const problems: Problem[] = [];
  if (articles > 1) {
    problems.push(
      warn(context, {
        rule: 'page-of-several-articles',
        line: 1,
        message: `The page holds ${articles} articles; what stands out as its text was taken as one.`,
        fix: 'Compare the article with the page; import the page of each article by itself, if there is one.',
      }),
    );
  }
  if (facts.title === undefined) {
    problems.push(
      warn(context, {
        rule: 'title-missing',
        line: 1,
        message: 'The page names no headline; one is derived from the text.',
        fix: 'If the article was printed with a headline, write it into `title`.',
      }),
    );
  }
  return [
    makeDraft(
      {
        date,
        content: { ...content, markdown },
        fields: {
          title: facts.title,
          summary:
            facts.summary !== undefined && facts.summary.length <= 500
              ? textOfHtml(facts.summary)
              : undefined,
          section: facts.section,
          authors: facts.authors,
          tags: facts.tags,
          lang: facts.lang,
          aliases: context.withAddresses && facts.url !== undefined ? [facts.url] : undefined,
        },
        updated: facts.updated,
        source: {
          name: facts.name,
          url: facts.url,
          licence: facts.licence,
          fields: facts.picture === undefined ? undefined : { picture: facts.picture },
        },
        headline: `given (${facts.titleFrom})`,
        problems,
      },
      context,
    ),
  ];
}

/** A day that stands alone on one of the first lines of a text. */
function dateAtHead(markdown: string): WrittenDate | undefined {
  const written = markdown
    .split('\n', 8)
    .map((line) => line.replace(/[*_#\\]/g, '').trim())
    .find(isDayAlone);
  return written === undefined ? undefined : { written, from: 'text of the page' };
}

/** Whether a page says that there is none: a short text under the name of an HTTP error. */
const isError = (title: string | undefined, markdown: string): boolean =>
  markdown.length < 600 &&
  /^(?:error )?(?:40[0-9]|410|50[0-4])\b|^(?:page )?not found\b|^(?:access|permission) denied\b|^forbidden$|^(?:internal )?server error\b|^bad gateway\b/i.test(
    title?.trim() ?? '',
  );

/** Whether a page holds links and hardly a sentence besides them. */
function isListOfLinks(markdown: string): boolean {
  const links = markdown.match(/\]\(/g)?.length ?? 0;
  const rest = markdown.replace(/!?\[[^\]]*\]\([^)]*\)/g, '').replace(/[^\p{L}]+/gu, '');
  return links >= 5 && rest.length < links * 12;
}

/** Parses a page, or a piece of one inside of an empty page. */
function parsePage(html: string, isPage: boolean): Document {
  const wrapped = `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(isPage ? html : wrapped) as unknown as { document: Document };
  if (document.documentElement && document.body) return document;
  const text = wrapped.replace(/<!\[CDATA\[|<\/?(?:html|head|body)\b[^>]*>/gi, ' ');
  return (
    parseHTML(`<html><head></head><body>${text}</body></html>`) as unknown as { document: Document }
  ).document;
}

function collectMetas(document: Document, metas: Map<string, string[]>): void {
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content');
    const names = [
      meta.getAttribute('property'),
      meta.getAttribute('name'),
      meta.getAttribute('http-equiv'),
    ];
    if (content === null || content.trim() === '') continue;
    for (const name of names) {
      if (name === null || name === '') continue;
      const key = name.toLowerCase().trim();
      metas.set(key, [...(metas.get(key) ?? []), content]);
    }
  }
}

/** The HTML of the article in a page: Readability's choice, else the element that is there for it. */
function mainHtml(document: Document, html: string): string {
  const whole =
    document.querySelector('article, main, [role="main"]')?.innerHTML ??
    document.body?.innerHTML ??
    html;
  try {
    // Readability takes the document apart; `whole` was read before.
    const found = new Readability(document).parse();
    const text = found?.textContent?.trim() ?? '';
    if (found?.content && text.length >= fewestCharacters) return found.content;
  } catch {
    // A document it cannot cope with is taken as a whole.
  }
  return whole;
}

export const importer: Importer = {
  format: 'html',
  reads: 'web pages saved as HTML',
  recognise({ text, path }) {
    const head = text.slice(0, 4000);
    if (
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head)\b/i.test(head)
    )
      return 80;
    if (/<define-tag\s/i.test(head)) return 80;
    if (/\.(?:html?|xhtml|wml|shtml|php|aspx?)$/i.test(path)) return looksLikeHtml(text) ? 70 : 40;
    return /^\s*<(?:body|article|div|p|h1)\b/i.test(head) ? 30 : 0;
  },
  read,
};
