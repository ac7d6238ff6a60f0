import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { english } from '../../src/messages/english.ts';
import { languages, loadTexts } from '../../src/messages/languages.ts';

test('what a browser gets has the texts of one language', async () => {
  const siteDir = inject('siteDir');
  const files = readdirSync(siteDir, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') || file === join('search', 'index.html'),
  );
  const sent = files.map((file) => readFileSync(join(siteDir, file), 'utf8')).join('\n');
  expect(sent).toContain(english.searchPage.unreachable);
  for (const language of languages.filter((tag) => tag !== 'en')) {
    const { searchPage } = await loadTexts(language);
    const text = searchPage?.unreachable;
    expect(text !== undefined && sent.includes(text), language).toBe(false);
  }
});
