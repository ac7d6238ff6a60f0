import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import { htmlToMarkdown } from '../../src/importers/html/html-to-markdown.ts';
import { textOfHtml } from '../../src/importers/html/html-text.ts';
import { plainHtmlToMarkdown } from '../../src/importers/html/plain-html.ts';
import { addParagraphs, resolveShortcodes } from '../../src/importers/wordpress/post-html.ts';
import { someOf } from '../thorough.ts';

const words = fc.constantFrom(
  'The sea',
  'rose',
  '5 * 6',
  '# 7',
  '- 8',
  '9.',
  'a_b',
  '&amp;',
  '&lt;b&gt;',
  '“quoted”',
  '[x]',
  '`c`',
  'é',
  '\n',
  ' ',
);
const inline = fc.oneof(
  words,
  words.map((text) => `<em>${text}</em>`),
  words.map((text) => `<strong>${text}</strong>.`),
  words.map((text) => `<a href="https://x.example/">${text}</a>`),
  fc.constant('<br>'),
);
const paragraphs = fc
  .array(
    fc.array(inline, { maxLength: 6 }).map((parts) => `<p>${parts.join(' ')}</p>`),
    { maxLength: 4 },
  )
  .map((parts) => parts.join('\n'));
const shownText = (markdown: string): string =>
  textOfHtml(renderMarkdown(markdown).html.replaceAll('<br>', ' ')).replace(/\s+/g, ' ');

test('plain HTML taken the short way shows what the long way shows', () => {
  fc.assert(
    fc.property(paragraphs, (html) => {
      const short = plainHtmlToMarkdown(html);
      if (short === undefined) return;
      const long = htmlToMarkdown(`${html}<hr>`).markdown;
      expect(shownText(short)).toBe(shownText(long));
    }),
    { numRuns: someOf(300) },
  );
});

test.each([
  '<p>a<script>b</script>',
  '<p onclick="x">a',
  '<a href="javascript:x">a</a>',
  '<a href="data:text/html,x">a</a>',
  '<form><button>x</button></form>a',
  '<svg><script>x</script></svg>a',
  '<p style="x">a',
  '<iframe src="javascript:x"></iframe>a',
  '<object data=x></object>a',
  '<base href="x">a',
  '<meta http-equiv=refresh content=x>a',
  '<link rel=stylesheet href=x>a',
])('%s brings only its text', (html) => {
  const { markdown } = htmlToMarkdown(html);
  expect(markdown).toMatch(/^a$/);
});

test('HTML nested beyond reason keeps its text', () => {
  expect(htmlToMarkdown(`${'<div>'.repeat(50_000)}deep`).markdown).toBe('deep');
});

test('tables, code, notes and pictures keep their shape', () => {
  expect(htmlToMarkdown('<table><tr><th>A</th></tr><tr><td>1</td></tr></table>').markdown).toBe(
    '| A |\n| - |\n| 1 |',
  );
  expect(htmlToMarkdown('<pre><code class="language-js">x &lt; y</code></pre>').markdown).toBe(
    '```js\nx < y\n```',
  );
  expect(htmlToMarkdown('<p>H<sub>2</sub>O</p>').markdown).toBe('H<sub>2</sub>O');
  expect(
    htmlToMarkdown(
      '<figure><img src="map.png" alt="Map"><figcaption>The map</figcaption></figure>',
    ),
  ).toMatchObject({ markdown: '![Map](map.png)\n\nThe map', pictures: ['map.png'] });
});

test('WordPress paragraphs are those its pages show', () => {
  expect(addParagraphs('one\ntwo\n\nthree<ul><li>four</li></ul>five').replace(/\s+/g, ' ')).toBe(
    '<p>one<br> two</p> <p>three</p> <ul> <li> four </li> </ul> <p>five</p>'.replace(
      '<li> four </li>',
      '<li>four</li>',
    ),
  );
});

test('WordPress shortcodes become what they show, or are told', () => {
  expect(resolveShortcodes('[caption id="x"]<img src="a.png" /> Words[/caption]').html).toBe(
    '<figure><img src="a.png" /><figcaption>Words</figcaption></figure>',
  );
  expect(resolveShortcodes('a [gallery ids="1"] b')).toEqual({ html: 'a  b', left: ['gallery'] });
  expect(resolveShortcodes('He wrote [sic] and [[gallery]].')).toEqual({
    html: 'He wrote [sic] and [gallery].',
    left: [],
  });
});
