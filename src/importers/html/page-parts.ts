// Which parts of a page are not its article: what readers wrote below it, lists of other articles, the frame of the
// site, and what others said elsewhere that the text shows. Facts of these are never the article's.

const comments =
  /(?:^|[\s_-])(?:comments?(?!-?(?:open|closed|count|link|number))|commentlist|commentmetadata|respond|disqus\w*|replies|trackbacks?|pingbacks?)(?:$|[\s_-])/i;

const others =
  /(?:^|[\s_-])(?:related\w*|recommend\w*|recirc\w*|read-?(?:next|also)|more-?(?:from|news|stories|posts|articles|on)|most-?(?:read|popular|viewed|recent)|popular|trending|latest(?:-\w+)?|recent-?(?:posts|comments|entries|articles|news)|widgets?|sidebar\w*|teasers?|promo\w*|carousel|slider|ticker|newsticker|wp-calendar|today\w*|current-?(?:date|time)|clock|weather\w*|top-?(?:bar|line)|(?:site|page|global)-?footer|colophon|navigation|navbar|nav|menu|breadcrumbs?|newsletter)(?:$|[\s_-])/i;

/** What stands for the article itself although it is called like a frame. */
const ofArticle =
  /(?:entry|post|article|story|content)[_-]*(?:meta|footer|info|header|byline|date)/i;

const frame =
  'nav, aside, footer, form, [role="navigation"], [role="complementary"], [role="contentinfo"], [itemprop~="comment"], [itemtype*="Comment"]';

const quotes =
  'blockquote, q, figure, figcaption, iframe, [class*="embed" i], [class*="tweet" i], [class*="instagram" i], [class*="fb-post" i], [class*="toot" i], [class*="tiktok" i], [itemtype*="ImageObject"], [itemtype*="VideoObject"]';

const headingOfOthers =
  /^(?:\d+\s+)?(?:comments?|responses?|replies|leave a (?:reply|comment)|related|read (?:more|also|next)|see also|more (?:from|news|stories|on)|latest news|most read|kommentare?|ähnliche|weitere|mehr zum|commentaires?|à lire|lire aussi|comentarios?|relacionad|lea también|reacties|lees ook|kommentarer|læs også|les også|läs också)(?![\p{L}])/iu;

/** A part with more than this share of the page's text is its article, whatever it is called. */
const mostOfText = 0.5;

export class PageParts {
  private readonly beside = new Set<Element>();
  private readonly textLength: number;
  private readonly document: Document;

  constructor(document: Document) {
    this.document = document;
    this.textLength = document.body?.textContent?.length ?? 0;
    for (const element of document.querySelectorAll('[class], [id]')) {
      const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
      if (ofArticle.test(names)) continue;
      if (comments.test(names) || others.test(names)) this.setBeside(element);
    }
    for (const element of document.querySelectorAll(frame)) {
      const isEntry =
        ofArticle.test(element.className) ||
        (element.localName === 'footer' && element.closest('article'));
      if (!isEntry) this.setBeside(element);
    }
    for (const element of otherArticles(document)) this.setBeside(element);
    this.addBelowHeadings();
  }

  /** Whether an element belongs to the frame, to readers' comments or to another article. */
  isBeside(element: Element): boolean {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (this.beside.has(at)) return true;
    return isTeaser(element);
  }

  /** Whether an element tells of something else than the article: beside it, or quoted and shown in it. */
  isForeign(element: Element): boolean {
    const quote = element.closest(quotes);
    return (quote !== null && !quote.querySelector('h1')) || this.isBeside(element);
  }

  /** Takes what readers wrote from the page. */
  removeComments(): void {
    for (const element of this.beside) {
      const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
      if (comments.test(names) || element.matches('[itemtype*="Comment"]')) element.remove();
    }
  }

  private setBeside(element: Element): void {
    if (/^(?:html|body|main|h1)$/.test(element.localName) || element.querySelector('h1')) return;
    const length = element.textContent?.length ?? 0;
    if (length <= this.textLength * mostOfText) this.beside.add(element);
  }

  /** What follows a heading such as "2 Comments" or "Related", up to the end of what holds it. */
  private addBelowHeadings(): void {
    for (const heading of this.document.querySelectorAll('h2, h3, h4, h5, h6')) {
      if (!headingOfOthers.test(heading.textContent?.trim() ?? '')) continue;
      for (let at = heading.nextElementSibling; at; at = at.nextElementSibling) this.setBeside(at);
    }
  }
}

const textLength = ({ textContent }: Element): number => textContent?.length ?? 0;

/** All `article` elements but the one with the page's headline, or the longest. */
function otherArticles(document: Document): Element[] {
  const articles = [...document.querySelectorAll('article')];
  const main =
    articles.find((article) => article.querySelector('h1')) ??
    articles.toSorted((a, b) => textLength(b) - textLength(a))[0];
  return articles.filter((article) => !article.contains(main ?? null));
}

/** Whether an element stands in a list's entry beside the headline of another article. */
function isTeaser(element: Element): boolean {
  const link = element.closest('li')?.querySelector('a');
  return (
    link !== null &&
    link !== undefined &&
    !link.contains(element) &&
    (link.textContent?.trim().length ?? 0) > 25
  );
}
