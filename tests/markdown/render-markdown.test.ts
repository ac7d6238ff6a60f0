import fc from 'fast-check';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import { someOf } from '../thorough.ts';

/** What a text becomes, without the ids of its passages, which are the matter of `passage-ids.test.ts`. */
const html = (markdown: string): string =>
  renderMarkdown(markdown).html.replace(/ id="p-[0-9a-z-]+"/g, '');

test('paragraphs, emphasis and links become HTML', () => {
  expect(html('The *water* rose, [say](https://example.org/) **they**.')).toBe(
    '<p>The <em>water</em> rose, <a href="https://example.org/">say</a> <strong>they</strong>.</p>',
  );
});

test('headings have ids and begin at level 2, below the headline', () => {
  const { html, headings } = renderMarkdown('# One\n\n## Two\n\n###### Six\n\n# One');
  expect(headings).toEqual([
    { depth: 2, id: 'one', text: 'One' },
    { depth: 3, id: 'two', text: 'Two' },
    { depth: 6, id: 'six', text: 'Six' },
    { depth: 2, id: 'one-1', text: 'One' },
  ]);
  expect(html).not.toContain('<h1');
  expect(renderMarkdown('## Two').headings).toEqual([{ depth: 2, id: 'two', text: 'Two' }]);
});

test('a table scrolls by itself and is named after its columns', () => {
  expect(html('| Hour | Height |\n|---|---:|\n| 02:00 | 3.6 m |')).toContain(
    '<section class="table" tabindex="0" aria-label="Hour, Height"><table>',
  );
});

test('footnotes, tasks, strikethrough and bare addresses are known', () => {
  expect(html('Sandbags[^1].\n\n[^1]: By count.')).toContain('id="user-content-fn-1"');
  expect(html('- [x] done')).toContain('type="checkbox" checked disabled');
  expect(html('~~wrong~~')).toBe('<p><del>wrong</del></p>');
  expect(html('See www.example.org.')).toContain('href="http://www.example.org"');
});

test('ids and classes that a text brings along are dropped, figures and languages kept', () => {
  expect(html('<p id="site-content" class="x" lang="de" dir="ltr">Ja</p>')).toBe(
    '<p lang="de" dir="ltr">Ja</p>',
  );
  expect(html('<figure><img src="map.svg" alt="Map"><figcaption>Map</figcaption></figure>')).toBe(
    '<figure><img src="map.svg" alt="Map"><figcaption>Map</figcaption></figure>',
  );
});

const forbidden =
  /^(?:script|style|iframe|object|embed|link|meta|base|form|svg|math|template|noscript|textarea)$/;

/** What of a page could run, disguise or send something, as a browser's parser sees its HTML. */
function dangersIn(markup: string): string[] {
  const page: Root = { type: 'root', children: [{ type: 'raw', value: markup }] };
  const dangers: string[] = [];
  visit(unified().use(rehypeRaw).runSync(page), 'element', ({ tagName, properties }) => {
    if (forbidden.test(tagName)) dangers.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (/^(?:on|style$|srcdoc|formaction|action|xlink)/i.test(name)) dangers.push(name);
      if (/^\s*(?:javascript|data|vbscript)\s*:/i.test(String(value))) dangers.push(String(value));
    }
  });
  return dangers;
}

test('the test itself sees what could run', () => {
  expect(dangersIn('<p onclick="x" style="y"><script>z</script><a href="JavaScript:a">b')).toEqual([
    'onClick',
    'style',
    'script',
    'JavaScript:a',
  ]);
});

const pieces = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>">',
  '<a href="javascript:alert(1)">',
  '<a href=" jav&#x09;ascript:alert(1)">',
  '[x](javascript:alert(1))',
  '[x](JAVA&#115;CRIPT:alert(1))',
  '![x](data:text/html,x)',
  '[x]: vbscript:x',
  '<p style="position:fixed">',
  '<style>body{}</style>',
  '<form action="/x"><input name=a>',
  '<details open ontoggle=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>x</script></template>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>]]>',
  '<base href="//evil.example">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<textarea><script>alert(1)</script>',
  '<plaintext>',
  '<select><option><style></select><script>alert(1)</script>',
];

test.each(pieces)('%j loses what could run', (markdown) => {
  expect(dangersIn(html(markdown))).toEqual([]);
});

test('no text, however put together, lets a script, handler, style or its kind through', () => {
  const anyMarkdown = fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '`',
          '\n',
          '\n\n',
          ' ',
          '| a |\n|---|\n',
          '*',
          '](',
          '&',
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      expect(dangersIn(html(markdown))).toEqual([]);
    }),
    { numRuns: someOf(500) },
  );
});

test('a text in plain prose is shown the same by the short and the full processor', () => {
  const words = fc.array(fc.constantFrom('water', '*rose*', 'on', '`the`', 'dike.\n\n', '- one\n'));
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join(' ');
      // A tilde alone means nothing, but calls the full processor.
      expect(html(`${text}\n\n~`).replace(/\n?<p>~<\/p>$/, '')).toBe(
        html(`${text}\n\n!`).replace(/\n?<p>!<\/p>$/, ''),
      );
    }),
  );
});
