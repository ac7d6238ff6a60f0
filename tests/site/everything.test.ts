// One article in three languages that uses all that Markdown and front matter can say, on the built site.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const pageOf = (slug: string): string =>
  readFileSync(join(inject('siteDir'), '2021/05/04', slug, 'index.html'), 'utf8');

test('links by file lead to the articles, with their parts, and to the files beside them', () => {
  const html = pageOf('everything');
  const base = '/archive/2021/05/04';
  for (const address of [
    `${base}/arabic-everything/`,
    `${base}/arabic-everything/#%D8%AC%D8%AF%D9%88%D9%84`,
    `${base}/japanese-everything/`,
    `${base}/everything/tides.csv`,
    `${base}/everything/plan-23-1.png`,
    '#own',
    'tel:+31201234567',
    'mailto:desk@courier.example',
  ]) {
    expect(html).toContain(`href="${address}"`);
  }
  expect(pageOf('arabic-everything')).toContain(`href="${base}/everything/#own"`);
  for (const file of ['tides.csv', 'plan-23-1.png', 'plan-23-1-640.webp']) {
    expect(existsSync(join(inject('siteDir'), '2021/05/04/everything', file)), file).toBe(true);
  }
});

test('every link within an article has its target on the page, and no id stands twice', () => {
  for (const slug of ['everything', 'arabic-everything', 'japanese-everything']) {
    const html = pageOf(slug);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
    expect(ids.filter((id, i) => id === '' || ids.indexOf(id) !== i)).toEqual([]);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) =>
      decodeURIComponent(id),
    );
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  }
});

test('description, list and feed say what the page says', () => {
  const summary =
    '市の港湾委員会は火曜日に会合を開き、「再建計画」は来年始まると発表した。詳しくは https://courier.example/plan。明日まで。開館は9~17時、休日は10~14時。注もある。';
  const site = inject('siteDir');
  expect(pageOf('japanese-everything')).toContain(`<meta name="description" content="${summary}`);
  for (const file of ['2021/05/04/index.html', 'feed.xml']) {
    expect(readFileSync(join(site, file), 'utf8')).toContain(summary);
  }
});

test('two topics of one transcription have two pages, and the article leads to both', () => {
  const topics = [
    ...pageOf('everything').matchAll(/href="\/archive\/(topics\/[^"]+)"[^>]*>\s*(权.)/g),
  ];
  expect(topics).toHaveLength(2);
  for (const [, path = '', name = ''] of topics) {
    const page = readFileSync(join(inject('siteDir'), path, 'index.html'), 'utf8');
    expect(/<h1[^>]*>\s*([^<]*?)\s*</.exec(page)?.[1]).toBe(name);
  }
});

test('the authors of an article are enumerated as the language does, without a blank too many', () => {
  const byline = /<p class="byline[\s\S]*?<\/p>/.exec(pageOf('everything'))?.[0] ?? '';
  expect(byline.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')).toContain(
    'By Vera van Dijk and Harbour desk Published',
  );
});
