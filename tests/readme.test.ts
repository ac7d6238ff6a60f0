import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseArticle } from '../src/article/article.ts';
import { fieldNames } from '../src/article/schema.ts';
import { printProblem } from '../src/problem.ts';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

const blocksIn = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1] ?? '',
  );

const read = (text: string) =>
  parseArticle(text, { file: 'content/articles/2024/03/02/flood.md', language: 'en' });

test('every command that the README names is there', () => {
  const named = [...readme.matchAll(/npm (?:run (?<script>[a-z]+)|(?<own>start|test))\b/g)].map(
    ({ groups }) => groups?.['script'] ?? groups?.['own'] ?? '',
  );
  expect(named.length).toBeGreaterThan(8);
  for (const script of named) expect(scripts, script).toHaveProperty(script);
});

test('every path that the README names is there', () => {
  const paths = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)|`((?:src|tests)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  for (const path of paths) expect(() => readFileSync(path), path).not.toThrow(/ENOENT/);
});

test('the article that the README writes has no problem', () => {
  const [article = ''] = blocksIn('markdown');
  expect(read(article).problems.map(printProblem)).toEqual([]);
});

test('the message that the README shows is the one that is printed', () => {
  const { problems } = read(
    '---\ntitle: Flood\nsection: Disasters\ndate: 2024-02-30\n---\n\nA text.\n',
  );
  expect(`${problems.map(printProblem).join('\n')}\n`).toBe(blocksIn('text')[0]);
});

test('the README explains every field', () => {
  for (const field of fieldNames) expect(readme).toMatch(new RegExp(`^\\|[^|]*\`${field}\``, 'm'));
});
