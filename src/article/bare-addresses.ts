// Where a bare address ends. GitHub's Markdown lets it run on to the next blank, which Chinese and Japanese do not
// write: `https://example.org/plan。明日まで` is an address and a sentence.

import type { Link, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Signs that no address holds unescaped (RFC 3987 §2.2 allows letters, not the punctuation of a sentence). */
const foreign =
  /[“”„‚«»‹›…—،؛؟۔।॥։።\u3000-\u3004\u3008-\u3020\u3030\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/u;

/** Signs that end the sentence around an address (GFM 0.29 §6.9, extended autolink path validation). */
const trailing = /[?!.,:*_~'"‘’]+$/u;

const anotherAddress = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<]+/giu;

/** A remark plugin: bare addresses end before punctuation that no address holds. */
export function endBareAddresses() {
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
