import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import { isThorough } from '../thorough.ts';
import { hostileTexts } from './hostile-texts.ts';

const parse = (source: string) =>
  parseArticle(source, { file: 'articles/1953/02/01/flood.md', language: 'en' });
const withBody = (body: string) => parse(`---\ndate: 1953-02-01\n---\n\n${body}\n`);

test.for(Object.entries(hostileTexts))('%s: what the check accepts is rendered', ([, make]) => {
  const body = make(isThorough ? 6000 : 1000);
  const { article, problems } = withBody(body);
  if (article) expect(() => renderMarkdown(body)).not.toThrow();
  else expect(problems.map(({ rule }) => rule)).toContain('nested-too-deep');
});

const long = isThorough ? 60_000 : 10_000;

/** What took a minute and more at sixty kilobytes before its growth was bounded. */
test.for([
  'headings underlined with =',
  'paragraphs of one text',
  'entries of one text',
  'emphasis that opens and closes',
  'strong emphasis in its like',
  'emphasis in Chinese',
  'links in links',
  'a word that never becomes a mail address',
])('%s: a long text is read in seconds', (name) => {
  const body = hostileTexts[name]?.(long) ?? '';
  const before = process.cpuUsage();
  renderMarkdown(body);
  const { user, system } = process.cpuUsage(before);
  // The processor's own time, which other work on the machine does not lengthen.
  expect((user + system) / 1e6).toBeLessThan(20);
});

test.for([
  ['unclosed elements', '<b>'.repeat(20_000)],
  ['nested tables', '<table><tr><td>'.repeat(2000)],
  ['unclosed blocks', '<div>\n\n'.repeat(3000)],
  ['lists in lists', hostileTexts['lists in lists']?.(100_000) ?? ''],
  ['quotations of lists', '- > '.repeat(60)],
] as const)('%s are refused', ([, body]) => {
  const { article, problems } = withBody(body);
  expect(article).toBeUndefined();
  expect(problems).toMatchObject([{ rule: 'nested-too-deep', severity: 'error' }]);
});

test('what is far from any bound is read as CommonMark has it', () => {
  const words = Array.from({ length: 100 }, (_, i) => `**a${i}** [b](/${i}) ~~c~~`).join(' ');
  const { html } = renderMarkdown(
    `Head\n====\n\n[x]: /x\nSub\n---\n\n${words} [x] ann@example.org`,
  );
  expect(html.match(/<strong>/g)).toHaveLength(100);
  expect(html.match(/<del>/g)).toHaveLength(100);
  expect(html.match(/<a /g)).toHaveLength(102);
  expect(html).toContain('<h2 id="head">Head</h2>');
  expect(html).toContain('<h3 id="sub">Sub</h3>');
});

test('in a paragraph of a thousand marks of emphasis they are characters, in the next they are marks', () => {
  const { html } = renderMarkdown(`${'a**b '.repeat(500)}\n\n**a**`);
  expect(html).toContain('<p id=');
  expect(html).toContain('a**b a**b');
  expect(html).toContain('<strong>a</strong>');
});

test.for([
  ['a list that is its own member', 'a: &a [*a]'],
  [
    'aliases that multiply',
    `a: &a [${'x, '.repeat(2000)}x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]`,
  ],
] as const)('front matter with %s is refused', ([, yaml]) => {
  const { article, problems } = parse(`---\ndate: 1953-02-01\n${yaml}\n---\n\nText.\n`);
  expect(article).toBeUndefined();
  expect(problems).toMatchObject([{ rule: 'front-matter-not-yaml' }]);
});
