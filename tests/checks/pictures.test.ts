import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { PictureReading } from '../../src/article/picture-facts.ts';
import { parseArticle } from '../../src/article/article.ts';
import { pictureMissing } from '../../src/checks/picture-missing.ts';
import { pictureUnreadable } from '../../src/checks/picture-unreadable.ts';
import { pictureUnsafe } from '../../src/checks/picture-unsafe.ts';
import { readPicture } from '../../src/files/pictures.ts';
import { findUnsafe } from '../../src/files/unsafe-svg.ts';
import { printProblem } from '../../src/problem.ts';

const parse = (text: string) =>
  parseArticle(`---\ntitle: Flood\ndate: 2024-03-01\n${text}`, {
    file: 'articles/2024/03/01/flood.md',
    language: 'en',
  });
const articlesOf = (text: string) => {
  const { article } = parse(text);
  return article ? [article] : [];
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" ${attributes}>${inside}</svg>`;

const find = (reading: PictureReading) => () => reading;

test('a picture that is not there is said with the place where it should be', () => {
  const [problem] = pictureMissing(
    articlesOf('---\n\n![Map](my%20map.png)\n'),
    find({ fault: 'missing', reason: '' }),
  );
  expect(problem && printProblem(problem)).toBe(`articles/2024/03/01/flood.md picture-missing
  The picture \`my map.png\` is not there.
  Put it at \`articles/2024/03/01/my map.png\`, or correct its name.`);
});

test('a picture that breaks off, or is none, is said', async () => {
  const whole = await sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      background: '#89a',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg()
    .toBuffer();
  expect(await readPicture(whole)).toMatchObject({ format: 'jpeg', width: 400, height: 300 });
  const broken = await readPicture(whole.subarray(0, whole.length / 2));
  const none = await readPicture(bytes('404: not found'));
  for (const reading of [broken, none, await readPicture(bytes(''))]) {
    expect(reading).toMatchObject({ fault: 'unreadable' });
    const [problem] = pictureUnreadable(articlesOf('---\n\n![Map](map.png)\n'), find(reading));
    expect(problem?.rule).toBe('picture-unreadable');
  }
});

test.for([
  ['a script', svg('<script>alert(1)</script>')],
  ['a script under a prefix', `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>`],
  ['an event', svg('', 'onload="alert(1)"')],
  ['an event after a slash', svg('<g/onclick=alert(1)>x</g>')],
  ['a foreign document', svg('<foreignObject><p>x</p></foreignObject>')],
  ['a script in a link', svg('<a href="javascript:alert(1)"><text>x</text></a>')],
  ['a hidden script in a link', svg('<a href="&#106;ava&#x09;script:alert(1)"><text>x</text></a>')],
  ['a script put in by an animation', svg('<set attributeName="href" to="x"/>')],
  ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`],
  ['a style sheet', `<?xml-stylesheet href="x.css"?>${svg('')}`],
  ['a picture from another host', svg('<image href="https://elsewhere.example/x.png"/>')],
  ['a style from another host', svg('<style>a{fill:url(//elsewhere.example/x)}</style>')],
  ['a document as data', svg('<use href="data:image/svg+xml;base64,AAAA"/>')],
] as const)('a drawing with %s is refused', async ([, text]) => {
  expect(findUnsafe(text)).toBeDefined();
  const reading = await readPicture(bytes(text));
  expect('fault' in reading).toBe(true);
});

test('a refused drawing is told with what was found in it', () => {
  const [problem] = pictureUnsafe(
    articlesOf('---\n\n![Map](map.svg)\n'),
    find({ fault: 'unsafe', reason: '<script' }),
  );
  expect(problem && printProblem(problem)).toBe(`articles/2024/03/01/flood.md picture-unsafe
  The drawing \`map.svg\` could run or load something: it holds \`<script\`.
  Delete that from the file, or save the drawing as plain SVG or as PNG.`);
});

test.for([
  svg('<title>Once on a time</title><path d="M0 0h9"/><style>.a{fill:url(#b)}</style>'),
  svg('<a href="https://example.org/"><text>Source</text></a>'),
  svg('<image href="data:image/png;base64,AAAA"/><use xlink:href="#b"/>'),
  `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
])('a drawing that does nothing is accepted: %s', (text) => {
  expect(findUnsafe(text)).toBeUndefined();
});

test('a head picture without words is a warning at its place; empty words are a choice', () => {
  const { article, problems } = parse('image:\n  src: map.png\n---\n\nText.\n');
  expect(article).toBeDefined();
  expect(problems.map(printProblem)).toEqual([
    `articles/2024/03/01/flood.md:5:8 picture-alt-missing (warning)
  The picture has no \`alt\`: who cannot see it is not told what it shows.
  Add \`alt: What the picture shows\`, or \`alt: ''\` where it shows nothing that the text does not say.`,
  ]);
  expect(parse("image:\n  src: map.png\n  alt: ''\n---\n\nText.\n").problems).toEqual([]);
});

test('pictures of references and of raw HTML are found as well', () => {
  const text =
    '---\n\n![Map][m] <img alt="x" src="b.png"> ![Far](https://example.org/c.png)\n\n[m]: a.png\n';
  expect(articlesOf(text)[0]?.pictures).toEqual(['a.png', 'b.png']);
});
