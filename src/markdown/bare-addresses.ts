// Where a bare address ends. GitHub's Markdown lets it run on to the next blank, which Chinese and Japanese do not
// write: `https://example.org/plan。明日まで` is an address and a sentence.

import type { Link, PhrasingContent, Root } from 'mdast';
import type { Code, Construct, State } from 'micromark-util-types';
import type { Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** Signs that no address holds unescaped (RFC 3987 §2.2 allows letters, not the punctuation of a sentence). */
const foreign =
  /[“”„‚«»‹›…—،؛؟۔।॥։።\u3000-\u3004\u3008-\u3020\u3030\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/u;

/** Signs that end the sentence around an address (GFM 0.29 §6.9, extended autolink path validation). */
const trailing = /[?!.,:*_~'"‘’]+$/u;

const anotherAddress = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<]+/giu;

/**
 * A remark plugin, to stand after `remark-gfm`: bare addresses end before punctuation that no address holds. Most
 * are found while the text is taken apart; `remark-gfm` finds some more in what is left of it.
 */
export function endBareAddresses(this: Processor) {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- so unified calls a plugin
  for (const { text } of this.data().micromarkExtensions ?? []) {
    for (const [code, constructs] of Object.entries(text ?? {})) {
      const list = Array.isArray(constructs) ? constructs : [constructs];
      if (text) text[Number(code)] = list.filter((one) => one !== undefined).map(endEarlier);
    }
  }
  return (tree: Root): void => {
    visit(tree, 'link', (link, index, parent) => {
      const written = bareAddress(link);
      if (written === undefined || index === undefined || !parent || !foreign.test(written)) return;
      const prefix = link.url.slice(0, link.url.length - written.length);
      const pieces = linkAddresses(written, prefix);
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

/** A bare address as written: the link's source is its text, without brackets of any kind. */
function bareAddress({ url, children, position }: Link): string | undefined {
  const [text, ...others] = children;
  if (text?.type !== 'text' || others.length > 0 || !url.endsWith(text.value)) return undefined;
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return text.value;
  return end.offset - start.offset === text.value.length ? text.value : undefined;
}

/** Links the address that a text begins with, and those behind it. */
function linkAddresses(text: string, prefix: string): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let rest = text;
  let before = prefix;
  while (rest !== '') {
    const end = rest.search(foreign);
    const address = (end < 0 ? rest : rest.slice(0, end)).replace(trailing, '');
    const value = { type: 'text' as const, value: address };
    if (/^(?:\w+:\/\/)?[\p{L}\p{N}]/u.test(address)) {
      found.push({ type: 'link', url: before + address, title: null, children: [value] });
    } else if (address !== '') found.push(value);
    rest = rest.slice(address.length);
    anotherAddress.lastIndex = 0;
    const next = anotherAddress.exec(rest);
    const gap = next ? rest.slice(0, next.index) : rest;
    if (gap !== '') found.push({ type: 'text', value: gap });
    rest = rest.slice(gap.length);
    before = /^www\./i.test(rest) ? 'http://' : '';
  }
  return found;
}

/** A blank, at which every address ends. */
const blank: Code = 32;

/** A construct that takes foreign signs for blanks, where it is one that finds addresses. */
const endEarlier = (construct: Construct): Construct =>
  /^(?:www|protocol)Autolink$/.test(construct.name ?? '')
    ? asBlanks(construct, new Sight())
    : construct;

/** What the states of one construct see, and what really stands there. */
class Sight {
  actual: Code = null;
  readonly #done = new WeakSet<State>();

  /** A state that sees a blank where a foreign sign stands, and so do those that it leads to. */
  of(state: State): State {
    if (this.#done.has(state)) return state;
    const seeing: State = (code) => {
      this.actual = code;
      const next = state(isForeign(code) ? blank : code);
      return next && this.of(next);
    };
    this.#done.add(seeing);
    return seeing;
  }

  /** A state outside of the construct, which sees what stands there. */
  leave(state: State): State {
    return () => {
      const next = state(this.actual);
      if (next) this.#done.add(next);
      return next;
    };
  }
}

const isForeign = (code: Code): boolean =>
  code !== null && code > 0 && foreign.test(String.fromCharCode(code));

function asBlanks(construct: Construct, sight: Sight): Construct {
  const { tokenize } = construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const inside = { ...effects };
      for (const kind of ['attempt', 'check'] as const) {
        inside[kind] = (inner, then, otherwise) => {
          const after = otherwise && sight.of(otherwise);
          const start = effects[kind](asBlanks(inner as Construct, sight), sight.of(then), after);
          return () => start(sight.actual);
        };
      }
      return sight.of(tokenize.call(this, inside, sight.leave(ok), sight.leave(nok)));
    },
  };
}
