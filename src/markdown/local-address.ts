/** Any page of the site, for addresses that are relative; nobody can have this host (RFC 2606 §2). */
const page = 'https://site.invalid/2023/11/12/flood/';

/**
 * Whether an address leads to this site, as browsers read it (WHATWG URL): it names no scheme and no host. To them
 * `/\host/a.png` and `//host/a.png` with a tab in it name a host, and `https:a.png` does.
 */
export const isLocalAddress = (address: string): boolean =>
  !URL.canParse(address) && URL.parse(address, page)?.origin === new URL(page).origin;
