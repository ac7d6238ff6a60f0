import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import type { Surroundings } from '../../src/markdown/surroundings.ts';

const html = (markdown: string, surroundings?: Surroundings): string =>
  renderMarkdown(markdown, surroundings).html.replace(/ id="p-[0-9a-z-]+"/g, '');

const surroundings = (over: Partial<Surroundings> = {}): Surroundings => ({
  findPicture: (address) =>
    address === 'map.png'
      ? { path: '/a/map.png', width: 800, height: 400, sources: [] }
      : undefined,
  links: { 'flood.md#dikes': '/2024/03/01/flood/#dikes' },
  addressOf: (path) => `/archive${path}`,
  root: '/archive/',
  footnotes: { footnotes: 'الحواشي', backToReference: 'العودة {number}', lang: 'ar', dir: 'rtl' },
  ...over,
});

test.each([
  ['3~5월, 100~200', '3~5월, 100~200'],
  ['~~alt~~ neu', '<del>alt</del> neu'],
  ['鐘が鳴り、\n人が\n**集まった**\n。', '鐘が鳴り、人が<strong>集まった</strong>。'],
  ['钟响了\n“两次”', '钟响了“两次”'],
  ['종이\n울렸다', '종이\n울렸다'],
  ['Bell 鐘\n鳴る bell\nrings', 'Bell 鐘鳴る bell\nrings'],
  ['鐘が`ア`\nで', '鐘が<code dir="ltr">ア</code>で'],
  ['**「計画」**は', '<strong>「計画」</strong>は'],
  ['これは**重要。**だから', 'これは<strong>重要。</strong>だから'],
  ['鐘は~~「古い」~~新しい', '鐘は<del>「古い」</del>新しい'],
])('%j is set as its script wants it', (markdown, inner) => {
  expect(html(markdown)).toBe(`<p>${inner}</p>`);
});

test.each([
  [
    '詳細 https://a.example/p。明日',
    '詳細 <a href="https://a.example/p">https://a.example/p</a>。明日',
  ],
  [
    'https://a.example/x、https://b.example/y。',
    '<a href="https://a.example/x">https://a.example/x</a>、<a href="https://b.example/y">https://b.example/y</a>。',
  ],
  [
    '詳細 https://a.example/p。**明日**まで`a`',
    '詳細 <a href="https://a.example/p">https://a.example/p</a>。<strong>明日</strong>まで<code dir="ltr">a</code>',
  ],
  ['（www.a.example）', '（<a href="http://www.a.example">www.a.example</a>）'],
  ['見る www.a.example」と', '見る <a href="http://www.a.example">www.a.example</a>」と'],
  ['https://a.example/港。', '<a href="https://a.example/%E6%B8%AF">https://a.example/港</a>。'],
  [
    'انظر https://a.example/x، ثم',
    'انظر <a href="https://a.example/x">https://a.example/x</a>، ثم',
  ],
  [
    '<https://a.example/x。y>',
    '<a href="https://a.example/x%E3%80%82y">https://a.example/x。y</a>',
  ],
  ['[港。](https://a.example/x。)', '<a href="https://a.example/x%E3%80%82">港。</a>'],
])('the address in %j ends where its sentence goes on', (markdown, inner) => {
  expect(html(markdown)).toBe(`<p>${inner}</p>`);
});

test.each(['tel:+1', 'sms:+1', 'geo:1,2', 'mailto:a@a.example', 'xmpp:a@a.example'])(
  '%s is a link, whatever case its scheme is in',
  (address) => {
    expect(html(`[x](${address})`)).toBe(`<p><a href="${address}">x</a></p>`);
    const [scheme = '', rest = ''] = address.split(/(?<=^[a-z]+:)/);
    expect(html(`[x](${scheme.toUpperCase()}${rest})`)).toBe(`<p><a href="${address}">x</a></p>`);
  },
);

test('a link that is refused is text', () => {
  expect(html('See [this *here*](javascript:x) and <a href="vbscript:y">that</a>.')).toBe(
    '<p>See this <em>here</em> and that.</p>',
  );
});

test('headings have ids of their own, whatever they say', () => {
  const { headings } = renderMarkdown(
    '## 🚢\n\n## …\n\n## ![The *bell*](bell.jpg)\n\n## Site content\n\n## Causes[^1]\n\n## Part\n\n## <s>Old</s> new\n\n##\n\n[^1]: A note.',
  );
  expect(headings.map(({ id, text }) => [id, text])).toEqual([
    ['part', '🚢'],
    ['part-1', '…'],
    ['the-bell', 'The bell'],
    ['part-site-content', 'Site content'],
    ['causes', 'Causes'],
    ['part-2', 'Part'],
    ['new', 'new'],
    ['footnote-label', 'Footnotes'],
  ]);
  const ids = [
    ...html('## Footnote label\n\n## One\n\n## One\n\nx[^1]\n\n[^1]: y').matchAll(/id="([^"]*)"/g),
  ];
  expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
});

