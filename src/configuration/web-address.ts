/**
 * What is wrong with the address of a site, as the rest of a sentence that begins with it.
 *
 * @returns none where it is sound: `https://` or `http://`, a host, and a path or none
 */
export function explainAddress(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:\/\//i.test(address)) {
    return 'is not a whole address with `https://` at its beginning';
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '' || /[?#]$/.test(address)) {
    return 'has more than a host and a path';
  }
  return /\/\/|%(?:00|2[35f]|3f|5c)/i.test(url.pathname)
    ? 'has a path with an empty part, or a sign that no part of a path can have'
    : undefined;
}

/** Whether a text is a language tag (BCP 47). */
export function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== undefined;
  } catch {
    return false;
  }
}
