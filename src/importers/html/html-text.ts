import { decodeHTML } from 'entities';

/** The text of a short piece of HTML, such as a title in a feed: without tags, entities decoded, on one line. */
export function textOfHtml(html: string): string {
  const text = /[<&]/.test(html)
    ? decodeHTML(
        html
          .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
          .replace(/<\/?[a-z][^<>]*>/gi, (tag) =>
            /^<\/?(?:p|div|br|li|h\d)\b/i.test(tag) ? ' ' : '',
          ),
      )
    : html;
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a text holds HTML elements, as opposed to a lone `<`. */
export const looksLikeHtml = (text: string): boolean =>
  /<(?:p|br|div|a|ul|ol|li|h[1-6]|strong|b|em|i|blockquote|img|table|span|figure|section|article)\b[^<>]*\/?>/i.test(
    text,
  ) || /<\/(?:p|div|a|ul|li|strong|em|blockquote|h[1-6])>/i.test(text);
