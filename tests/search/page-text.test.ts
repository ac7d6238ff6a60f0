import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findIndexedElement,
  printIndexDocument,
  suggestibleWords,
} from '../../src/search/page-text.ts';

describe('the indexed element of a page', () => {
  test('is found with all that it holds', () => {
    const page =
      '<body><article>no</article><article lang="en" data-pagefind-body><h1>A</h1><article>in</article>b</article><p>after</p></body>';
    expect(findIndexedElement(page)).toBe(
      '<article lang="en" data-pagefind-body><h1>A</h1><article>in</article>b</article>',
    );
  });

  test('is missing where no element is marked or it is not closed', () => {
    expect(findIndexedElement('<article>text</article>')).toBeUndefined();
    expect(findIndexedElement('<article data-pagefind-body>text')).toBeUndefined();
  });

  test('is given without what is to be ignored in it', () => {
    const page =
      '<article data-pagefind-body>a<p class="x" data-pagefind-ignore>b</p>c <div>d</div>' +
      '<div data-pagefind-ignore hidden>e<div data-pagefind-ignore>f</div><p>g</p></div>' +
      '<p>The mark data-pagefind-ignore is an attribute.</p><p data-pagefind-ignore>h</article>';
    expect(findIndexedElement(page)).toBe(
      '<article data-pagefind-body>ac <div>d</div>' +
        '<p>The mark data-pagefind-ignore is an attribute.</p><p data-pagefind-ignore>h</article>',
    );
  });

  test('is given without comments, classes and the marks of styles', () => {
    const page =
      '<article class="a b" data-pagefind-body data-astro-cid-x1>\n<!-- <p> -->\n' +
      '<h2 id="class" data-astro-cid-x1 class="c">An  HTML class="d"</h2>\u00A0\u00A0e</article>';
    expect(findIndexedElement(page)).toBe(
      '<article data-pagefind-body> <h2 id="class">An HTML class="d"</h2>\u00A0\u00A0e</article>',
    );
  });

  test('any page at all is read without an error', () => {
    const pieces = [
      '<article data-pagefind-body>',
      '</article>',
      '<p data-pagefind-ignore>',
      '</p>',
    ];
    const pages = fc.array(fc.oneof(fc.string(), fc.constantFrom(...pieces)), { maxLength: 20 });
    fc.assert(fc.property(pages, (parts) => void findIndexedElement(parts.join(''))));
  });
});

test('the document for the index divides words, and ends with the forms that no excerpt shows', () => {
  const element = '<article data-pagefind-body><h1 title="l\'eau">L&#39;été</h1></article>';
  const html = printIndexDocument({ id: 'x', title: "L'été", element, position: 7 }, 'fr');
  expect(html).toContain('<h1 title="l\'eau">L\'\u200Aété</h1>');
  expect(html).toContain('data-pagefind-sort="order:k0000007"');
  expect(html).toContain("qxztL' qxztété</p></article></body></html>");
});

test('words for suggestions are letters only, in lower case, of three letters and more', () => {
  expect([...suggestibleWords('The U.S. Fed 1999 über-fast 北京大学')]).toEqual([
    'the',
    'fed',
    'über',
    'fast',
  ]);
});
