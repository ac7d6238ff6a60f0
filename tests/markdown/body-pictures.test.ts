import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachElement } from '../../src/markdown/elements.ts';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import type { Surroundings } from '../../src/markdown/surroundings.ts';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const surroundings: Surroundings = {
  findPicture: (address) =>
    address === 'dike.png' ? { path: '/dike.png', width: 4, height: 3, sources: [] } : undefined,
  links: {},
  addressOf: (path) => `https://news.example${path}`,
  root: 'https://news.example/',
  footnotes: { footnotes: 'Notes', backToReference: 'Back to {number}', lang: 'en', dir: 'ltr' },
};

const shown = (markdown: string): string => renderMarkdown(markdown, surroundings).html;

/** The addresses that a browser would ask for as soon as it shows some HTML. */
function askedFor(html: string): string[] {
  const asked: string[] = [];
  eachElement(unified().use(rehypeParse, { fragment: true }).parse(html), ({ properties }) => {
    for (const name of ['src', 'srcSet', 'poster', 'background', 'data', 'style'])
      if (properties[name] !== undefined) asked.push(String(properties[name]));
  });
  return asked;
}

describe('a picture on another host is not asked for', () => {
  test.for([
    '![a](//host.example/a.png)',
    '![a](/\\host.example/a.png)',
    '![a](</\t/host.example/a.png>)',
    '![a](https:host.example/a.png)',
    '![a][1]\n\n[1]: \\\\host.example/a.png',
    '<img alt=">" src="/\\host.example/a.png">',
    "<img alt='>' title=\"'>\" src=//host.example/a.png>",
    '<img/src="//host.example/a.png"/alt="a">',
    '<IMG\nSRC\n=\n"/&#92;host.example/a.png">',
    '<img src="dike.png" srcset="//host.example/a.png 2x">',
    '<picture><source srcset="//host.example/a.png"><img src="dike.png" alt="a"></picture>',
    '<source srcset=" /\\host.example/a.png 1x, b.png 2x">',
    '<video src="//host.example/a.mp4" poster="//host.example/a.png"></video>',
    '<table background="//host.example/a.png"><tr><td>a</table>',
    '<p style="background:url(//host.example/a.png)">a</p>',
    '<svg><image href="//host.example/a.png"/></svg>',
  ])('%s', (markdown) => {
    for (const address of askedFor(shown(markdown)))
      expect(address).toMatch(/^https:\/\/news\.example\//);
  });

  test('however its address is written', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      ':',
      'https',
      'HTTP',
      'host.example',
      'a.png',
      '\t',
      '@',
      '.',
      ' ',
      '&#47;',
      '%2f',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const address = pieces.join('');
        const html = shown(`<img alt="a" src="${address}">\n\n![a](<${address}>)`);
        return askedFor(html).every((asked) => asked.startsWith('https://news.example/'));
      }),
    );
  });
});

describe('of a picture that is not there', () => {
  test('its description is shown', () => {
    expect(shown('See ![the dike](lost.png) here.')).toContain(
      'See <span class="no-picture">the dike</span> here.',
    );
  });

  test('its caption is shown below its description', () => {
    expect(shown('![The dike](lost.png "The dike at Zierikzee")')).toBe(
      '<figure><span class="no-picture">The dike</span><figcaption>The dike at Zierikzee</figcaption></figure>',
    );
  });
});

test('a link whose address names a host is left as it is, whatever it begins with', () => {
  expect(shown('[a](/2023/) <a href="/\\host.example/">b</a>')).toContain(
    'href="https://news.example/2023/"',
  );
  expect(shown('<a href="/\\host.example/">b</a>')).not.toContain('news.example');
});

test('several pictures of one paragraph are a gallery, each with its title as its caption', () => {
  const html = shown('![One](dike.png "At dawn")\n![Two](dike.png)');
  expect(html).toMatch(
    /^<div class="gallery"[^>]*><figure><img[^>]*><figcaption>At dawn<\/figcaption><\/figure><img[^>]*alt="Two"[^>]*><\/div>$/,
  );
  expect(shown('![One](dike.png) and ![two](dike.png)')).not.toContain('gallery');
});
