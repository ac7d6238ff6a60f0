// XML that no other reader knows: it is refused by name, so that its markup never becomes an article.

import type { Importer, ImportContext, Reading } from '../importer.ts';
import { refuse } from '../refuse.ts';

/** What some of it is, by the beginning of its namespace or its root element, and what helps. */
const known: readonly (readonly [RegExp, string, string])[] = [
  [
    /^http:\/\/www\.tei-c\.org\/ns|^TEI(?:\.2)?$/,
    'a text of the Text Encoding Initiative',
    'Convert it to HTML or Markdown (for example with the TEI stylesheets or Pandoc) and import that.',
  ],
  [
    /alto\/ns|^alto$|PAGE\/gts|^PcGts$/,
    'the layout of a scanned page',
    'Export the recognised text, article by article, as plain text or HTML.',
  ],
  [/docbook/i, 'a DocBook document', 'Convert it to HTML or Markdown and import that.'],
  [
    /sitemaps\.org|^(?:urlset|sitemapindex)$/,
    'a sitemap',
    'Save the pages it lists and import them.',
  ],
  [/^opml$/, 'a list of feeds', 'Fetch the feeds it lists and import them.'],
];

const anything =
  'Export the articles in a format that is known (`npm run import -- --help` lists them), or convert them to HTML or Markdown.';

/** The root element of an XML text and its attributes; none where it begins otherwise. */
const rootPattern =
  /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>\s*)*<([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s[^<>]*)?)>/u;

function read(text: string, context: ImportContext): Reading[] {
  const [, root = '', attributes = ''] = rootPattern.exec(text.slice(0, 65_536)) ?? [];
  const [prefix] = root.includes(':') ? root.split(':') : [undefined];
  const declaration = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  const namespace = new RegExp(`\\s${declaration}\\s*=\\s*["']([^"']*)["']`, 'u').exec(
    attributes,
  )?.[1];
  const name = root.replace(/^.*:/, '');
  const [, what, fix = anything] =
    known.find(([pattern]) => pattern.test(namespace ?? '') || pattern.test(name)) ?? [];
  const shown = root === '' ? '' : ` with the root element \`${root}\``;
  const ofNamespace =
    namespace === undefined || namespace === '' ? '' : ` of the namespace ${namespace}`;
  return [
    refuse(context, {
      rule: 'xml-unknown',
      line: 1,
      message: `It is XML${shown}${ofNamespace}${what === undefined ? '' : `, ${what}`}, which no reader knows.`,
      fix,
    }),
  ];
}

export const importer: Importer = {
  format: 'unknown-xml',
  reads: 'nothing: it says by name which XML it is that no other reader knows',
  recognise({ text, path }) {
    const root = rootPattern.exec(text);
    if (root === null) return /^\s*<\?xml\s/.test(text) ? 20 : 0;
    const isHtml = /^html$/i.test(root[1] ?? '');
    if (/^\s*(?:<\?xml\s|<!DOCTYPE\s)/i.test(text)) return isHtml ? 0 : 75;
    if (/\.(?:xml|tei|mets|alto)$/i.test(path)) return 55;
    return /\sxmlns(?::\w+)?\s*=/.test(root[2] ?? '') && !isHtml ? 20 : 0;
  },
  read,
};
