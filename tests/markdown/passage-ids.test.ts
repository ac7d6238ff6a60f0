import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';

const idsOf = (body: string): string[] =>
  [...renderMarkdown(body).html.matchAll(/<(?:p|li) id="(p-[^"]*)"/g)].map(
    (match) => match[1] ?? '',
  );

test('a paragraph keeps its id whatever changes around it', () => {
  const [held] = idsOf('The dike held.');
  expect(held).toMatch(/^p-[0-9a-z]{6}$/);
  expect(idsOf('## Before\n\nA word ahead.\n\nThe dike\nheld.\n\nA word after.')[1]).toBe(held);
  expect(idsOf('The **dike** held.')[0]).toBe(held);
});

test('a footnote added before a paragraph does not change its id', () => {
  const note = '\n\n[^a]: One.\n[^b]: Two.';
  const [, one] = idsOf(`First.\n\nThe dike held.[^b]${note}`);
  const [, two] = idsOf(`First.[^a]\n\nThe dike held.[^b]${note}`);
  expect(two).toBe(one);
});

test('paragraphs of the same text have ids of their own', () => {
  const ids = idsOf('Again.\n\nAgain.\n\nAgain.');
  expect(new Set(ids).size).toBe(3);
  expect(ids[1]).toBe(`${ids[0]}-2`);
});

test('list entries have ids, the paragraphs inside them and footnotes do not', () => {
  const { html } = renderMarkdown('- One\n\n- Two[^1]\n\n[^1]: A note.');
  expect(html.match(/id="p-/g)).toHaveLength(2);
  expect(html).toMatch(/<li id="p-\w+">\s*<p>One/);
});

test('a paragraph that is only a picture has no id', () => {
  expect(renderMarkdown('![A dike](dike.jpg)').html).not.toContain('id=');
});
