/** The texts of notes, `<ref>…</ref>`, and the body with their numbers in place of them, between `\uE002` and `\uE003`. */
export function collectNotes(text: string): { body: string; notes: string[] } {
  const notes: string[] = [];
  const numberByName = new Map<string, number>();
  let body = '';
  let from = 0;
  for (const tag of text.matchAll(/<ref\b([^<>]*)>/gi)) {
    if (tag.index < from) continue;
    const [whole, attributes = ''] = tag;
    const name = /\bname\s*=\s*["']?([^"'/]+)/i.exec(attributes)?.[1]?.trim();
    let number = name === undefined ? undefined : numberByName.get(name);
    body += text.slice(from, tag.index);
    from = tag.index + whole.length;
    if (!attributes.trimEnd().endsWith('/')) {
      const end = text.indexOf('</ref>', from);
      if (end < 0) break;
      const note = text.slice(from, end);
      from = end + '</ref>'.length;
      if (number === undefined && note.trim() !== '') number = notes.push(note);
    }
    if (number === undefined) continue;
    if (name !== undefined) numberByName.set(name, number);
    body += `\uE002${number}\uE003`;
  }
  return { body: body + text.slice(from), notes };
}
