import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { readArticle } from '../../src/content-folder/content.ts';
import { openFileMemory } from '../../src/content-folder/file-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-embargo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'articles'));
const file = 'articles/strike.md';

function write(publishAt: string): void {
  const text = `---\ndate: 2024-12-24\ntitle: Strike ends\npublishAt: ${publishAt}\n---\n\nThe men went back.\n`;
  writeFileSync(join(folder, file), text);
}

const isDraftAt = (moment: string, memory = undefined as Parameters<typeof readArticle>[3]) => {
  vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
  try {
    return readArticle(folder, file, 'en', memory).article?.draft;
  } finally {
    vi.useRealTimers();
  }
};

test.each([
  ['2024-12-24T18:00+01:00', '2024-12-24T16:59:59Z', '2024-12-24T17:00:00Z'],
  ['2024-12-24 18:00 Europe/Berlin', '2024-12-24T16:59:59Z', '2024-12-24T17:00:00Z'],
  ['2024-07-01 00:00 America/New_York', '2024-07-01T03:59:59Z', '2024-07-01T04:00:00Z'],
])('an article kept back until %s is a draft at %s and none at %s', (publishAt, before, then) => {
  write(publishAt);
  expect(isDraftAt(before)).toBe(true);
  expect(isDraftAt(then)).toBe(false);
});

test('what is remembered of a file does not keep it back', () => {
  write('2024-12-24T18:00Z');
  const memory = openFileMemory<ReturnType<typeof readArticle>>(join(folder, 'cache'), 'test');
  expect(isDraftAt('2024-12-24T17:00:00Z', memory)).toBe(true);
  expect(isDraftAt('2024-12-24T19:00:00Z', memory)).toBe(false);
});

test.each(['2024-12-24', '18:00+01:00', '2024-12-24 18:00', '2024-02-30T18:00Z', 'tomorrow'])(
  '`publishAt: %s` names no moment, and is told',
  (publishAt) => {
    write(publishAt);
    const { article, problems } = readArticle(folder, file, 'en');
    expect(article).toBeUndefined();
    expect(problems.map(({ rule }) => rule)).toEqual(['publishAt-not-a-moment']);
  },
);
