import anyAscii from 'any-ascii';

/** The longest slug in characters: an address stays readable and a file name far under 255 bytes. */
const longest = 60;

/**
 * Makes the last part of an article's address from any text: lower-case ASCII letters and digits in words
 * joined by hyphens, at most 60 characters, whole words where possible, and neither digits alone (which
 * would collide with the address of a day or month) nor a name that Windows keeps for a device.
 *
 * @example slugFor('Flood, 1953!')  // 'flood-1953'
 * @example slugFor('北京')           // 'bei-jing'
 */
export function slugFor(text: string): string {
  const words = anyAscii(spellSigns(spacedIdeographs(text.normalize('NFC'))))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = (words.shift() ?? '').slice(0, longest);
  for (const word of words) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  if (slug === '') return 'article';
  return /[a-z]/.test(slug) && !deviceOfWindows.test(slug)
    ? slug
    : `n-${slug}`.slice(0, longest).replace(/-$/, '');
}

/** No file or folder can have these names on Windows, with or without an ending (Win32, *Naming Files*). */
const deviceOfWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** `C`, `C++` and `C#` are three topics, and `Disney+` is not Disney: signs that end a name are spelt. */
function spellSigns(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}+])\+(?![\p{L}\p{N}])/gu, ' plus ')
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, ' sharp ');
}

/** `any-ascii` writes 北京 as `BeiJing`; a space between ideographs keeps its syllables apart. */
function spacedIdeographs(text: string): string {
  return text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ');
}

/** Whether a text is a slug as it stands. */
export function isSlug(text: string): boolean {
  return text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text);
}
