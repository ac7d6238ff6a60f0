// What XML 1.0 §2.2 does not admit, not even escaped.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Escapes text for XML content and attributes (XML 1.0 §2.4); characters that XML does not admit are left out. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(notXml, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
