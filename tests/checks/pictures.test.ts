import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { PictureReading } from '../../src/article/picture-facts.ts';
import { parseArticle } from '../../src/article/article.ts';
import { pictureMisnamed } from '../../src/checks/picture-misnamed.ts';
import { pictureMissing } from '../../src/checks/picture-missing.ts';
import { pictureUnreadable } from '../../src/checks/picture-unreadable.ts';
import { pictureUnsafe } from '../../src/checks/picture-unsafe.ts';
import { readNamedPicture, readPicture } from '../../src/content-folder/pictures.ts';
import { findUnsafe } from '../../src/content-folder/unsafe-svg.ts';
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

const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';

const find = (reading: PictureReading) => () => reading;

test('a picture that is not there is said with the place where it should be', () => {
  const [problem] = pictureMissing(
    articlesOf('---\n\n![Map](my%20map.png)\n'),
    find({ fault: 'missing', reason: '' }),
  );
  expect(problem && printProblem(problem))
    .toBe(`articles/2024/03/01/flood.md:6:1 picture-missing (warning)
  The picture \`my map.png\` is missing; the page shows its description instead.
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
  ['a foreign document', svg('<foreignObject><p>x</p></foreignObject>')],
  ['a script in a link', svg('<a href="javascript:alert(1)"><text>x</text></a>')],
  ['a hidden script in a link', svg('<a href="&#106;ava&#x09;script:alert(1)"><text>x</text></a>')],
  ['a script put in by an animation', svg('<set attributeName="href" to="x"/>')],
  ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`],
  ['a style sheet', `<?xml-stylesheet href="x.css"?>${svg('')}`],
  ['a picture from another host', svg('<image href="https://elsewhere.example/x.png"/>')],
  ['a style from another host', svg('<style>a{fill:url(//elsewhere.example/x)}</style>')],
  ['a document as data', svg('<use href="data:image/svg+xml;base64,AAAA"/>')],
  [
    'a script by default attribute',
    `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg('')}`,
  ],
  ['a document type of its own', `<!DOCTYPE svg SYSTEM "drawing.dtd">${svg('')}`],
  [
    'a script under a prefix of other letters',
    svg('<é:script xmlns:é="http://www.w3.org/2000/svg">alert(1)</é:script>'),
  ],
  [
    'an element of a web page',
    svg('<w:source xmlns:w="http://www.w3.org/1999/xhtml" srcset="x.png"/>'),
  ],
  ['an element in no namespace', svg('<b xmlns=""/>')],
  ['a formula', svg('<m:math xmlns:m="http://www.w3.org/1998/Math/MathML" href="x"/>')],
  [
    'a listener',
    svg('<e:listener xmlns:e="http://www.w3.org/2001/xml-events" event="load" handler="#x"/>'),
  ],
  [
    'an event of another namespace',
    svg('<g e:event="load" xmlns:e="http://www.w3.org/2001/xml-events"/>'),
  ],
  ['a base elsewhere', svg('', 'xml:base="https://elsewhere.example/"')],
  ['a picture by backslash', svg('<image href="/\\elsewhere.example/x.png"/>')],
  ['a picture with a tab in its address', svg('<image href="&#9;//elsewhere.example/x.png"/>')],
  ['a picture by its scheme alone', svg('<image href="https:elsewhere.example/x.png"/>')],
  [
    'a picture of a filter',
    svg('<filter id="f"><feImage href="//elsewhere.example/x.png"/></filter>'),
  ],
  ['a message sent by a link', svg('<a href="#a" ping="//elsewhere.example/"><g/></a>')],
  [
    'an animated address under a prefix',
    svg('<set xmlns:x="http://www.w3.org/1999/xlink" attributeName="x:href" to="#a"/>'),
  ],
  ['an animated paint from elsewhere', svg('<set attributeName="fill" to="url(//x.example/#a)"/>')],
  ['a mask from elsewhere', svg('<g mask="url( \'https:x.example/#a\' )"/>')],
  ['an imported style', svg('<style>@import "x.css";</style>')],
  ['an imported style in escapes', svg('<style>@\\69mport "x.css";</style>')],
  ['an address in escapes', svg('<style>g{fill:\\75rl(x.svg#a)}</style>')],
  ['a set of pictures', svg('<style>svg{background:image-set("x.png" 1x)}</style>')],
  [
    'a set of pictures in an attribute',
    svg('<g style="background:-webkit-image-set(&quot;x.png&quot; 1x)"/>'),
  ],
  ['a style in a CDATA section', svg('<style><![CDATA[g{cursor:url(x.cur)}]]></style>')],
  ['a style in two pieces', svg('<style>g{cursor:ur<![CDATA[l(x.cur)}]]></style>')],
  ['a transformation', `<?xml-stylesheet type="text/xsl" href="#x"?>${svg('')}`],
  ['an encoding that reads other letters', `<?xml version="1.0" encoding="Shift_JIS"?>${svg('')}`],
  ['a version of XML with other line ends', `<?xml version="1.1"?>${svg('')}`],
] as const)('a drawing with %s is refused', async ([, text]) => {
  expect(findUnsafe(text)).toBeDefined();
  const reading = await readPicture(bytes(text));
  expect('fault' in reading).toBe(true);
});

