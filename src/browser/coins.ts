// Tells Zotero what articles a list has, so that many are taken at once: each card gets an OpenURL ContextObject in a
// span (COinS, ANSI/NISO Z39.88-2004). Scripts write them, since readers without Zotero have no use for their bytes.

/** The type of Dublin Core: it alone lets Zotero make newspaper articles. */
const format = 'info:ofi/fmt:kev:mtx:dc';

export interface Cited {
  title: string;
  address: string;
  /** A date tag; none where the date is not known. */
  date: string | undefined;
  section?: string | undefined;
  language: string;
  /** The name of the archive. */
  source: string;
}

/** Prints an article as a ContextObject, in the keys that Zotero reads (its `openurl.js`). */
export function printContextObject(cited: Cited): string {
  const { title, address, date, section, language, source } = cited;
  return Object.entries({
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: format,
    'rft.type': 'newspaperArticle',
    'rft.title': title,
    'rft.source': source,
    'rft.date': date,
    'rft.identifier': address,
    'rft.language': language,
    'rft.subject': section,
  })
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
    .join('&');
}

/** Puts an article of a list into words for Zotero. */
export function addContextObject(to: HTMLElement, article: Omit<Cited, 'source' | 'date'>): void {
  const span = document.createElement('span');
  span.className = 'Z3988';
  span.title = printContextObject({
    ...article,
    // The page may be read from a mirror or a disk; what is cited is the archive.
    address: new URL(article.address, contentOf('og:url') ?? location.href).href,
    date: dateOf(article.address),
    source: contentOf('og:site_name') ?? location.host,
  });
  to.append(span);
}

/** Has Zotero look at the page again. */
export const tellZotero = (): boolean =>
  document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));

const contentOf = (property: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[property="${property}"]`)?.content;

/** The date that an article's address begins with, `/archive/2024/03/01/flood/`; none for `/undated/letter/`. */
export const dateOf = (path: string): string | undefined =>
  /\/(\d{4}(?:\/\d\d){0,2})\/[^/]+\/$/.exec(path)?.[1]?.replaceAll('/', '-');
