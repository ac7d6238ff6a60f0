/** A file name the servers of old sites gave to folders: the address is that of the folder. */
const folderIndex = /\/index\.(?:html?|php)$/i;

/**
 * Makes paths of this site from the addresses an article had: without host, with a slash at their head,
 * percent-encoded, each once. Those that say nothing (`/`) or are the article's own address are left out.
 *
 * @param own the article's address on this site, `/2023/11/12/flood/`
 */
export function cleanAliases(addresses: readonly string[], own: string): string[] {
  const paths = addresses.map(pathOf).filter((path) => path !== undefined);
  return [...new Set(paths)].filter((path) => path !== own && `${path}/` !== own);
}

/** The address of an article file on this site, `/2023/11/12/flood/`. */
export const addressOfFile = (file: string): string =>
  file.replace(/^articles/, '').replace(/\.md$/, '/');

/** The path and query of an address, `/2009/05/flood/` or `/?p=12`. */
function pathOf(address: string): string | undefined {
  const text = address.trim();
  if (text === '' || text.startsWith('#') || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(text))
    return undefined;
  try {
    const { pathname, search } = new URL(text, 'https://old.invalid/');
    const query = /^\?(?:p|page_id|id)=\d+$/.test(search) ? search : '';
    const path = `${pathname.replace(folderIndex, '/')}${query}`.replaceAll("'", '%27');
    // Jekyll's `/:year/:title/` is a pattern.
    return path === '/' || /\/:[a-z]/.test(path) || path.startsWith('//') || /[\\<>"\s]/.test(path)
      ? undefined
      : path;
  } catch {
    return undefined;
  }
}
