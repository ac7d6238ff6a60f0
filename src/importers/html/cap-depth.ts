/** Elements nested deeper than this are a trap, not a text. */
const deepest = 300;

/** Elements that need no end tag, or have none. */
const withoutEnd =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|li|p|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup)$/i;

/**
 * Cuts all tags out of absurdly nested HTML, which would overflow the stack of every tool behind the parser;
 * the text stays.
 */
export function capDepth(html: string): string {
  let depth = 0;
  let most = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b/gi)) {
    if (withoutEnd.test(match[2] ?? '')) continue;
    depth = Math.max(0, depth + (match[1] === '/' ? -1 : 1));
    if (depth > most) most = depth;
  }
  return most > deepest
    ? html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z][^<>]*>/gi, ' ')
    : html;
}
