import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { makeContent, runCommand } from './run-command.ts';

const file = 'articles/flood.md';

function makeFlood(): {
  contentDir: string;
  correct: (...args: string[]) => ReturnType<typeof runCommand>;
} {
  const contentDir = makeContent();
  mkdirSync(join(contentDir, 'articles'), { recursive: true });
  writeFileSync(
    join(contentDir, file),
    '---\ntitle: Flood # as printed\ndate: 2024-03-01\n---\n\nThe water rose.\n',
  );
  return {
    contentDir,
    correct: (...args) => runCommand('correct', [...args, '--content', contentDir]),
  };
}

test('a correction is added by the file or the address of its article, and nothing else is changed', async () => {
  const { contentDir, correct } = makeFlood();
  const notes = ['The dike is “12” m: not 11.', 'It was #2.'];
  const names = [join(contentDir, file), 'https://a.example/archive/2024/03/01/flood/'];
  for (const [i, name] of names.entries()) {
    const { status, stderr } = await correct(
      name,
      '--note',
      notes[i] ?? '',
      '--date',
      `2024-03-0${i + 2}`,
    );
    expect([status, stderr]).toEqual([0, '']);
  }
  const text = readFileSync(join(contentDir, file), 'utf8');
  expect(text).toContain('title: Flood # as printed\ndate: 2024-03-01\ncorrections: [');
  expect(parseArticle(text, { file, language: 'en' }).article?.corrections).toEqual(
    notes.map((note, i) => ({ date: `2024-03-0${i + 2}`, note })),
  );
});

test.each([
  [['/2024/03/01/none/', '--note', 'x'], 'There is no article `/2024/03/01/none/`'],
  [['/2024/03/01/flood/', '--note', 'x', '--date', '2024-02-30'], 'a correction has a day'],
])('%j is a misuse', async (args, message) => {
  const { status, stderr } = await makeFlood().correct(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
