// Wherever a site is to be served, whatever its environment says: it is whole, or nothing is done but to say why.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { basePath } from '../../src/archive/urls.ts';
import { serveSite } from '../../src/commands/serve-site.ts';
import { differences, digestTree, makeProject } from './project.ts';

const project = makeProject();
afterAll(() => project.remove());

beforeAll(() => {
  const folder = join(project.contentDir, 'articles/2024');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'flood.md'),
    '---\ntitle: Flood\ndate: 2024-03-01\ntags: [Sea]\naliases: [/old/flood/]\n---\n\n![A map](<a map.svg>)\n',
  );
  writeFileSync(
    join(folder, 'a map.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  );
});

/** Everything on the same host that a text names. */
const named = (text: string, address: URL): URL[] =>
  [...text.matchAll(/(?:href|src|content)="([^"]+)"|url\(["']?((?:\\.|[^"')\\])+)/g)]
    .map((match) => match[1] ?? match[2]?.replaceAll('\\', '') ?? '')
    .filter((link) => /^(?:\/|\.|https?:|_astro)/.test(link) && URL.canParse(link, address))
    .map((link) => new URL(link, address))
    .filter(({ host }) => host === address.host);

test('below a path of other signs all that pages name is there', async () => {
  const address = 'https://example.org/my archiv-für-alle/архив/of%20new(s)+[x]@~,;=';
  const out = join(project.root, 'out/site');
  const { status, output } = await project.build(['--out', out], { DATELINE_ADDRESS: address });
  expect(status, output).toBe(0);
  const base = basePath(address);
  const served = await serveSite(out, { base, port: 0, host: 'localhost' });
  try {
    const front = new URL(served.address);
    // Pages name the site's own address in links for other sites: here it is asked for at this one.
    const here = (text: string): string => text.replaceAll('https://example.org', front.origin);
    const asked = new Set<string>();
    const queue = [
      front,
      new URL('2024/03/01/flood/', front),
      new URL('old/flood/', front),
      new URL('search/', front),
      new URL('feed.xml', front),
    ];
    for (let url = queue.shift(); url && asked.size < 150; url = queue.shift()) {
      url.hash = '';
      if (asked.has(url.href)) continue;
      asked.add(url.href);
      const response = await fetch(url, { redirect: 'manual' });
      expect(response.status, url.href).toBe(200);
      expect(decodeURI(url.pathname), url.href).toContain(decodeURI(front.pathname));
      if (/\.css$|\.xml$|\/$/.test(url.pathname))
        queue.push(...named(here(await response.text()), url));
    }
    expect([...asked].some((url) => url.endsWith('.css'))).toBe(true);
    expect([...asked].some((url) => url.endsWith('.woff2'))).toBe(true);
    expect([...asked].some((url) => url.endsWith('a%20map.svg'))).toBe(true);
  } finally {
    await served.stop();
  }
});

test('variables that are empty, or that pages would take for how they are built, change nothing', async () => {
  const out = join(project.root, 'dist');
  const empty = {
    DATELINE_ADDRESS: '',
    DATELINE_LANGUAGE: ' ',
    DATELINE_CONTENT: '',
    DATELINE_OUT: '',
    DATELINE_CACHE: '',
    PORT: '',
    CI: '',
  };
  // Vitest sets some of them for its own pages.
  const unset = { DEV: undefined, PROD: undefined, BASE_URL: undefined, MODE: undefined };
  const first = await project.build([], { ...empty, ...unset });
  expect(first.status, first.output).toBe(0);
  const before = digestTree(out);
  const set = {
    DEV: '1',
    PROD: '',
    BASE_URL: '/x/',
    MODE: 'development',
    SITE: 'https://x.example',
  };
  const { status, output } = await project.build(['--clean'], set);
  expect(status, output).toBe(0);
  expect(differences(digestTree(out), before)).toEqual([]);
});

test('a project in a folder with other signs gives the same site', async () => {
  const odd = makeProject(`it's [an] {odd} (folder) & $HOME + ünï 日本 !;,=@:<>|^~\``);
  try {
    const { status, output } = await odd.build([]);
    expect(status, output).toBe(0);
    expect(output).toMatch(/Pages +[\d,]+ files/);
    const served = await serveSite(join(odd.root, 'dist'), {
      base: '/',
      port: 0,
      host: 'localhost',
    });
    const front = await (await fetch(served.address)).text();
    const sheet = /href="(\/_astro\/[^"]+\.css)"/.exec(front)?.[1] ?? '';
    expect((await fetch(new URL(sheet, served.address))).status).toBe(200);
    await served.stop();
  } finally {
    odd.remove();
  }
});
