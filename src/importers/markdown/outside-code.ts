// Markdown with its code set aside, so that what is shown as code is never changed.

/** A fenced block, to its closing fence or the end; then code in a line. */
const code =
  /^( {0,3}(?:[-*+] +|\d+[.)] +|> ?)*)(`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?\n)??[ >]*\2[`~]*[ \t]*$|^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*$|(?<!`)(`+)(?!`)(?:(?!\n\n)[^`]|(?!\4(?!`))`+)+?\4(?!`)/gm;

/** Changes the text outside of code; code stays as it is. */
export function mapOutsideCode(text: string, change: (piece: string) => string): string {
  const kept: string[] = [];
  const marked = text.replace(code, (block) => `\uE000${kept.push(block) - 1}\uE001`);
  return change(marked).replace(/\uE000(\d+)\uE001/g, (_, i: string) => kept[Number(i)] ?? '');
}
