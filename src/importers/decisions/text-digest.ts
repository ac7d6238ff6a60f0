import { hash } from 'node:crypto';

/**
 * A digest that two copies of one text share: Unicode form, white space, the shapes of quotation marks,
 * hyphens and Markdown's marks do not count.
 */
export function textDigest(body: string): string {
  const plain = body
    .normalize('NFC')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[\s\\*_]+/g, ' ')
    .trim();
  return hash('sha256', plain).slice(0, 32);
}
