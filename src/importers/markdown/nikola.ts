// The head of a text of Nikola (https://getnikola.com/handbook.html#metadata-fields): lines such as `.. title: Flood`,
// in a comment of HTML where the text is Markdown.

const field = /^\.\. ([\w-]+):[ \t]*(.*)$/;

export interface NikolaHead {
  data: Record<string, string>;
  /** The number of lines the head takes. */
  lines: number;
}

/** Reads the head a text begins with; none where it is none. */
export function nikolaHead(text: string): NikolaHead | undefined {
  const lines = text.split('\n', 60);
  const inComment = /^<!--[ \t]*$/.test(lines[0] ?? '');
  const data: Record<string, string> = {};
  let at = inComment ? 1 : 0;
  for (; at < lines.length; at++) {
    const [, name, value = ''] = field.exec(lines[at] ?? '') ?? [];
    if (name !== undefined) data[name] = value.trim();
    else if ((lines[at] ?? '').trim() !== '' || !inComment) break;
  }
  if (inComment && !/^[ \t]*-->/.test(lines[at] ?? '')) return undefined;
  return data['title'] === undefined ? undefined : { data, lines: inComment ? at + 1 : at };
}
