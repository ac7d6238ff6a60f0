// A reader's walk in the browsers that are installed: the front page, an article, its day, the search. Where one of
// them is missing its walk is skipped with a word, or fails if DATELINE_BROWSERS is `all`.

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { firefox, startFirefox } from './firefox.ts';
import type { Walker } from './walker.ts';
import { startWebKit, webkit } from './webkit.ts';

const browsers: [name: string, start: (() => Promise<Walker>) | undefined][] = [
  ['Firefox', firefox === undefined ? undefined : startFirefox.bind(undefined, firefox)],
  ['WebKit', webkit === undefined ? undefined : startWebKit.bind(undefined, webkit)],
];
const mustBeHere = process.env['DATELINE_BROWSERS'] === 'all';

for (const [name, start] of browsers) {
  if (!start && !mustBeHere) console.info(`${name} is not installed; the walk in it is skipped.`);
}

describe.skipIf(!mustBeHere)('where every browser has to be here', () => {
  test.each(browsers)('%s is installed', (_, start) => {
    expect(start).toBeDefined();
  });
});

describe.each(browsers.filter((browser) => browser[1]))('in %s', (_, start) => {
  let walker: Walker;
  beforeAll(async () => {
    walker = await start!();
  });
  afterAll(() => walker.close());

  const open = async (path: string): Promise<void> => {
    await walker.open(`${inject('siteAddress')}${path}`);
  };
  const textOf = async (selector: string): Promise<string> =>
    String(
      await walker.evaluate(
        `document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`,
      ),
    );
  /** Waits until an expression is true. */
  const until = async (expression: string): Promise<void> => {
    await expect
      .poll(() => walker.evaluate(expression), { timeout: 60_000, interval: 200 })
      .toBe(true);
  };
  const follow = async (selector: string): Promise<void> => {
    const href = await walker.evaluate(`document.querySelector(${JSON.stringify(selector)}).href`);
    await walker.open(String(href));
  };

  test('front page, article and day lead to each other', async () => {
    await open('');
    expect(await textOf('h1')).not.toBe('');
    await follow('main article h3 a, main article h2 a');
    expect(await textOf('article h1')).not.toBe('');
    expect(await walker.evaluate(`getComputedStyle(document.body).fontFamily`)).toContain(
      'Newsreader',
    );
    await follow('article time a, a:has(> time)');
    expect(await walker.evaluate(`location.pathname`)).toMatch(/\/\d{4}\/\d{2}\/\d{2}\/$/);
  });

  test('nothing on any kind of page breaks the policy of the site', async () => {
    await open('');
    const article = await walker.evaluate(
      `new URL(document.querySelector('main article h3 a, main article h2 a').href).pathname`,
    );
    for (const path of ['', 'search/', 'dates/', String(article).replace('/archive/', '')]) {
      // oxlint-disable-next-line no-await-in-loop -- one page at a time
      await open(path);
      // oxlint-disable-next-line no-await-in-loop
      const broken = await walker.evaluate(`new Promise((resolve) => {
        const found = window.policyViolations ?? [];
        document.addEventListener('securitypolicyviolation', (event) =>
          found.push(event.violatedDirective + ' ' + event.blockedURI));
        setTimeout(() => resolve(found), 500);
      })`);
      expect(broken, path).toEqual([]);
    }
  });

  test('a word is searched, its results lead to articles that have it', async () => {
    await open('search/?q=dike');
    await until(
      `document.querySelectorAll('[data-part="results"] [data-part="headline"]').length > 0`,
    );
    expect(await textOf('[data-part="results"] [data-part="headline"]')).toMatch(/dike/i);
    await until(
      `/^\\d+ articles?/.test(document.querySelector('[data-part="status"]').textContent)`,
    );
    await follow('[data-part="results"] a');
    expect(await textOf('article')).toMatch(/dike/i);
  });

  test('a word that stands nowhere is said to be found nowhere', async () => {
    await open('search/?q=xylophone');
    await until(`document.body.textContent.includes('Nothing found for “xylophone”')`);
    expect(await textOf('[data-part="results"] [data-part="headline"]')).toBe('');
  });
});
