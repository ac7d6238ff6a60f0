import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printArticleText, readArticleText } from '../../src/search/article-text.ts';

const page = (inner: string): string =>
  `<body><p>before</p><article lang="en" data-pagefind-body>${inner}</article><p>after</p></body>`;

describe('the text of a page', () => {
  test('is that of the marked element, by headings and paragraphs', () => {
    expect(
      readArticleText(
        page(
          '<header><h1 class="a">The\n <em>head</em>line</h1></header><p>One<br>two <b>th</b>ree<img alt="x" src="y">' +
            '</p><ul><li>A</li><li>B &amp; C</li></ul><h2 id="d">D</h2><script>no</script><article>in</article>',
        ),
      ),
    ).toEqual([
      { text: 'The headline', level: 1 },
      { text: 'One two three' },
      { text: 'A' },
      { text: 'B & C' },
      { text: 'D', level: 2, id: 'd' },
      { text: 'in' },
    ]);
  });

  test('is missing where no element is marked', () => {
    expect(readArticleText('<article>text</article>')).toBeUndefined();
    expect(readArticleText('<article data-pagefind-body></article>')).toEqual([]);
  });

  test('is without what is to be ignored in it, and without comments', () => {
    expect(
      readArticleText(
        page(
          '<p>a</p><!-- b --><div data-pagefind-ignore hidden>c<p data-pagefind-ignore>d</p><p>e</p></div>' +
            '<p>The mark data-pagefind-ignore is an attribute.</p><p data-pagefind-ignore>f',
        ),
      ),
    ).toEqual([{ text: 'a' }, { text: 'The mark data-pagefind-ignore is an attribute.' }]);
  });

  test('any page at all is read without an error', () => {
    const pieces = [
      '<article data-pagefind-body>',
      '</article>',
      '<p data-pagefind-ignore>',
      '</p>',
    ];
    const pages = fc.array(fc.oneof(fc.string(), fc.constantFrom(...pieces)), { maxLength: 20 });
    fc.assert(fc.property(pages, (parts) => void readArticleText(parts.join(''))));
  });
});

test('what is shown has its headings where they stand in the text', () => {
  const article = {
    id: '2024/01/02/x',
    title: 'X',
    titleOrigin: 'given' as const,
    date: '2024-01-02',
    tags: [],
    authors: [],
    lang: 'en',
    dir: 'ltr' as const,
  };
  const blocks = [{ text: 'X', level: 1 }, { text: 'One.' }, { text: 'Two', level: 2, id: 'two' }];
  const { content, headings } = printArticleText(article, blocks);
  expect(content).toBe('One.\nTwo');
  expect(headings).toEqual([{ at: 5, id: 'two', text: 'Two' }]);
});
