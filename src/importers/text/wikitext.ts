// The commonest marks of MediaWiki: enough for articles kept as wiki text in a table, no parser of templates.

import { escapeMarkdown } from './escape-markdown.ts';

/** Whether a text is written in wiki marks: links in double brackets and quotes, templates in braces. */
export const looksLikeWikitext = (text: string): boolean =>
  /\[\[[^\]\n]+\]\]/.test(text) ||
  /\{\{[^{}\n]+\|[^{}\n]*\}\}/.test(text) ||
  /^==+ .+ ==+\s*$/m.test(text);

/** Templates whose last value is what readers see: `{{w|Hu Jintao|Hu}}`, `{{lang|fr|oui}}`. */
const shownLast = /^(?:w|wikipedia|lang|nowrap|small|big|nobr|abbr)$/i;

/** Turns wiki text into Markdown; templates that show nothing readable are left out. */
export function wikitextToMarkdown(text: string): string {
  let plain = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<ref\b[^>]*>[\s\S]*?<\/ref>|<ref\b[^>]*\/>/gi, '');
  // From the inside out, as templates nest; a text nested deeper keeps its braces.
  for (let round = 0; round < 8 && plain.includes('{{'); round++) {
    plain = plain.replace(/\{\{([^{}]*)\}\}/g, (_, inside: string) => templateText(inside));
  }
  const shown = plain
    // A template cut off by whoever made the table.
    .replace(/\{\{[^{}]*$|^[^{}\n]{0,40}\}\}/gm, '')
    .replace(/\[\[(?:File|Image|Category|Datei|Kategorie|Fichier|Catégorie)\s*:[^\]]*\]\]/gi, '')
    .replace(/\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, '$1')
    .replace(/\{\|[\s\S]*?\|\}/g, '');
  return shown
    .split(/\n{2,}/)
    .map((paragraph) => paragraphOf(paragraph.trim()))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function templateText(inside: string): string {
  const [name = '', ...values] = inside.split('|').map((part) => part.trim());
  return shownLast.test(name) ? (values.filter((value) => !value.includes('=')).at(-1) ?? '') : '';
}

function paragraphOf(paragraph: string): string {
  const heading = /^(={2,6})\s*(.+?)\s*\1$/.exec(paragraph);
  if (heading)
    return `${'#'.repeat((heading[1] ?? '').length)} ${escapeMarkdown(heading[2] ?? '')}`;
  return paragraph
    .split('\n')
    .map((line) => {
      const bullet = /^([*#]+)\s*(.*)$/.exec(line);
      return bullet
        ? `${bullet[1]?.startsWith('#') ? '1.' : '-'} ${inline(bullet[2] ?? '')}`
        : inline(line.replace(/^:+\s*/, ''));
    })
    .join('\n')
    .trim();
}

/** Emphasis and links to other sites; the rest is text. */
function inline(line: string): string {
  return line
    .split(/('{5}.+?'{5}|'{3}.+?'{3}|'{2}.+?'{2}|\[https?:\/\/[^\s\]]+(?: [^\]]*)?\])/)
    .map((piece) => {
      const quoted = /^('{2,5})(.+)\1$/.exec(piece);
      if (quoted) {
        const marks = { 2: '*', 3: '**', 5: '***' }[(quoted[1] ?? '').length] ?? '';
        return `${marks}${escapeMarkdown(quoted[2] ?? '')}${marks}`;
      }
      const link = /^\[(https?:\/\/[^\s\]]+)(?: ([^\]]*))?\]$/.exec(piece);
      if (link)
        return `[${escapeMarkdown(link[2] || (link[1] ?? ''))}](${bracketsEncoded(link[1] ?? '')})`;
      const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
      return middle === '' ? before : before + escapeMarkdown(middle) + after;
    })
    .join('');
}

/** Round brackets would end the address of a Markdown link. */
const bracketsEncoded = (address: string): string =>
  address.replaceAll('(', '%28').replaceAll(')', '%29');
