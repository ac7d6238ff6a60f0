// Wiki text of MediaWiki as Markdown: headings, lists, links, pictures, notes, and those templates that readers see.
// It is no parser of templates: what a template would compute is left out.

import { decodeHTML } from 'entities';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { collectNotes } from './notes.ts';
import { expandTemplates } from './templates.ts';

/** Whether a text is written in wiki marks: links in double brackets and quotes, templates in braces. */
export const looksLikeWikitext = (text: string): boolean =>
  /\[\[[^[\]\n]+\]\]/.test(text) ||
  /\{\{[^{}\n]+\|[^{}\n]*\}\}/.test(text) ||
  /^==+ .+ ==+\s*$/m.test(text);

export interface WikitextOptions {
  /** The address of another page of the wiki by its title; without it links within the wiki are text. */
  addressOf?: ((title: string) => string) | undefined;
}

/** Links that show no text where they stand, in the languages of the largest wikis. */
const category =
  /^\s*(?:Category|Kategorie|Catégorie|Categoría|Categoria|Категория|تصنيف|分类|カテゴリ)\s*:/i;
const picture =
  /^\s*:?(?:File|Image|Datei|Bild|Fichier|Archivo|Immagine|Ficheiro|Файл|ملف|文件|ファイル)\s*:\s*/i;
const soundOrFilm = /\.(?:og[gav]|webm|mp3|wav|flac|mid|pdf|djvu)$/i;

/** Options of a picture that are not its caption. */
const pictureOption =
  /^(?:thumb|thumbnail|mini|vignette|miniatur|frame|frameless|framed|border|left|right|center|centre|none|links|rechts|gauche|droite|upright.*|[\dx]+ ?px|alt=.*|link=.*|page=.*|lang=.*|class=.*)$/i;

/** The names of the categories a wiki text is in. */
export const categoriesOf = (text: string): string[] =>
  [...text.matchAll(/\[\[([^[\]|]*)(?:\|[^[\]]*)?\]\]/g)]
    .map(([, target = '']) => target)
    .filter((target) => category.test(target))
    .map((target) => target.replace(category, '').replaceAll('_', ' ').trim());

/** Turns wiki text into Markdown. */
export function wikitextToMarkdown(text: string, options: WikitextOptions = {}): string {
  const visible = cutBetween(cutBetween(text, '<!--', '-->'), '{|', '|}').replace(
    /__[A-Z]+__/g,
    '',
  );
  const { body, notes } = collectNotes(expandTemplates(visible));
  const blocks = toBlocks(withLinks(body, options));
  const definitions = notes.map(
    (note, i) => `[^${i + 1}]: ${toInline(withLinks(note, options).replace(/\s+/g, ' ').trim())}`,
  );
  return [...blocks, ...definitions].join('\n\n').replace(/\uE002(\d+)\uE003/g, '[^$1]');
}

/** A text without what stands between two marks; what does not end stays. */
export function cutBetween(text: string, open: string, close: string): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, from)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    kept += text.slice(from, start);
    from = end + close.length;
  }
  return kept + text.slice(from);
}

/** Links of the wiki as links of the web or as pictures, `[address text]` and `\uE000…\uE001`, from the inside out. */
function withLinks(text: string, options: WikitextOptions): string {
  let linked = text;
  for (let round = 0; round < 4 && linked.includes('[['); round++)
    linked = linked.replace(
      /\[\[([^[\]]*(?:\[https?:[^[\]]*\][^[\]]*)*)\]\]/g,
      (_, inside: string) => linkText(inside, options),
    );
  return linked;
}

function linkText(inside: string, { addressOf }: WikitextOptions): string {
  const [target = '', ...rest] = inside.split('|');
  if (category.test(target)) return '';
  if (picture.test(target)) return pictureText(target.replace(picture, '').trim(), rest, addressOf);
  const [page = '', part] = target.replace(/^:/, '').split('#', 2);
  const shown = (rest.at(-1) ?? '').trim() || target.replace(/^:?(?:\w+:)*/, '').trim();
  // A prefix leads to another wiki, a language or a space of names.
  if (!addressOf || page === '' || /^\w+:/.test(page) || shown.includes('[')) return shown;
  return `[${addressOf(page)}${part === undefined ? '' : `#${part.replaceAll(' ', '_')}`} ${shown}]`;
}

