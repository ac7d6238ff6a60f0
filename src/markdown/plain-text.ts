// Most news is plain paragraphs under plain headings. Nothing in them can mean anything in Markdown but the empty lines and
// the number signs, and their tree is made without a parser, in a twentieth of its time.

import type { Element, Root, RootContent } from 'hast';
import { joinWideLines } from './silent-line-ends.ts';

/**
 * What may mean something in CommonMark, beside headings (0.31.2 §2, §4 to §6): escapes, code, emphasis, links; tabs and
 * the characters that are replaced; character references; blanks that indent a line, or break it; what begins a line of a
 * list, a quotation, a fence, a rule or a heading of another kind.
 */
const mayMean =
  /[\\`*_[\]\t\r\0\uFEFF]|&[#a-z0-9]+;|<[a-z!/?]| $|^(?:[ >+\-=~]|#(?!#{1,5} +[^\s#][^#\n]*(?![^\n]))|\d{1,9}[.)](?:\s|$))/im;

const joinLines = joinWideLines();

/**
 * Reads a text that CommonMark takes for paragraphs and headings without any mark in them, as remark reads it, but for the
 * positions of its elements.
 *
 * @returns none where anything else may stand in it
 */
export function readPlainText(body: string): Root | undefined {
  if (mayMean.test(body)) return undefined;
  const tree: Root = { type: 'root', children: [] };
  let lines: string[] = [];
  let hasLines = false;
  const endParagraph = (): void => {
    if (lines.length > 0) add(tree, 'p', lines.join('\n'));
    hasLines ||= lines.length > 1;
    lines = [];
  };
  for (const line of body.split('\n')) {
    if (line === '') endParagraph();
    else if (line.startsWith('#')) {
      endParagraph();
      const level = line.indexOf(' ');
      add(tree, `h${level}`, line.slice(level).trimStart());
    } else lines.push(line);
  }
  endParagraph();
  if (hasLines) joinLines(tree);
  return tree;
}

function add({ children }: Root, tagName: string, text: string): void {
  const element: Element = {
    type: 'element',
    tagName,
    properties: {},
    children: [{ type: 'text', value: text }],
  };
  const lineEnd: RootContent = { type: 'text', value: '\n' };
  children.push(...(children.length > 0 ? [lineEnd] : []), element);
}
