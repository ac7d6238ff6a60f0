import { escapeMarkdown } from './escape-markdown.ts';

/** A line this long was not broken by hand: it is a paragraph of its own. */
const longLine = 100;

/**
 * Cuts plain text into paragraphs: at blank lines; in a text without any, at every line end where lines are
 * paragraphs (long ones, or indented first lines), and nowhere where they were broken to a width.
 *
 * @param text with `\n` as line end
 */
export function splitParagraphs(text: string): string[] {
  const blocks = text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((block) => block.replace(/^\n+/, '').trimEnd())
    .filter((block) => block.trim() !== '');
  if (blocks.length > 1) return blocks;
  const lines = (blocks[0] ?? '').split('\n');
  if (
    lines.length > 1 &&
    lines.every((line) => line.length > longLine || /[.!?…”"»。！？:]\s*$/.test(line))
  ) {
    return lines;
  }
  return splitAtIndents(lines);
}

/** Typewritten paragraphs begin with an indent: a line that has one, after a line that has none. */
function splitAtIndents(lines: readonly string[]): string[] {
  const indented = lines.filter((line) => /^(?: {2,}|\t|\u3000)/.test(line)).length;
  const firstLinesAlone = indented > 0 && indented <= lines.length * 0.6;
  const paragraphs: string[] = [];
  for (const line of lines) {
    const begins = firstLinesAlone && /^(?: {2,}|\t|\u3000)/.test(line);
    const last = paragraphs.length - 1;
    if (last < 0 || begins) paragraphs.push(line);
    else paragraphs[last] += `\n${line}`;
  }
  return paragraphs.filter((paragraph) => paragraph.trim() !== '');
}

const listItem = /^\s*(?:[-*•·–]|\d{1,3}[.)])\s+\S/;

/** Prints paragraphs of plain text as Markdown; a paragraph of list items becomes a list. */
export function printParagraphs(paragraphs: readonly string[]): string {
  return paragraphs
    .map(printParagraph)
    .filter((text) => text !== '')
    .join('\n\n');
}

function printParagraph(paragraph: string): string {
  const lines = paragraph.split('\n');
  if (lines.length < 2 || !lines.every((line) => listItem.test(line)))
    return escapeMarkdown(paragraph);
  return lines
    .map((line) => {
      const number = /^\s*(\d{1,3})[.)]/.exec(line)?.[1];
      const rest = line.replace(/^\s*(?:[-*•·–]|\d{1,3}[.)])\s+/, '');
      return `${number === undefined ? '-' : `${number}.`} ${escapeMarkdown(rest)}`;
    })
    .join('\n');
}
