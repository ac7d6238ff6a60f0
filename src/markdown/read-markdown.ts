// The one reading of a text: Markdown to the tree of what a reader sees. Its page, summary, headline, contents list
// and word count are made of this tree. The processors are built once and frozen: building one for each article
// costs ten times what the reading does. GFM and raw HTML triple the cost of a text and join only where it has them.

import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkRehype, { type Options as RehypeOptions } from 'remark-rehype';
import { VFile } from 'vfile';
import { endBareAddresses } from './bare-addresses.ts';
import { boundMarkdown } from './bounded-markdown.ts';
import { listItem } from './list-entries.ts';
import { NestedTooDeep, requireShallow } from './nesting.ts';
import { readPlainText } from './plain-text.ts';
import { gatherReferences, type Reference } from './references.ts';
import { keepSafe } from './safe-html.ts';
import { joinWideLines } from './silent-line-ends.ts';

export interface ReadText {
  /** Safe to publish. */
  tree: Root;
  /** With lines and columns counted in the text. */
  references: Reference[];
}

const toHast: RehypeOptions = { allowDangerousHtml: true, handlers: { listItem } };

/** A single tilde is a character, as in `3~5`; two strike out. */
const gfmOptions = { singleTilde: false };

const makeProcessor = ({ gfm, html }: { gfm: boolean; html: boolean }) =>
  remark()
    .use(gfm ? [[remarkGfm, gfmOptions]] : [])
    .use(remarkCjkFriendly)
    .use(gfm ? [[remarkCjkFriendlyStrikethrough, gfmOptions], endBareAddresses] : [])
    .use(boundMarkdown)
    .use(remarkRehype, toHast)
    .use(html ? [rehypeRaw] : [])
    .use(gatherReferences)
    .use(keepSafe)
    .use(joinWideLines)
    .freeze();

const plain = makeProcessor({ gfm: false, html: false });
const withGfm = makeProcessor({ gfm: true, html: false });
const withHtml = makeProcessor({ gfm: true, html: true });

/**
 * Marks that only GFM gives a meaning: a pipe (tables), `~~` (strikethrough), `[^` (footnotes), `[ ]` (tasks), a
 * bare address or mail address; the address of a link, `](https://…)`, is none.
 */
const needsGfm = /\||~~|\[\^|\[[ xX]\]|(?<!\]\()https?:\/\/|(?<!\]\(https?:\/\/)www\.|\w@\w/i;

/** `<` before what may be a tag or a comment. */
const needsHtml = /<[a-z!/?]/i;

/** The processor that knows what a text uses, and as little else as possible. */
function processorFor(body: string): typeof plain {
  if (needsHtml.test(body)) return withHtml;
  return needsGfm.test(body) ? withGfm : plain;
}

/**
 * Reads Markdown as GitHub does, with what Chinese and Japanese need besides; a text without any marks is not parsed.
 *
 * @throws NestedTooDeep
 */
export function readMarkdown(body: string): ReadText {
  const processor = processorFor(body);
  const tree = processor === plain ? readPlainText(body) : undefined;
  return tree ? { tree, references: [] } : parseMarkdown(body);
}

/**
 * The same, always by remark.
 *
 * @throws NestedTooDeep
 */
export function parseMarkdown(body: string): ReadText {
  const processor = processorFor(body);
  const file = new VFile(body);
  const tree = run(processor, file);
  requireShallow(tree);
  return { tree, references: file.data.references ?? [] };
}

function run(processor: typeof plain, file: VFile): Root {
  try {
    return processor.runSync(processor.parse(file), file);
  } catch (error) {
    // V8 says so where the stack is exhausted.
    if (error instanceof RangeError) throw new NestedTooDeep('', { cause: error });
    throw error;
  }
}
