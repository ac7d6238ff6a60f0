// The headline of a page, and not the name of the site, which often stands in the first heading and in the title.

import { textOfHtml } from './html-text.ts';
import type { PageParts } from './page-parts.ts';

export interface PageTitle {
  title: string | undefined;
  /** Where it was found: `structured data`, `meta`, `heading`, `title of the page`. */
  from: string;
}

export interface TitleSources {
  /** The headline of the structured data. */
  headline: string | undefined;
  /** The title of Open Graph, Dublin Core and others. */
  named: string | undefined;
  /** The name of the site. */
  site: string | undefined;
  /** The page's own address. */
  url: string | undefined;
}

const titled =
  'h1.entry-title, h1.headline, h1.title, .entry-title, .post-title, .article-title, h2.title, h3.title, h2.headline, h3.headline';

export function titleOfPage(
  document: Document,
  parts: PageParts,
  { headline, named, site, url }: TitleSources,
): PageTitle {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4')].filter(
    (heading) => !parts.isBeside(heading) && textOf(heading) !== '',
  );
  const ofSite = new Set(
    headings.filter((heading) => namesSite(heading, url)).map((heading) => bare(textOf(heading))),
  );
  const isSite = (text: string): boolean =>
    bare(text) === bare(site ?? '') || ofSite.has(bare(text)) || isNamedAfterHost(text, url);
  const first = (from: string, texts: readonly (string | undefined)[]): PageTitle | undefined => {
    const title = texts.find((text) => text !== undefined && text !== '' && !isSite(text));
    return title === undefined ? undefined : { title, from };
  };
  const page = textOfHtml(document.querySelector('title')?.textContent ?? '');
  const texts = headings.map(textOf);
  const own = [
    ...document.querySelectorAll(`article h1, main h1, [role="main"] h1, ${titled}`),
  ].filter((element) => !parts.isForeign(element));
  return (
    first('structured data', [headline]) ??
    first('meta', [
      named === undefined ? undefined : withoutSite(textOfHtml(named), site, isSite),
    ]) ??
    first('heading', repeatedInTitle(texts, page)) ??
    first('heading', own.map(textOf)) ??
    first('heading', longerThanTitle(document, parts, page)) ??
    first('title of the page', [withoutSite(page, site, isSite)]) ??
    first('heading', texts) ?? { title: undefined, from: 'heading' }
  );
}

const textOf = (element: Element): string => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Headings the title of the page begins or ends with, the longest first; short words are there by chance. */
const repeatedInTitle = (headings: readonly string[], page: string): string[] =>
  headings
    .filter((text) => text.length > 8 && (page.startsWith(text) || page.endsWith(text)))
    .toSorted((a, b) => b.length - a.length);

/** A title of so few words may be the name of the site. */
const wordsOfName = 3;

/** The only first heading of a page whose title has few words, and fewer than it. */
function longerThanTitle(document: Document, parts: PageParts, page: string): string[] {
  const headings = [...document.querySelectorAll('h1')].filter((each) => !parts.isBeside(each));
  const [text = ''] = headings.map(textOf);
  const [words, inTitle] = [text, page].map((each) => each.split(/\s+/).length);
  const isLonger = words !== undefined && inTitle !== undefined && words > inTitle;
  return headings.length === 1 && isLonger && inTitle <= wordsOfName ? [text] : [];
}

const siteName = /(?:site|blog|page)-?_?(?:title|name|logo)|logo|masthead|banner|brand/i;

/** Whether a heading names the site: it leads to the front page, or stands where the name of the site does. */
function namesSite(heading: Element, url: string | undefined): boolean {
  const href = (heading.querySelector('a[href]') ?? heading.closest('a[href]'))?.getAttribute(
    'href',
  );
  if (href !== null && href !== undefined && isFrontPage(href, url)) return true;
  for (let at: Element | null = heading, up = 0; at && up < 3; at = at.parentElement, up++) {
    if (siteName.test(`${at.getAttribute('class') ?? ''} ${at.id}`)) return true;
    if (/^(?:article|main|body)$/.test(at.localName)) return false;
  }
  return false;
}

function isFrontPage(href: string, url: string | undefined): boolean {
  const written = href.trim();
  if (/^(?:\.{0,2}\/)?(?:index\.\w+)?$|^(?:\.\.\/)+(?:index\.\w+)?$/i.test(written))
    return written !== '';
  if (!/^(?:https?:)?\/\//i.test(written)) return false;
  const path = written.replace(/^(?:https?:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
  // The page may be the front page itself, saved as it was on one day.
  return /^\/?(?:index\.\w+)?$/.test(path) && written !== url;
}

/** `The Harbour Post` of `www.harbourpost.example`. */
function isNamedAfterHost(text: string, url: string | undefined): boolean {
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  const name = bare(text).replace(/^the/, '');
  return name.length > 4 && host.split('.').some((part) => bare(part).replace(/^the/, '') === name);
}

/** A mark between the headline and the name of the site. */
const mark = /\s+[|–—·•»«:-]+\s+|:\s+|\s*[|»«]\s*/u;

/** `Flood breaks dikes | The Courier`, `The Courier: Flood breaks dikes`: the name of the site is no headline. */
function withoutSite(
  title: string,
  site: string | undefined,
  isSite: (text: string) => boolean,
): string {
  const pieces = title.split(mark);
  if (pieces.length > 1) {
    const [start = '', end = ''] = [pieces[0], pieces.at(-1)];
    if (isSite(start))
      return title
        .slice(start.length)
        .replace(/^[\s|–—·•»«:-]+/u, '')
        .trim();
    if (isSite(end))
      return title
        .slice(0, title.length - end.length)
        .replace(/[\s|–—·•»«:-]+$/u, '')
        .trim();
  }
  const parts = /^(.{10,}?)\s+[|–—·»:-]\s+([^|–—·»]{2,40})$/.exec(title);
  if (!parts) return title;
  const [, before = '', after = ''] = parts;
  if (/\s[|»]\s.*\s[|»]\s/.test(title)) return (title.split(/\s[|»]\s/)[0] ?? title).trim();
  const isNamed =
    site !== undefined && after.toLowerCase().includes(site.toLowerCase().slice(0, 12));
  return isNamed || /\s[|»]\s/.test(title) ? before : title;
}

/** The headline at the head of a text is not said twice, whatever its level, and behind a picture or a line. */
export function withoutTitle(markdown: string, title: string | undefined): string {
  if (title === undefined) return markdown;
  const blocks = markdown.split(/\n{2,}/);
  const at = blocks.slice(0, 4).findIndex((block) => isTitle(block, title));
  return at < 0 ? markdown : blocks.toSpliced(at, 1).join('\n\n').trim();
}

/** A heading, or a line that is strong from end to end, which says the headline. */
function isTitle(block: string, title: string): boolean {
  if (!/^#{1,6} |^\*\*[^\n]+\*\*$/.test(block)) return false;
  return bare(block.replace(/\]\([^()\s]*\)/g, ']')) === bare(title);
}
