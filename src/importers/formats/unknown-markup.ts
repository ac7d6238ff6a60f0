// Texts in a markup that no reader knows, told by the names of their files: each is refused by name, so that its marks
// never become an article.

import type { Importer, ImportContext, Reading } from '../importer.ts';
import { refuse } from '../refuse.ts';

/** Markups by the endings of their files, with Pandoc's name for each. */
const markups: readonly (readonly [RegExp, string, string])[] = [
  [/\.(?:rst|rest)$/i, 'reStructuredText', 'rst'],
  [/\.(?:adoc|asciidoc)$/i, 'AsciiDoc', 'asciidoc'],
  [/\.org$/i, 'Org', 'org'],
  [/\.textile$/i, 'Textile', 'textile'],
  [/\.(?:tex|latex)$/i, 'LaTeX', 'latex'],
  [/\.rtf$/i, 'Rich Text Format', 'rtf'],
];

const rtf = /^\s*\{\\rtf1/;

const markupOf = (path: string, text: string) =>
  markups.find(([ending]) => ending.test(rtf.test(text) ? '.rtf' : path));

function read(text: string, context: ImportContext): Reading[] {
  const [, name = 'a markup', pandoc = 'markdown'] = markupOf(context.path, text) ?? [];
  return [
    refuse(context, {
      rule: 'markup-unknown',
      line: 1,
      message: `It is ${name}, which no reader knows.`,
      fix: `Convert it, for example with \`pandoc --from ${pandoc} --to gfm\`; or take it with its marks by \`--format plain-text\`.`,
    }),
  ];
}

export const importer: Importer = {
  format: 'unknown-markup',
  reads: 'nothing: it says by name which markup it is that no other reader knows',
  recognise: ({ text, path }) => (markupOf(path, text) ? 96 : 0),
  read,
};
