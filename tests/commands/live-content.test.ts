import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLiveContent } from '../../src/commands/live-content.ts';
import { openFileMemory } from '../../src/content-folder/file-memory.ts';
import { makeContent } from './run-command.ts';

const noMemory = () => ({
  articles: openFileMemory<never>('/nowhere', ''),
  pictures: openFileMemory<never>('/nowhere', ''),
  files: openFileMemory<never>('/nowhere', ''),
});

const article = (title: string, body = 'The water rose.'): string =>
  `---\ntitle: ${title}\ndate: 2024-03-01\n---\n\n${body}\n`;

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

async function open(files: Record<string, string>) {
  const contentDir = makeContent(files);
  const live = await openLiveContent(contentDir, noMemory());
  return { live, at: (file: string): string => join(contentDir, file) };
}

const titles = (live: { services: { articles: readonly { title: string }[] } }): string[] =>
  live.services.articles.map(({ title }) => title);

test('an article that was saved is read again when its page is asked for', async () => {
  const { live, at } = await open({ 'articles/flood.md': article('Flood') });
  const before = live.services.articles;
  expect(await live.refreshAddress('2024/03/01/flood')).toBe(false);
  expect(live.services.articles).toBe(before);
  writeFileSync(at('articles/flood.md'), article('Great flood'));
  expect(await live.refreshAddress('2024/03/01/flood')).toBe(true);
  expect(titles(live)).toEqual(['Great flood']);
});

test('an article with a fault answers at its address, and comes back without it', async () => {
  const { live, at } = await open({ 'articles/flood.md': article('Flood') });
  writeFileSync(at('articles/flood.md'), article('Flood').replace('03-01', '13-01'));
  await live.refreshAddress('2024/03/01/flood');
  expect(live.faultsAt('2024/03/01/flood').map(({ rule }) => rule)).toEqual(['date-not-a-day']);
  expect(titles(live)).toEqual([]);
  writeFileSync(at('articles/flood.md'), article('Flood'));
  await live.refreshAddress('2024/03/01/flood');
  expect(live.faultsAt('2024/03/01/flood')).toEqual([]);
  expect(titles(live)).toEqual(['Flood']);
});

test('one that never could be read answers by the name of its file', async () => {
  const { live } = await open({ 'articles/x/flood.md': 'no front matter' });
  expect(live.faultsAt('2024/03/01/flood').map(({ rule }) => rule)).toEqual([
    'front-matter-missing',
  ]);
  expect(live.faultsAt('2024/03/01/storm')).toEqual([]);
});

test('files come and go', async () => {
  const { live, at } = await open({ 'articles/flood.md': article('Flood') });
  writeFileSync(at('articles/storm.md'), article('Storm'));
  expect(await live.refresh(at('articles/storm.md'))).toBe(true);
  expect(titles(live)).toEqual(['Flood', 'Storm']);
  rmSync(at('articles/flood.md'));
  expect(await live.refresh(at('articles/flood.md'))).toBe(true);
  expect(titles(live)).toEqual(['Storm']);
  expect(await live.refresh(at('articles/other.txt'))).toBe(false);
});

test('a picture that is put beside its article is found, and told to the pages', async () => {
  const { live, at } = await open({ 'articles/flood.md': article('Flood', '![Map](map.svg)') });
  const before = live.services.articles;
  expect(live.services.pictures.get('articles/map.svg')).toMatchObject({ fault: 'missing' });
  writeFileSync(at('articles/map.svg'), drawing);
  expect(await live.refresh(at('articles/map.svg'))).toBe(true);
  expect(live.services.pictures.get('articles/map.svg')).toMatchObject({ format: 'svg' });
  expect(live.services.articles).not.toBe(before);
});
