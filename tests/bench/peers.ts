// Other makers of sites, for comparison: how each is set up and run. They get the same articles as Markdown, and make equal pages.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { GeneratedArticle } from './generate.ts';

export interface Peer {
  name: string;
  /** What makes the site, in its folder. */
  command: string;
  /** Where the site is then, in that folder. */
  out: string;
  /** Where the articles lie, in that folder. */
  content: string;
  /** The template that an article names; none where it needs none. */
  layout?: string;
  /** Beyond so many articles it is not measured. */
  largest: number;
  /** Sets up its folder. @param work where packages are kept for all sizes */
  prepare(root: string, work: string): void;
}

const copy = (name: string, root: string): void =>
  cpSync(`tests/bench/peers/${name}`, root, { recursive: true });

export const peers: readonly Peer[] = [
  {
    name: 'Hugo',
    command: 'hugo --quiet',
    out: 'public',
    content: 'content',
    largest: Infinity,
    prepare: (root) => copy('hugo', root),
  },
  {
    name: 'Eleventy',
    command: 'node node_modules/@11ty/eleventy/cmd.cjs --quiet',
    out: '_site',
    content: '',
    layout: 'article.11ty.js',
    largest: 10_000,
    prepare(root, work) {
      const packages = join(work, 'eleventy');
      if (!existsSync(packages)) {
        mkdirSync(packages);
        writeFileSync(join(packages, 'package.json'), '{ "private": true, "type": "module" }');
        execFileSync('npm', ['install', '--no-audit', '--no-fund', '@11ty/eleventy@3.1.8'], {
          cwd: packages,
          stdio: 'ignore',
        });
      }
      copy('eleventy', root);
      cpSync(join(packages, 'package.json'), join(root, 'package.json'));
      symlinkSync(join(packages, 'node_modules'), join(root, 'node_modules'), 'dir');
    },
  },
  {
    name: 'Astro',
    command: 'node node_modules/astro/bin/astro.mjs build --silent',
    out: '_site',
    content: '',
    largest: 10_000,
    prepare(root) {
      copy('astro', root);
      copy('eleventy', join(root, 'src/templates'));
      writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }');
      symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
    },
  },
];

/** Writes an article into a peer's folder. */
export function writeArticle(root: string, peer: Peer, article: GeneratedArticle): void {
  const path = join(root, peer.content, article.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, printForPeers(article, peer.layout));
}

/** Peers group by lists in the front matter; what is known to the month or year counts as its first day. */
function printForPeers(article: GeneratedArticle, layout: string | undefined): string {
  const day = article.date === 'undated' ? '1000-01-01' : `${article.date}-01-01`.slice(0, 10);
  return [
    '---',
    `title: ${article.title}`,
    `date: ${day}`,
    `day: "${day}"`,
    ...(layout === undefined ? [] : [`layout: ${layout}`]),
    `url: /${article.file.replace(/^articles\//, '').replace(/\.md$/, '')}/`,
    ...(layout === undefined
      ? []
      : [`permalink: /${article.file.replace(/^articles\//, '').replace(/\.md$/, '')}/index.html`]),
    `days: ["${day}"]`,
    `months: ["${day.slice(0, 7)}"]`,
    `years: ["${day.slice(0, 4)}"]`,
    `calendars: ["${day.slice(5)}"]`,
    `desks: [${article.section}]`,
    `authors: [${article.authors.join(', ')}]`,
    `topics: [${article.tags.join(', ')}]`,
    '---',
    '',
    article.body,
  ].join('\n');
}
