// Markdown as site generators keep it: Jekyll, Hugo, Eleventy, Zola, Pelican, Hexo, Astro; and their HTML files
// that begin with front matter. What their front matter calls the fields is in `fields/field-names.ts`, how it is
// fenced in `markdown/front-matter-dialects.ts`.

import type { Importer } from '../importer.ts';
import { htmlFile, readMarkdown } from '../markdown/read-markdown.ts';

const markdownFile = /\.(?:md|markdown|mdown|mkd|mkdn|mdx|qmd|rmd)$/i;

const fences = /^\s*(?:---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)|\+\+\+[ \t]*\n[\s\S]*?\n\+\+\+)/;

export const importer: Importer = {
  format: 'markdown',
  reads:
    'Markdown and HTML with YAML, TOML, JSON or unfenced front matter (Jekyll, Hugo, Eleventy, Zola, Pelican, Hexo, Astro)',
  recognise({ text, path }) {
    const fenced = fences.test(text);
    if (markdownFile.test(path)) return fenced ? 95 : 70;
    if (htmlFile.test(path)) return fenced ? 92 : 0;
    return fenced ? 60 : 0;
  },
  read: readMarkdown,
};
