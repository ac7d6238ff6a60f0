import { expect, test } from 'vitest';
import { aliasIsPage } from '../../src/checks/alias-is-page.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const check = (alias: string): string => printAll(aliasIsPage([anArticle({ aliases: [alias] })]));

test('an alias with the address of a page is an error', () => {
  expect(check('/about')).toBe(`articles/2024/03/01/flood.md alias-is-page
  The alias \`/about\` is the address of a page of this site.
  Delete it: that page would be lost.`);
});

test.each([
  '/',
  '/2024/',
  '/2024/03/',
  '/2024/03/01',
  '/topics/floods/',
  '/feed.xml',
  '/undated/',
  '/index.html',
])('%s is a page', (alias) => expect(check(alias)).toContain('alias-is-page'));

test.each([
  '/?p=12',
  '/2009/05/flood/',
  '/undated/flood/',
  '/about-us/',
  '/news/2024/03/',
  '/2024/03/1/',
])('%s may be an alias', (alias) => expect(check(alias)).toBe(''));
