// An address such as `/?p=12`, which WordPress gave to articles, is the front page to a file host. This finds
// the article and goes there; the addresses are fetched only when one is asked for.

const { search, pathname } = location;
if (/^\?(?:p|page_id|id)=\d+$/.test(search)) {
  fetch(`${pathname}old-addresses.json`)
    .then((response) => response.json() as Promise<Record<string, string>>)
    .then((paths) => {
      const path = paths[search];
      if (path !== undefined) location.replace(pathname + path.slice(1));
    })
    // Without an answer the front page is a good place to search from.
    .catch(() => undefined);
}
