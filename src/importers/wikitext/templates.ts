// Templates that readers see. A wiki defines its own; these are the commonest of Wikinews and Wikipedia.

/** Templates whose last value is what readers see: `{{w|Hu Jintao|Hu}}`, `{{lang|fr|oui}}`. */
const shownLast = /^(?:w|wikipedia|lang|nowrap|small|big|nobr|abbr|foreign ?name|byline)$/i;

/** Templates of a source, whose values have names. */
const ofSource = /^(?:source|cite|citation|literatur|internetquelle|article|ouvrage|lien web)/i;

/** Texts of templates, from the inside out, as they nest; a text nested deeper keeps its braces. */
export function expandTemplates(text: string): string {
  let expanded = text;
  for (let round = 0; round < 8 && expanded.includes('{{'); round++)
    expanded = expanded.replace(/\{\{([^{}]*)\}\}/g, (_, inside: string) => templateText(inside));
  // One cut off by whoever made the table that it stands in.
  return expanded.replace(/\{\{[^{}]*$|^[^{}\n]{0,40}\}\}/gm, '');
}

function templateText(inside: string): string {
  const [name = '', ...values] = inside.split('|').map((part) => part.trim());
  if (ofSource.test(name)) return sourceText(values);
  return shownLast.test(name)
    ? (values.filter((value) => !/^\w+\s*=/.test(value)).at(-1) ?? '')
    : '';
}

/** `[address title] — publisher, date`. */
function sourceText(values: readonly string[]): string {
  const named = new Map(
    values.map((value): [string, string] => {
      const [, name = '', text = ''] = /^([\w ]+?)\s*=\s*(.*)$/s.exec(value) ?? [];
      return [name.toLowerCase(), text.trim()];
    }),
  );
  const get = (...names: string[]): string =>
    names.map((name) => named.get(name) ?? '').find((text) => text !== '') ?? '';
  const title = get('title', 'titel', 'titre').replace(/[[\]]/g, '');
  const url = get('url');
  const head = /^https?:\/\/\S+$/.test(url) ? `[${url} ${title || url}]` : title;
  const tail = [get('author', 'autor', 'auteur'), get('pub', 'publisher', 'work'), get('date')];
  return [head, tail.filter((text) => text !== '').join(', ')]
    .filter((text) => text !== '')
    .join(' — ');
}

/** The day that the template of a dateline names: `{{date|February 2, 2006}}`. */
export function dateInTemplates(text: string): string | undefined {
  const value = /\{\{\s*(?:date|datum|fecha|data|дата)\s*\|([^{}|]*)/i.exec(text)?.[1]?.trim();
  return value === '' ? undefined : value;
}
