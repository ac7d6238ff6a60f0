import { escapeHtml } from '../markdown/escape-html.ts';

/** Puts the place line before a text's first words, where the text begins with a paragraph; else above it. */
export function withPlaceLine(html: string, dateline: string | undefined): string {
  if (!dateline) return html;
  const line = `<span class="dateline">${escapeHtml(dateline)}</span>`;
  const opening = /^<p[^>]*>/.exec(html)?.[0];
  return opening ? `${opening}${line} — ${html.slice(opening.length)}` : `<p>${line}</p>${html}`;
}
