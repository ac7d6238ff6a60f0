// Most articles in an export are paragraphs, links and emphasis. Those are turned into Markdown here in a
// fortieth of the time a full parse takes; whatever holds anything else goes the long way.

import { decodeHTML } from 'entities';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { resolveAddress } from './resolve-media.ts';

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi;
const known = /^(?:p|br|b|strong|i|em|a|div)$/i;
const marks: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' };

/** Line breaks at the end of a paragraph show nothing. */
// oxlint-disable-next-line no-control-regex -- a control character marks a line break
const lastBreaks = /[\s\u0001]+$/;

/** A link whose text and address need no second look. */
const simpleLink = /^\s+href="(https?:\/\/[^"\s<>()\\&;]+)"\s*$/i;

/**
 * Turns HTML of paragraphs, line breaks, plain links and well-nested emphasis into Markdown.
 *
 * @returns none where the HTML holds anything else
 */
export function plainHtmlToMarkdown(html: string, address?: string): string | undefined {
  if (html.includes('<!') || html.includes('<?')) return undefined;
  let markdown = '';
  let end = 0;
  const openMarks: string[] = [];
  let href: string | undefined;
  let inline = '';
  const paragraphs: string[] = [];
  const flush = (): boolean => {
    if (openMarks.length > 0 || href !== undefined) return false;
    const text = inline
      .replace(/\s*\n\s*/g, '\n')
      .replace(lastBreaks, '')
      .trim();
    if (text !== '') paragraphs.push(text.replaceAll('\u0001', '\\\n'));
    inline = '';
    return true;
  };
  for (const match of html.matchAll(tag)) {
    const between = html.slice(end, match.index);
    if (between.includes('<') || !addText(between)) return undefined;
    end = match.index + match[0].length;
    const closes = match[1] === '/';
    const name = (match[2] ?? '').toLowerCase();
    const attributes = match[3] ?? '';
    if (!known.test(name)) return undefined;
    if (name !== 'a' && attributes.trim().replace(/\/$/, '') !== '') return undefined;
    if (name === 'p' || name === 'div') {
      if (!flush()) return undefined;
    } else if (name === 'br') {
      if (inline.trim() !== '') inline = `${inline.trimEnd()}\u0001`;
    } else if (name === 'a') {
      if (!closes) {
        const to = simpleLink.exec(attributes)?.[1];
        if (to === undefined || href !== undefined) return undefined;
        href = resolveAddress(to, address);
        inline += '[';
      } else {
        if (href === undefined || inline.endsWith('[')) return undefined;
        inline += `](${href})`;
        href = undefined;
      }
    } else {
      const mark = marks[name] ?? '';
      if (!closes) {
        // Emphasis inside emphasis, or against a letter, follows rules of its own (CommonMark §6.2).
        if (openMarks.length > 0 || /[\p{L}\p{N}*_]$/u.test(inline)) return undefined;
        if (!/^[\p{L}\p{N}]/u.test(html.slice(end, end + 1))) return undefined;
        openMarks.push(name);
        inline += mark;
      } else {
        if (openMarks.pop() !== name) return undefined;
        if (!/[\p{L}\p{N}.!?]$/u.test(inline) || !/^[\s<.,;:!?)]|^$/.test(html.slice(end, end + 1)))
          return undefined;
        if (/[.!?]$/.test(inline) && !/^[\s<]|^$/.test(html.slice(end, end + 1))) return undefined;
        inline += mark;
      }
    }
  }
  const rest = html.slice(end);
  if (rest.includes('<') || !addText(rest) || !flush()) return undefined;
  markdown = paragraphs.join('\n\n');
  return markdown;

  function addText(text: string): boolean {
    if (text === '') return true;
    const decoded = text.includes('&') ? decodeHTML(text) : text;
    if (decoded.includes('\u0001')) return false;
    const escaped = escapePiece(decoded, inline === '' || inline.endsWith('\n'));
    inline += escaped;
    return true;
  }
}

/** Escapes a piece of running text; its outer blanks stay, since the next piece follows on the same line. */
function escapePiece(text: string, atLineStart: boolean): string {
  const collapsed = text.replace(/[^\S\u00A0]+/g, ' ');
  const [, before = '', middle = '', after = ''] = /^( ?)(.*?)( ?)$/su.exec(collapsed) ?? [];
  if (middle === '') return before;
  const escaped = escapeMarkdown(middle);
  // Only a line's beginning is read for list and heading marks.
  return (atLineStart ? '' : before) + escaped + after;
}
