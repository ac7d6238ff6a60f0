// Markdown in a time that grows as the text does. Emphasis, links and headings are found by looking back over what was
// read before; a text made for it is looked over again at each of its marks. Within these bounds, far beyond what
// anybody writes into a paragraph, nothing is read differently.

import type { Root } from 'mdast';
import {
  autolink,
  characterEscape,
  characterReference,
  codeText,
  hardBreakEscape,
  htmlText,
} from 'micromark-core-commonmark';
import type { Construct, Event, FullNormalizedExtension, Resolver } from 'micromark-util-types';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { applyEditsInPlace } from './edit-map.ts';

/** In a paragraph with more marks of emphasis or strikethrough than this, in characters, they are characters. */
const mostMarks = 800;

/** Behind more events than this, of one paragraph, marks are characters; a plain link makes some twenty. */
const mostEvents = 10_000;

/** So are, behind this many, those marks that look back on nothing: escapes, code, tags. */
const mostLocalEvents = 50_000;

const local: ReadonlySet<Construct> = new Set([
  autolink,
  characterEscape,
  characterReference,
  codeText,
  hardBreakEscape,
  htmlText,
]);

/** A word longer than this, in characters, holds no mail address. */
const longestWord = 1000;

/** A remark plugin, to stand after all that give Markdown more marks. */
export function boundMarkdown(this: Processor) {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- so unified calls a plugin
  const data = this.data();
  applyEditsInPlace();
  (data.micromarkExtensions ??= []).push({ document: { null: atFirstLine } });
  for (const extension of (data.fromMarkdownExtensions ?? []).flat()) {
    extension.transforms = extension.transforms?.map(
      (transform) => (tree: Root) => (hasEndlessWord(tree) ? undefined : transform(tree)),
    );
  }
}

/**
 * Stands at the beginning of each line and is never there: micromark gives the constructs of CommonMark to none but
 * those that it tries, and lets an extension add to them, not replace them.
 */
const atFirstLine: Construct = {
  name: 'bounds',
  tokenize(_effects, _ok, nok) {
    boundConstructs(this.parser.constructs);
    return nok;
  },
};

/** The constructs of texts that are being read, once they are bounded. */
const done = new WeakSet<FullNormalizedExtension>();

function boundConstructs(constructs: FullNormalizedExtension): void {
  if (done.has(constructs)) return;
  done.add(constructs);
  const { text, string, insideSpan } = constructs;
  for (const group of [text, string])
    for (const [code, found] of Object.entries(group))
      if (found) group[Number(code)] = [found].flat().map(bounded);
  insideSpan.null = insideSpan.null?.map((span) => ({ ...span, ...boundResolver(span) }));
}

const boundedConstructs = new WeakMap<Construct, Construct>();

/** A construct that is not tried where it would look back over too much. */
function bounded(construct: Construct): Construct {
  let found = boundedConstructs.get(construct);
  if (!found) {
    found = construct.name === 'lineEnding' ? construct : near(construct);
    boundedConstructs.set(construct, found);
  }
  return found;
}

function near(construct: Construct): Construct {
  const { tokenize, previous } = construct;
  const most = local.has(construct) ? mostLocalEvents : mostEvents;
  return {
    ...construct,
    ...boundResolver(construct),
    tokenize(effects, ok, nok) {
      return this.events.length > most ? nok : tokenize.call(this, effects, ok, nok);
    },
    // A mark that is not tried divides no text, either: to join its pieces again micromark moves all that follows.
    previous(code) {
      return this.events.length <= most && (previous?.call(this, code) ?? true);
    },
  };
}

/** Constructs that share a resolver are resolved together, and are told by its identity. */
const resolvers = new WeakMap<Resolver, Resolver>();

/** Emphasis and strikethrough look for their beginnings at each of their ends. */
function boundResolver({ name, resolveAll }: Partial<Construct>): Pick<Construct, 'resolveAll'> {
  const mark = markOf[name ?? ''];
  if (!resolveAll || mark === undefined) return { resolveAll };
  let found = resolvers.get(resolveAll);
  if (!found) {
    found = (events, context) =>
      marksIn(events, mark) > mostMarks ? withoutMarks(events, mark) : resolveAll(events, context);
    resolvers.set(resolveAll, found);
  }
  return { resolveAll: found };
}

/** What constructs call their marks until it is known what they mean. */
const markOf: Readonly<Record<string, string>> = {
  attention: 'attentionSequence',
  strikethrough: 'strikethroughSequenceTemporary',
};

const marksIn = (events: readonly Event[], mark: string): number =>
  events.reduce(
    (sum, event) =>
      event[0] === 'enter' && event[1].type === mark
        ? sum + event[1].end.offset - event[1].start.offset
        : sum,
    0,
  );

function withoutMarks(events: Event[], mark: string): Event[] {
  for (const [, token] of events) if (token.type === mark) token.type = 'data';
  return events;
}

/** Mail addresses are looked for from each letter of a word to its end. */
function hasEndlessWord(tree: Root): boolean {
  const endless = new RegExp(`[-.\\w+]{${longestWord}}`);
  let found = false;
  visit(tree, 'text', ({ value }) => {
    if (value.length < longestWord || !endless.test(value)) return undefined;
    found = true;
    return false;
  });
  return found;
}