test.for([
  ['an element that is not closed', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
  ['attributes without a blank', svg('<g x="1"onclick="alert(1)"/>')],
  ['an event after a slash', svg('<g/onclick=alert(1)>x</g>')],
  ['an entity that nobody defines', svg('&script;')],
] as const)('a drawing with %s is no drawing', async ([, text]) => {
  expect(await readPicture(bytes(text))).toMatchObject({ fault: 'unreadable' });
});

test.for([
  ['map.html', '.gif'],
  ['map.png', '.gif'],
  ['map', '.gif'],
] as const)(
  'a GIF called %s is refused, with the ending it should have',
  async ([name, ending]) => {
    const gif = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#123' } })
      .gif()
      .toBuffer();
    const reading = await readNamedPicture(name, gif);
    expect(reading).toEqual({ fault: 'misnamed', reason: ending });
    expect(await readNamedPicture('MAP.GIF', gif)).toMatchObject({ format: 'gif' });
    const [problem] = pictureMisnamed(articlesOf(`---\n\n![Map](${name})\n`), find(reading));
    expect(problem && printProblem(problem)).toBe(`articles/2024/03/01/flood.md:6:1 picture-misnamed
  The picture \`${name}\` is not what its name says: its content is that of a \`.gif\` file.
  Rename it so that it ends in \`.gif\`.`);
  },
);

test('a refused drawing is told with what was found in it', () => {
  const [problem] = pictureUnsafe(
    articlesOf('---\n\n![Map](map.svg)\n'),
    find({ fault: 'unsafe', reason: '<script' }),
  );
  expect(problem && printProblem(problem)).toBe(`articles/2024/03/01/flood.md:6:1 picture-unsafe
  The drawing \`map.svg\` could run or load something: it holds \`<script\`.
  Delete that from the file, or save the drawing as plain SVG or as PNG.`);
});

test.for([
  svg('<title>Once on a time</title><path d="M0 0h9"/><style>.a{fill:url(#b)}</style>'),
  svg('<a href="#legend"><text>Legend (1953)</text></a>'),
  svg('<image href="data:image/png;base64,AAAA"/><use xlink:href="#b"/>', xlink),
  svg('<g fill="url(#a)" style="filter: url(&quot;#f&quot;); transform: rotate(3deg)"/>'),
  svg('<animate attributeName="opacity" values="0;1" dur="2s"/>'),
  svg(
    '<i:namedview i:label="url(x)" xmlns:i="http://www.inkscape.org/namespaces/inkscape"/><metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
  ),
  `\uFEFF<?xml version="1.0" encoding="iso-8859-1"?><!-- Drawn by hand -->${svg('')}`,
])('a drawing that does nothing is accepted: %s', (text) => {
  expect(findUnsafe(text)).toBeUndefined();
});

test('a head picture without words is a warning at its place; empty words are a choice', () => {
  const { article, problems } = parse('image:\n  src: map.png\n---\n\nText.\n');
  expect(article).toBeDefined();
  expect(problems.map(printProblem)).toEqual([
    `articles/2024/03/01/flood.md:5:8 picture-alt-missing (warning)
  The picture has no \`alt\`: readers who cannot see it are not told what it shows.
  Add \`alt: What the picture shows\`, or \`alt: ''\` where it shows nothing that the text does not say.`,
  ]);
  expect(parse("image:\n  src: map.png\n  alt: ''\n---\n\nText.\n").problems).toEqual([]);
});

test('pictures of references and of raw HTML are found as well', () => {
  const text =
    '---\n\n![Map][m] <img alt="x" src="b.png"> ![Far](https://example.org/c.png)\n\n[m]: a.png\n';
  expect(articlesOf(text)[0]?.pictures).toEqual(['a.png', 'b.png']);
});
