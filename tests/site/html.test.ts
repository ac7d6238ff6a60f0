import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, inject, test } from 'vitest';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Astro writes void elements and attributes as HTML allows; the document is what counts.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // Titles carry the archive's name after the headline.
    'long-title': 'off',
    'no-inline-style': 'error',
    'require-sri': 'off',
    // GFM aligns a table's columns by `align`, which feeds keep and style sheets follow.
    'no-deprecated-attr': 'off',
  },
});

test('every page of the site is valid HTML', async () => {
  const siteDir = inject('siteDir');
  const pages = readdirSync(siteDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    // The 366 pages of the calendar days are alike.
    .filter((path) => !path.startsWith('on-this-day') || /(?:02-29|03-01)/.test(path));
  const report = await validator.validateMultipleFiles(pages.map((path) => join(siteDir, path)));
  const messages = report.results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) =>
        `${(filePath ?? '').slice(siteDir.length)}:${line}:${column} ${ruleId} ${message}`,
    ),
  );
  expect(messages).toEqual([]);
});
