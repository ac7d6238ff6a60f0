// Markdown in a time that grows as the text does. Emphasis, links and headings are found by looking back over what was
// read before; a text made for it is looked over again at each of its marks. Within these bounds, far beyond what
// anybody writes into a paragraph, nothing is read differently.

import type { Root } from 'mdast';
import { labelEnd, setextUnderline } from 'micromark-core-commonmark';
import type { Construct, Event, Extension, Resolver } from 'micromark-util-types';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';

/** In a paragraph with more marks of emphasis or strikethrough than this, in characters, they are characters. */
const mostMarks = 800;

/** Behind more events than this, of one paragraph, marks are characters; a plain link makes some twenty. */
const mostEvents = 10_000;

/** A word longer than this, in characters, holds no mail address. */
const longestWord = 1000;

/** Stands for the constructs of CommonMark itself, which go by these names. */
const replaced = ['setextUnderline', 'labelEnd'];

type Constructs = Record<string, Construct | Construct[] | undefined>;

/** A remark plugin, to stand after all that give Markdown more marks. */
export function boundMarkdown(this: Processor) {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- so unified calls a plugin
  const data = this.data();
  const resolvers = new Map<Resolver, Resolver>();
  for (const { text, insideSpan } of data.micromarkExtensions ?? []) {
    boundAll(text, resolvers);
    boundAll(insideSpan as Constructs | undefined, resolvers);
  }
  (data.micromarkExtensions ??= []).push(ofCommonMark);
  for (const extension of (data.fromMarkdownExtensions ?? []).flat()) {
    extension.transforms = extension.transforms?.map(
      (transform) => (tree: Root) => (hasEndlessWord(tree) ? undefined : transform(tree)),
    );
  }
}

function boundAll(constructs: Constructs | undefined, resolvers: Map<Resolver, Resolver>): void {
  for (const [code, found] of Object.entries(constructs ?? {})) {
    if (!constructs || !found) continue;
    constructs[code] = (Array.isArray(found) ? found : [found]).map((construct) =>
      near(boundEmphasis(construct, resolvers)),
    );
  }
}

/** Emphasis and strikethrough look for their beginnings at each of their ends. */
function boundEmphasis(construct: Construct, resolvers: Map<Resolver, Resolver>): Construct {
  const { name, resolveAll } = construct;
  const mark = markOf[name ?? ''];
  if (!resolveAll || mark === undefined) return construct;
  // Constructs that share a resolver are resolved together, and are told by its identity.
  let bounded = resolvers.get(resolveAll);
  if (!bounded) {
    bounded = (events, context) =>
      marksIn(events, mark) > mostMarks ? withoutMarks(events, mark) : resolveAll(events, context);
    resolvers.set(resolveAll, bounded);
  }
  return { ...construct, resolveAll: bounded };
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

/** `micromark` copies all that was read before to change its last paragraph into a heading. */
const nearSetextUnderline: Construct = {
  ...setextUnderline,
  name: 'nearSetextUnderline',
  resolveTo(events, context) {
    const start = events.findLastIndex(
      ([kind, { type }]) => kind === 'enter' && type === 'content',
    );
    const paragraph = events.splice(start);
    events.push(...(setextUnderline.resolveTo?.(paragraph, context) ?? paragraph));
    return events;
  },
};

/** A construct that is not tried where it would look back over too much. */
function near(construct: Construct): Construct {
  const { tokenize, previous } = construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return this.events.length > mostEvents ? nok : tokenize.call(this, effects, ok, nok);
    },
    ...(previous && {
      previous(code) {
        return this.events.length <= mostEvents && previous.call(this, code);
      },
    }),
  };
}

const ofCommonMark: Extension = {
  disable: { null: replaced },
  flow: { 45: nearSetextUnderline, 61: nearSetextUnderline },
  text: { 93: near({ ...labelEnd, name: 'nearLabelEnd' }) },
};

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
