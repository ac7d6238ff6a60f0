import { expect, test } from 'vitest';
import { printFullText } from '../../src/archive/full-text.ts';
import { anArticle } from '../an-article.ts';

const words = {
  language: 'en',
  credit: (name: string) => `Picture: ${name}`,
  corrections: 'Corrections',
};
const addressOf = (path: string): string => `https://a.example${path}`;
const picture = { path: '/2024/03/01/flood/my map.png', width: 640, height: 360, sources: [] };

test('a feed shows the picture, the place line and the corrections that the page shows', () => {
  const article = anArticle({
    dateline: 'PORT & TOWN',
    image: { src: 'my map.png', alt: 'The "new" quay', caption: 'Red & new.', credit: 'J. Doe' },
    corrections: [
      { date: '2024-03-05', note: 'It is <wider>.' },
      { date: undefined, note: 'It is longer.' },
    ],
  });
  expect(printFullText(article, { html: '<p id="p-1">Rain.</p>', picture }, words, addressOf)).toBe(
    '<figure><img src="https://a.example/2024/03/01/flood/my%20map.png" alt="The &quot;new&quot; quay" width="640" height="360"><figcaption>Red &amp; new. Picture: J. Doe</figcaption></figure>\n' +
      '<p id="p-1"><span class="dateline">PORT &amp; TOWN</span> — Rain.</p>\n' +
      '<h2>Corrections</h2>\n<ul><li><time datetime="2024-03-05">5 March 2024</time>: It is &lt;wider&gt;.</li><li>It is longer.</li></ul>',
  );
});

test('a picture that is not there is told by its words, and a plain text stays as it is', () => {
  const lost = anArticle({ image: { src: 'a.png', alt: 'The quay' } });
  const html = '<ul><li>Rain.</li></ul>';
  expect(printFullText(lost, { html, picture: undefined }, words, addressOf)).toBe(
    `<figure><p>The quay</p></figure>\n${html}`,
  );
  expect(printFullText(anArticle(), { html, picture: undefined }, words, addressOf)).toBe(html);
});