/** A picture; where the wiki has an address a link to its page there, for dumps hold no pictures. */
function pictureText(
  name: string,
  options: readonly string[],
  addressOf: WikitextOptions['addressOf'],
): string {
  if (soundOrFilm.test(name)) return '';
  const alt = options.find((option) => /^\s*alt=/.test(option))?.replace(/^\s*alt=/, '');
  const caption = options.findLast((option) => !pictureOption.test(option.trim()));
  const shown = (alt ?? caption ?? '').replace(/\[https?:\S+ ([^\]]*)\]/g, '$1').trim();
  if (addressOf) return `\n\n[${addressOf(`File:${name}`)} ${shown || name}]\n\n`;
  return `\n\n\uE000${name}\uE001${shown}\uE000\n\n`;
}

function toBlocks(text: string): string[] {
  return text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:p|div|blockquote|center)\b[^<>]*>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .split(/\n\s*\n|(?<=^|\n)(?==+[^=\n])|(?<==[ \t]*)\n|\n(?:-{4,})(?=\n|$)/)
    .map((block) => toBlock(block.trim()))
    .filter((block) => block !== '');
}

function toBlock(block: string): string {
  const heading = /^(={1,6})[ \t]*([^\n]+?)[ \t]*\1$/.exec(block);
  if (heading) {
    const level = Math.max((heading[1] ?? '').length, 2);
    return `${'#'.repeat(level)} ${toInline((heading[2] ?? '').replace(/'{2,}/g, ''))}`;
  }
  const shown = /^\uE000([^\uE001]*)\uE001([^\uE000]*)\uE000$/.exec(block);
  if (shown) return `![${toInline(shown[2]?.trim() ?? '')}](<${encodeName(shown[1] ?? '')}>)`;
  return block.split('\n').map(toLine).join('\n').trim();
}

/** Angle brackets hold blanks, but neither themselves nor line ends. */
const encodeName = (name: string): string => name.replace(/[<>\n\\]/g, encodeURIComponent);

function toLine(line: string): string {
  const [, marks, text = ''] = /^([*#:;]+)[ \t]*(.*)$/.exec(line) ?? [];
  if (marks === undefined) return toInline(line);
  const isEntry = /[*#]$/.test(marks);
  const depth = marks.replace(/[^*#]/g, '').length - 1;
  if (isEntry) return `${'   '.repeat(depth)}${marks.endsWith('#') ? '1.' : '-'} ${toInline(text)}`;
  return marks.includes('*') || marks.includes('#') ? `   ${toInline(text)}` : toInline(text);
}

/** Emphasis and links to other sites; the rest is text. */
function toInline(line: string): string {
  return line
    .split(
      /('{5}[^'\n]+(?:'[^'\n]+)*'{5}|'{3}[^'\n]+(?:'[^'\n]+)*'{3}|'{2}[^'\n]+(?:'[^'\n]+)*'{2}|\[https?:\/\/[^\s\]]+(?: [^\]]*)?\])/,
    )
    .map((piece) => {
      const quoted = /^('{2,5})(.+)\1$/s.exec(piece);
      if (quoted) {
        const marks = { 2: '*', 3: '**', 5: '***' }[(quoted[1] ?? '').length] ?? '';
        return `${marks}${toInline((quoted[2] ?? '').trim())}${marks}`;
      }
      const link = /^\[(https?:\/\/[^\s\]]+)(?: ([^\]]*))?\]$/.exec(piece);
      if (link)
        return `[${toInline(link[2]?.trim() || (link[1] ?? ''))}](${bracketsEncoded(link[1] ?? '')})`;
      const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
      return middle === '' ? before : before + escapeMarkdown(decodeHTML(middle)) + after;
    })
    .join('');
}

/** Round brackets would end the address of a Markdown link. */
const bracketsEncoded = (address: string): string =>
  address.replaceAll('(', '%28').replaceAll(')', '%29');
