// What WordPress stores of a post: HTML without paragraphs, which its pages add (`wpautop`), comments that
// mark blocks, and shortcodes in square brackets.

// oxlint-disable no-control-regex -- control characters mark the place of what is set aside: no text has them

import { textOfHtml } from '../html/html-text.ts';

const block =
  'address|article|aside|blockquote|canvas|center|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|noscript|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio|object';
const blockTag = new RegExp(`^</?(?:${block})\\b`, 'i');
const blockTags = new RegExp(`(</?(?:${block})\\b[^>]*>)`, 'gi');

/**
 * Makes paragraphs of blank lines and line breaks of line ends, as a WordPress page does, and leaves what
 * stands in block elements of its own, `pre` and scripts as it is.
 */
export function addParagraphs(stored: string): string {
  if (stored.trim() === '') return '';
  const kept: string[] = [];
  const text = stored
    .replace(/\r\n?/g, '\n')
    .replace(
      /<(pre|script|style|textarea|svg)\b[\s\S]*?<\/\1\s*>/gi,
      (part) => `\n\n\u0002${kept.push(part) - 1}\u0003\n\n`,
    )
    .replace(/<!--\s*\/?wp:[\s\S]*?-->/g, '\n\n')
    .replace(/<!--\s*(?:more|nextpage|noteaser)[\s\S]*?-->/g, '\n\n')
    .replace(blockTags, '\n\n$1\n\n');
  const html = text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) =>
      blockTag.test(piece) || /^\u0002\d+\u0003$/.test(piece)
        ? piece
        : `<p>${piece.replace(/(?<!<br\s?\/?>)\n/gi, '<br>\n')}</p>`,
    )
    .join('\n');
  return unwrapInline(html).replace(/\u0002(\d+)\u0003/g, (_, i: string) => kept[Number(i)] ?? '');
}

/** A list item, a cell or a heading holds its text without a paragraph of its own. */
const unwrapInline = (html: string): string =>
  html.replace(
    /(<(?:li|td|th|dt|h[1-6]|figcaption|p|summary)\b[^>]*>)\s*<p>([\s\S]*?)<\/p>\s*(?=<\/(?:li|td|th|dt|h[1-6]|figcaption|p|summary)>)/gi,
    '$1$2',
  );

export interface ResolvedShortcodes {
  html: string;
  /** Shortcodes that stand in the text as they stood, by name. */
  left: string[];
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s\\]]+))`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find((v) => v !== undefined);

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const link = (href: string, label = href): string =>
  `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;

/** Shortcodes plug-ins add as frames around a text: the frame goes, the text stays. */
const frames =
  /^(?:vc_|et_pb_|fusion_|av_|su_|column|row|one_|two_|three_|half|third|section|container|button|box|highlight|dropcap|quote|pullquote|tab|toggle|accordion|spoiler|center|left|right|div|span)/i;

/** Turns the shortcodes of WordPress itself into HTML; those of plug-ins that frame a text are taken away. */
export function resolveShortcodes(stored: string): ResolvedShortcodes {
  const left = new Set<string>();
  if (!/\[\/?[a-z]/i.test(stored)) return { html: stored, left: [] };
  const kept: string[] = [];
  const html = stored
    .replace(/<(pre|code)\b[\s\S]*?<\/\1\s*>/gi, (part) => `\u0004${kept.push(part) - 1}\u0005`)
    // Two brackets print one: `[[gallery]]`.
    .replace(
      /\[(\[[a-z][\w-]*[^\]]*\])\]/gi,
      (_, inside: string) => `\u0004${kept.push(inside) - 1}\u0005`,
    )
    .replace(
      /\[(?:wp_)?caption([^\]]*)\]([\s\S]*?)\[\/(?:wp_)?caption\]/gi,
      (_, attributes: string, inside: string) => {
        const picture = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0] ?? '';
        const caption = attribute(attributes, 'caption') ?? inside.replace(picture, '').trim();
        return `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
      },
    )
    .replace(
      /\[embed[^\]]*\]\s*(https?:\/\/[^\s[]+)\s*\[\/embed\]/gi,
      (_, href: string) => `<p>${link(href)}</p>`,
    )
    .replace(
      /\[(?:youtube|vimeo|dailymotion|soundcloud|tweet|instagram|googlemaps|ted|slideshare|gist|flickr)[\s=:]+["']?(https?:\/\/[^\s\]"']+)["']?[^\]]*\]/gi,
      (_, href: string) => `<p>${link(href.replaceAll('&amp;', '&'))}</p>`,
    )
    .replace(
      /\[(audio|video|playlist)([^\]]*)\](?:\s*\[\/\1\])?/gi,
      (tag, name: string, attributes: string) => {
        const src =
          ['src', 'mp3', 'mp4', 'm4a', 'm4v', 'ogg', 'ogv', 'webm', 'wav', 'flv']
            .map((key) => attribute(attributes, key))
            .find((value) => value !== undefined) ?? /https?:\/\/\S+/.exec(attributes)?.[0];
        if (src !== undefined) return `<p>${link(src)}</p>`;
        left.add(name.toLowerCase());
        return name.toLowerCase() === 'playlist' ? '' : tag;
      },
    )
    .replace(/\[gallery[^\]]*\]/gi, () => {
      left.add('gallery');
      return '';
    })
    .replace(
      /\[(\/?)([a-z][\w-]*)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s\]]+))*)\s*\/?\]/gi,
      (tag, slash: string, name: string, attributes: string) => {
        const isFrame = frames.test(name) || new RegExp(`\\[/${name}\\]`, 'i').test(stored);
        if (isFrame && (slash !== '' || attributes !== '' || frames.test(name))) return '';
        if (attributes !== '') left.add(name.toLowerCase());
        return tag;
      },
    );
  return {
    html: html.replace(/\u0004(\d+)\u0005/g, (_, i: string) => kept[Number(i)] ?? ''),
    left: [...left],
  };
}

/** A picture's facts from an attachment. */
export interface Attachment {
  url: string;
  alt?: string | undefined;
  caption?: string | undefined;
}

export const plain = (html: string | undefined): string | undefined =>
  html === undefined ? undefined : textOfHtml(html) || undefined;

/** The notes of the block editor, which are kept beside a post's text as a list in JSON, as its pages show them. */
export function footnotesOf(json: string | undefined): string {
  let notes: unknown;
  try {
    notes = JSON.parse(json ?? '[]');
  } catch {
    return '';
  }
  const items = (Array.isArray(notes) ? notes : []).flatMap((note: unknown) => {
    const { id, content } = (note ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof content !== 'string') return [];
    return [`<li id="${escapeHtml(id)}">${content} <a href="#${escapeHtml(id)}-link">↩</a></li>`];
  });
  return items.length > 0 ? `<ol class="wp-block-footnotes">${items.join('')}</ol>` : '';
}
