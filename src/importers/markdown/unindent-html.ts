// HTML in Markdown that goes on behind blank lines. CommonMark ends such a block at the first of them, and takes
// what is indented behind it for code; kramdown and the Markdown of before read on to the end tag.

const block =
  'address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|header|main|nav|ol|section|table|tbody|thead|tfoot|tr|ul';
const opensBlock = new RegExp(`^ {0,3}<(?:${block})\\b`, 'i');
const opensParagraph = /^ {0,3}<p\b/i;
const blockTags = new RegExp(`<(/?)(?:${block})\\b[^<>]*>`, 'gi');
const startsWithTag = /^[ \t]*<\/?[a-z]/i;

/** Takes the indentation from lines of HTML inside of a block of HTML, so that none of them is code. */
export function unindentHtml(markdown: string): string {
  if (!/^[ \t]+<\/?[a-z]/im.test(markdown)) return markdown;
  let depth = 0;
  let fence: string | undefined;
  let inPre = false;
  let inParagraph = false;
  let afterTag = false;
  const lines = markdown.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    if (fence !== undefined) return line;
    const isInside = depth > 0 || inParagraph;
    if (!isInside && !opensBlock.test(line) && !opensParagraph.test(line)) return line;
    for (const [, slash] of line.matchAll(blockTags)) depth += slash === '/' ? -1 : 1;
    depth = Math.max(0, depth);
    if (opensParagraph.test(line)) inParagraph = !/<\/p>/i.test(line);
    else if (/<\/p>/i.test(line) || /^[^\s<]/.test(line)) inParagraph = false;
    const wasInPre = inPre;
    if (/<(\/?)pre\b/i.test(line)) inPre = !/<\/pre\b/i.test(line);
    if (wasInPre || !isInside) return line;
    const isHtml = startsWithTag.test(line);
    // Text behind a tag is that element's; a list or a text of Markdown keeps its shape.
    const goesOn = !isHtml && afterTag && /^(?: {4}|\t)/.test(line);
    if (line.trim() !== '') afterTag = isHtml || goesOn;
    return isHtml || goesOn ? line.trimStart() : line;
  });
  return lines.join('\n');
}
