import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { navigationWithin } from '../../src/configuration/navigation.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-navigation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const page of [
  'archive/pages/guide/index.md',
  'archive/pages/imprint.md',
  'other/pages/imprint.md',
]) {
  mkdirSync(dirname(join(folder, page)), { recursive: true });
  writeFileSync(join(folder, page), '---\ntitle: Page\n---\n');
}

const guide = { label: 'Guide', path: '/guide/' };
const imprint = { label: 'Imprint', path: '/imprint/' };
const floods = { label: 'Floods', path: '/topics/floods/' };

test('other content has its own pages in the navigation, and what is no page of either', () => {
  const archiveDir = join(folder, 'archive');
  const all = ['dates' as const, guide, imprint, floods];
  expect(navigationWithin(all, { archiveDir, contentDir: archiveDir })).toEqual(all);
  expect(navigationWithin(all, { archiveDir, contentDir: join(folder, 'other') })).toEqual([
    'dates',
    imprint,
    floods,
  ]);
});
