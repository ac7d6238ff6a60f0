/** Escapes text for XML content and attributes (XML 1.0 §2.4). */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
