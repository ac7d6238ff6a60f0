// An SVG that a page shows as a picture runs nothing and loads nothing (SVG 2 §2.2.2, secure static mode). Opened
// at its own address it is a document of the site: a script in it could do there what the site's own may. So a
// drawing that holds anything of the kind is refused. These patterns are wider than the grammar on purpose: they
// find what they look for under any prefix, in comments and in CDATA sections as well.

const forbidden: readonly RegExp[] = [
  // Script, and what brings other documents into the drawing.
  /<(?:[\w.-]+:)?(?:script|handler|listener|foreignobject|iframe|frame|object|embed|applet|audio|video|html|body|meta|base|link|form)\b/i,
  // Event attributes.
  /[\s"'/]on[a-z]{3,}\s*=/i,
  // Entities could hide any of these.
  /<!ENTITY\b/i,
  /<\?xml-stylesheet\b/i,
  /(?:java|vb|live)script\s*:/i,
  /\bdata\s*:\s*(?!image\/(?:png|jpe?g|gif|webp|avif)\b|font\/|application\/(?:x-)?font)[a-z]+\//i,
  // An animation may put a script into a link.
  /\battributeName\s*=\s*["']\s*(?:xlink:)?(?:href|on\w+)/i,
  // What is loaded from elsewhere tells a third party who reads.
  /(?:\bhref|\bsrc)\s*=\s*["']\s*(?:[a-z][a-z0-9+.-]*:)?\/\/[^"']*["'][^>]*>/i,
  /@import\b/i,
  /\burl\(\s*["']?\s*(?:https?:)?\/\//i,
];

/** A link in a drawing, which a reader follows by hand, loads nothing. */
const link = /<(?:[\w.-]+:)?a\s[^>]*>/gi;

/**
 * Finds the first thing in an SVG that could run, or load from elsewhere, when it is opened by itself.
 *
 * @returns it as it is written, shortened; none where the drawing is safe
 */
export function findUnsafe(svg: string): string | undefined {
  const plain = decodeReferences(svg);
  for (const pattern of forbidden) {
    const text = pattern.source.includes('\\bhref|\\bsrc')
      ? plain.replace(link, (tag) => (/^[^>]*script\s*:/i.test(tag) ? tag : ''))
      : plain;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found.trim().slice(0, 60);
  }
  return undefined;
}

/** `&#106;avascript:` reads `javascript:`; blanks and control characters within a scheme do not count. */
function decodeReferences(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
    })
    .replace(/&(?:Tab|NewLine);/g, '')
    .replace(/&colon;/g, ':')
    .replace(/(?<=[a-z])[\t\n\r]+(?=[a-z]*:)/gi, '');
}
