// The two forms in which Ghost keeps the text of a post beside its HTML, or instead of it: trees of Lexical
// (Ghost 5) and mobiledoc (Ghost 1 to 4). Both become HTML.

import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Yaml } from '../../article/front-matter.ts';
import { at, isJsonRecord, recordsIn, textAt, type JsonRecord } from '../fields/json-records.ts';
import { plainData } from '../fields/plain-data.ts';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function parse(json: string): Yaml | undefined {
  try {
    return plainData(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** Nodes nested deeper than this are a trap, not a text. */
const deepest = 60;

/** The HTML of a text in Lexical; empty where it is none. */
export function lexicalToHtml(json: string): string {
  return childrenToHtml(at(parse(json), 'root'), 0);
}

const childrenToHtml = (node: Yaml | undefined, depth: number): string =>
  depth > deepest
    ? ''
    : recordsIn(at(node, 'children'))
        .map((child) => nodeToHtml(child, depth + 1))
        .join('');

/** Bits of a text's format in Lexical, with the elements they stand for. */
const formats: readonly (readonly [number, string])[] = [
  [1, 'b'],
  [2, 'i'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];

const simple: Readonly<Record<string, string>> = {
  paragraph: 'p',
  quote: 'blockquote',
  'extended-quote': 'blockquote',
  aside: 'blockquote',
  listitem: 'li',
};

function nodeToHtml(node: JsonRecord, depth: number): string {
  const type = textAt(node, 'type') ?? '';
  const inside = (): string => childrenToHtml(node, depth);
  if (type.endsWith('text')) return formatted(at(node, 'text'), Number(node['format'] ?? 0));
  const plain = simple[type];
  if (plain !== undefined) return `<${plain}>${inside()}</${plain}>`;
  switch (type) {
    case 'linebreak':
      return '<br>';
    case 'horizontalrule':
      return '<hr>';
    case 'heading':
    case 'extended-heading': {
      const tag = /^h[1-6]$/.exec(textAt(node, 'tag') ?? '')?.[0] ?? 'h2';
      return `<${tag}>${inside()}</${tag}>`;
    }
    case 'list': {
      const tag = textAt(node, 'listType') === 'number' ? 'ol' : 'ul';
      return `<${tag}>${inside()}</${tag}>`;
    }
    case 'link':
    case 'autolink':
      return `<a href="${escape(textAt(node, 'url') ?? '')}">${inside()}</a>`;
    default:
      return cardToHtml(type, node) ?? inside();
  }
}

const formatted = (text: Yaml | undefined, bits: number): string =>
  formats
    .filter(([bit]) => (bits & bit) !== 0)
    .reduce(
      (html, [, tag]) => `<${tag}>${html}</${tag}>`,
      escape(typeof text === 'string' ? text : ''),
    );

/** A card holds what is not running text: a picture, code, HTML; none where it is of another kind. */
function cardToHtml(type: string, card: JsonRecord): string | undefined {
  const html = textAt(card, 'html') ?? '';
  const caption = textAt(card, 'caption');
  const source = textAt(card, 'src') ?? textAt(card, 'url');
  switch (type) {
    case 'image': {
      const picture = `<img src="${escape(source ?? '')}" alt="${escape(textAt(card, 'alt') ?? '')}">`;
      const below = caption === undefined ? '' : `<figcaption>${caption}</figcaption>`;
      return `<figure>${picture}${below}</figure>`;
    }
    case 'code':
    case 'codeblock':
      return `<pre><code>${escape(textAt(card, 'code') ?? '')}</code></pre>`;
    case 'markdown':
    case 'card-markdown':
      return markdownToHtml(textAt(card, 'markdown') ?? '');
    case 'html':
    case 'embed':
      return html;
    case 'bookmark':
    case 'file':
    case 'audio':
    case 'video': {
      const label = textAt(card['metadata'], 'title') ?? textAt(card, 'title') ?? source ?? '';
      return source === undefined ? '' : `<p><a href="${escape(source)}">${escape(label)}</a></p>`;
    }
    default:
      return undefined;
  }
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** The HTML of a card, which is made safe with all that stands around it. */
const markdownToHtml = (markdown: string): string => String(processor.processSync(markdown));

/** The HTML of a text in mobiledoc (https://github.com/bustle/mobiledoc-kit, format 0.3.1); empty where it is none. */
export function mobiledocToHtml(json: string): string {
  const document = parse(json);
  const listAt = (key: string): Yaml[] => {
    const list = at(document, key);
    return Array.isArray(list) ? list : [];
  };
  const markups = listAt('markups');
  const cards = listAt('cards');
  return listAt('sections')
    .map((section) => {
      if (!Array.isArray(section)) return '';
      const [kind, tag, content] = section;
      if (kind === '1' && typeof tag === 'string' && Array.isArray(content))
        return `<${elementOf(tag)}>${markersToHtml(content, markups)}</${elementOf(tag)}>`;
      if (kind === '3' && typeof tag === 'string' && Array.isArray(content))
        return `<${elementOf(tag)}>${content
          .map((item) => `<li>${Array.isArray(item) ? markersToHtml(item, markups) : ''}</li>`)
          .join('')}</${elementOf(tag)}>`;
      const card = kind === '10' ? cards[Number(tag)] : undefined;
      const [name, payload] = Array.isArray(card) ? card : [];
      return typeof name === 'string' && isJsonRecord(payload)
        ? (cardToHtml(name, payload) ?? '')
        : '';
    })
    .join('');
}

const elementOf = (tag: string): string =>
  /^(?:p|h[1-6]|blockquote|aside|ul|ol|strong|b|em|i|s|code|sup|sub|a)$/.test(tag) ? tag : 'p';

/** Markers open the markups they name by number, and close as many as they say. */
function markersToHtml(markers: readonly Yaml[], markups: readonly Yaml[]): string {
  const open: string[] = [];
  return markers
    .map((marker) => {
      if (!Array.isArray(marker)) return '';
      const [kind, opened, closed, text] = marker;
      const tags = (Array.isArray(opened) ? opened : []).map((number) => {
        const markup = markups[Number(number)];
        const [tag, attributes] = Array.isArray(markup) ? markup : [];
        const name = elementOf(typeof tag === 'string' ? tag : 'em');
        open.push(name);
        const list = Array.isArray(attributes) ? attributes : [];
        const href = list[list.indexOf('href') + 1];
        return name === 'a' && typeof href === 'string'
          ? `<a href="${escape(href)}">`
          : `<${name}>`;
      });
      const ends = Array.from({ length: Number(closed) || 0 }, () => {
        const name = open.pop();
        return name === undefined ? '' : `</${name}>`;
      });
      const shown = kind === '0' && typeof text === 'string' ? escape(text) : '';
      return tags.join('') + shown + ends.join('');
    })
    .join('');
}
