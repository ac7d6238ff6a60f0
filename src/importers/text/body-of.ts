import { htmlToMarkdown, type MarkdownFromHtml } from '../html/html-to-markdown.ts';
import { looksLikeHtml } from '../html/html-text.ts';
import { tidyMarkdown } from '../markdown/tidy-markdown.ts';
import { printParagraphs, splitParagraphs } from './paragraphs.ts';
import { looksLikeWikitext, wikitextToMarkdown } from '../wikitext/wikitext.ts';

export type BodyKind = 'html' | 'markdown' | 'plain' | 'wikitext';

/** Marks that nobody writes by accident: links, headings, fences, pictures, bold in the midst of a line. */
const markdownMarks = /\]\((?:https?:|\/)|^#{1,6} \S|^```|!\[[^\]]*\]\(|\*\*\S[^*\n]*\S\*\*/m;

/** What a text that does not say so is written in. */
export function guessBodyKind(text: string): BodyKind {
  if (looksLikeHtml(text)) return 'html';
  if (looksLikeWikitext(text)) return 'wikitext';
  return markdownMarks.test(text) ? 'markdown' : 'plain';
}

/** Turns a text of any of the kinds into the Markdown of an article. */
export function bodyOf(text: string, kind: BodyKind, address?: string): MarkdownFromHtml {
  switch (kind) {
    case 'html':
      return htmlToMarkdown(text, address);
    case 'markdown':
      return tidyMarkdown(text, address);
    case 'wikitext':
      return {
        markdown: wikitextToMarkdown(text),
        notes: ['Wiki marks were turned into Markdown.'],
        pictures: [],
      };
    case 'plain':
      return { markdown: printParagraphs(splitParagraphs(text)), notes: [], pictures: [] };
  }
}
