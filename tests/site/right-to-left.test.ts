import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { site } from '../../src/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-rtl-'));
const siteDir = join(folder, 'site');
const pageAt = (path: string): string => readFileSync(join(siteDir, path, 'index.html'), 'utf8');

beforeAll(() => {
  const article = 'articles/2024/03/03/arabic.md';
  cpSync(join('tests/site/newspaper', article), join(folder, 'content', article));
  execFileSync(
    process.execPath,
    ['src/commands/build.ts', '--content', join(folder, 'content'), '--out', siteDir],
    { stdio: 'pipe', env: { ...process.env, DATELINE_LANGUAGE: 'ar' } },
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a reader sees of a page, without names and addresses in Latin letters that belong to the content. */
function wordsOf(html: string): string {
  const body = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  return body
    .replace(/<(script|style|noscript)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(site.description, ' ')
    .replace(/Dateline|Westwerd Ferries|Ferries|Transport|JavaScript|CC BY|[a-z]+:\/\/\S+/g, ' ');
}

test('an archive in Arabic runs from right to left and says everything in Arabic', () => {
  for (const path of ['', '2024/', '2024/03/', '2024/03/03/', 'dates/', 'topics/', 'undated/']) {
    const html = pageAt(path);
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(wordsOf(html).match(/[A-Za-z]{3,}/g) ?? [], path).toEqual([]);
  }
});

test('an article in the language of the site needs no mark of its own in lists', () => {
  expect(pageAt('2024/03/03/')).not.toMatch(/<div lang="ar"/);
});

test('dates are written in the language of the site', () => {
  expect(pageAt('2024/03/03/')).toMatch(/<h1[^>]*>[^<]*مارس/);
});