test('an author’s own anchors are targets, but never one of the page’s', () => {
  expect(html('<h2 id="my-part">A part</h2>')).toBe('<h2 id="my-part">A part</h2>');
  expect(html('## A part {#mine}')).toBe('<h2 id="mine">A part</h2>');
  expect(html('Text <a id="here"></a>and <a name="there"></a>.')).toBe(
    '<p>Text <a id="here"></a>and <a id="there"></a>.</p>',
  );
  expect(html('<p id="site-content">a</p>\n\n## B {#site-day}')).not.toMatch(/id="site-/);
  expect(html('<b id="x">a</b> <b id="x">b</b>').match(/id="x"/g)).toHaveLength(1);
});

test('code runs from left to right', () => {
  expect(html('`a(b);` <kbd>Ctrl</kbd>')).toBe(
    '<p><code dir="ltr">a(b);</code> <kbd dir="ltr">Ctrl</kbd></p>',
  );
  expect(html('```\na\n```')).toBe('<pre dir="ltr"><code dir="ltr">a\n</code></pre>');
});

test.each([
  ['1. a\n2. b', ''],
  ['99. a\n100. b', ' class="figures-3"'],
  ['1986. a\n1987. b', ' class="figures-4"'],
  ['<ol type="i" start="37"><li>a</li><li>b</li></ol>', ' class="figures-7"'],
])('%j says how much room its numbers need', (markdown, mark) => {
  expect(/^<ol[^>]*?( class="[^"]*")?>/.exec(html(markdown))?.[1] ?? '').toBe(mark);
});

test('the words of a task are the name of its box', () => {
  expect(html('- [x] done\n- [ ] open\n\n  more')).toContain(
    '<label><input type="checkbox" checked disabled> done</label>',
  );
  expect(html('- [x] done\n  - inner').replaceAll('\n', '')).toContain(
    'done</label><ul><li>inner</li></ul>',
  );
});

test('a table keeps its columns’ alignment and its caption, which names it', () => {
  expect(html('| a | b |\n|:-:|--:|\n| 1 | 2 |')).toContain('<td align="right">2</td>');
  expect(html('<table><caption>Prices</caption><tr><td>1</td></tr></table>')).toContain(
    'aria-label="Prices"><table><caption>Prices</caption>',
  );
});

test.each([
  ['<img src="map.png" width="120" height="75" alt="">', 120, 60],
  ['<img src="map.png" height="100" alt="">', 200, 100],
  ['<img src="map.png" width="50%" alt="">', 328, 164],
  ['<img src="map.png" style="float: left; width: 160px" alt="">', 160, 80],
  ['![](map.png)', 800, 400],
])('%s is %i pixels wide and %i high', (markdown, width, height) => {
  const shown = html(markdown, surroundings());
  expect(shown).toContain(` width="${width}"`);
  expect(shown).toContain(` height="${height}"`);
});

test('links by file lead to where the file is served, others from the root of the site', () => {
  expect(html('[a](flood.md#dikes) [b](/topics/) [c](#d) [e](//f.example/)', surroundings())).toBe(
    '<p><a href="/archive/2024/03/01/flood/#dikes">a</a> <a href="/archive/topics/">b</a> <a href="#d">c</a> <a href="//f.example/">e</a></p>',
  );
});

test('footnotes are named in the site’s language', () => {
  const { html: shown, headings } = renderMarkdown('نص.[^1]\n\n[^1]: حاشية.', surroundings());
  expect(shown).toContain(
    '<h2 class="sr-only" id="footnote-label" lang="ar" dir="rtl">الحواشي</h2>',
  );
  expect(shown).toContain('aria-label="العودة 1"');
  expect(headings).toEqual([{ depth: 2, id: 'footnote-label', text: 'الحواشي' }]);
});

test('code that may be wider than a phone can be scrolled by keys', () => {
  expect(html(`\`\`\`\n${'a'.repeat(60)}\nb\n\`\`\``)).toContain('<pre tabindex="0" dir="ltr">');
  expect(html(`\`\`\`\n${'a\n'.repeat(60)}\`\`\``)).not.toContain('tabindex');
});
