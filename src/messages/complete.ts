import type { MessageTexts, PartialTexts } from './shape.ts';

type Node = { readonly [name: string]: Node | string };

/** Whether a part of the texts is one of them and not a group: a text, the plural forms of one, a list of rows. */
const isOne = (node: unknown): boolean =>
  typeof node !== 'object' || node === null || Array.isArray(node) || 'other' in node;

export interface CompletedTexts {
  texts: MessageTexts;
  /** The names of the texts that were lacking, `searchPage.title`. */
  lacking: string[];
}

/** Takes each text that a language lacks from `whole`, one by one. The plural forms of a text come together. */
export function completeTexts(whole: MessageTexts, part: PartialTexts): CompletedTexts {
  const lacking: string[] = [];
  const complete = (whole: Node, part: Node, path: string): Node =>
    Object.fromEntries(
      Object.entries(whole).map(([name, own]) => {
        const other = part[name];
        if (!isOne(own))
          return [name, complete(own as Node, (other ?? {}) as Node, `${path}${name}.`)];
        if (other === undefined) lacking.push(path + name);
        return [name, other ?? own];
      }),
    );
  const texts = complete(whole as unknown as Node, part as Node, '') as unknown as MessageTexts;
  return { texts, lacking };
}
