// Where the articles of an archive are found under their old names: the addresses they had, and the files they
// were read from. A name that two articles share names neither.

import { posix } from 'node:path';

/** An article as it is known to links. */
export interface LinkTarget {
  /** Its file below the content folder. */
  file: string;
  /** The recorded name of the original that holds it alone. */
  original?: string | undefined;
  /** Its old address. */
  url?: string | undefined;
  aliases: readonly string[];
}

/** Where a link stands. */
export interface LinkPlace {
  original: string;
  url?: string | undefined;
  aliases: readonly string[];
}

/** Originals that link to each other by their names. */
const linkingFile = /\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd|rst|html?|xhtml)$/i;
const sourceFile = /\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd|rst)$/i;

export class LinkMap {
  /** Numbers for names: a hundred thousand articles have half a million names. */
  private readonly fileByName = new Map<number, string | undefined>();

  /** @param replaced the file the article had, where it moves */
  add({ file, original, url, aliases }: LinkTarget, replaced?: string): void {
    const name = (text: string): void => this.name(text, file, replaced);
    name(`/${addressOf(file)}`);
    const host = hostOf(url);
    for (const path of [...aliases, ...(url === undefined ? [] : [url])]) {
      const named = pathName(path);
      if (named === undefined) continue;
      if (!isWhole(path)) name(named);
      const ownHost = hostOf(path) ?? host;
      if (ownHost !== undefined) name(ownHost + named);
    }
    if (original === undefined || !linkingFile.test(original)) return;
    const bare = bareFile(original);
    name(`file:${bare}`);
    name(weakName(original, bare));
  }

  /**
   * The path of the article a link leads to, `/2023/11/12/flood/`, with the link's fragment.
   *
   * @param isAll whether all originals are known: only then a file's name without its folder is enough
   * @returns none where no article is known under that name, or two are
   */
  resolve(link: string, place: LinkPlace, isAll = true): string | undefined {
    const [, address = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(link) ?? [];
    for (const name of namesOf(address, place)) {
      if (!isAll && name.startsWith(weak)) continue;
      const file = this.fileByName.get(numberOf(name));
      if (file !== undefined) return `/${addressOf(file)}/${fragment}`;
    }
    return undefined;
  }

  private name(name: string, file: string, replaced: string | undefined): void {
    const number = numberOf(name);
    const before = this.fileByName.get(number);
    const isShared = this.fileByName.has(number) && before !== file && before !== replaced;
    this.fileByName.set(number, isShared ? undefined : file);
  }
}

const weak = 'name:';

/** A file's name in whichever folder of the same import. */
const weakName = (original: string, bare: string): string =>
  `${weak}${original.split('/', 1)[0]}/${posix.basename(bare)}`;

const addressOf = (file: string): string => file.replace(/^articles\//, '').replace(/\.md$/, '');

export const isWhole = (address: string): boolean => /^(?:https?:)?\/\//i.test(address);

/** A file without its ending; a folder's `index` is the folder. */
const bareFile = (path: string): string =>
  path.replace(/\.\w{1,8}$/, '').replace(/\/_?index$/i, '');

/** The host of a whole address, without `www.`; http and https are one. */
export function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !isWhole(address)) return undefined;
  const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1];
  return host?.toLowerCase().replace(/^www\./, '');
}

/** The path of an address as it is compared: decoded, without index, ending and slash at its end. */
function pathName(address: string): string | undefined {
  try {
    const { pathname, search } = new URL(address, 'https://old.invalid/');
    const query = /^\?(?:p|page_id|id)=\d+$/.test(search) ? search : '';
    const path = decodeURIComponent(pathname)
      .replace(/\/index\.(?:html?|php)$/i, '/')
      .replace(/\.html?$/i, '')
      .replace(/\/+$/, '');
    return path + query === '' ? undefined : path + query;
  } catch {
    return undefined;
  }
}

/** The names a link may mean, surest first. */
function* namesOf(address: string, place: LinkPlace): Generator<string> {
  if (isWhole(address)) {
    const path = pathName(address);
    if (path !== undefined) yield `${hostOf(address)}${path}`;
    return;
  }
  // Zola writes `@/` for the folder of its articles.
  const asFile = decoded(address.replace(/\?.*$/s, '')).replaceAll('\\', '/').replace(/^@\//, '/');
  const isSource = sourceFile.test(asFile);
  if (!isSource) {
    for (const own of [...place.aliases, ...(place.url === undefined ? [] : [place.url])]) {
      const path = URL.canParse(address, new URL(own, 'https://old.invalid/').href)
        ? pathName(new URL(address, new URL(own, 'https://old.invalid/').href).href)
        : undefined;
      if (path === undefined) continue;
      const host = hostOf(place.url);
      if (host !== undefined) yield host + path;
      yield path;
    }
    const path = pathName(address);
    if (path !== undefined && address.startsWith('/')) yield path;
  }
  const folders = place.original.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    // Beside the original first; then, as site generators look, below the folders above it.
    if (depth < folders.length && !isSource && !address.startsWith('/')) break;
    yield `file:${bareFile(posix.join(...folders.slice(0, depth), asFile)).replace(/^\/+|\/+$/g, '')}`;
  }
  if (isSource && !asFile.includes('/')) yield weakName(place.original, bareFile(asFile));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Two FNV-1a hashes of 32 bits as one number of 53: of a million names two are one in ten thousand archives. */
function numberOf(written: string): number {
  // A Mac takes letters with accents apart where others write them whole.
  const name = written.normalize('NFC');
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0) * 0x200000 + (b >>> 11);
}
