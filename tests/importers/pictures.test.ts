import { describe, expect, test } from 'vitest';
import { isLocalAddress } from '../../src/markdown/local-address.ts';
import { findImporters } from '../../src/commands/importing/find-importers.ts';
import { readSmall } from '../../src/commands/importing/readings.ts';
import type { Draft } from '../../src/importers/importer.ts';
import { foreignAddress } from '../../src/importers/html/resolve-media.ts';
import { printProblem } from '../../src/problem.ts';
import { localPicturesOf, pathsOf, withPictures } from '../../src/importers/pictures.ts';

const importers = await findImporters();

const draftOf = async (path: string, text: string): Promise<Draft> => {
  const context = { latestDay: '2026-11-23' };
  const { readings } = readSmall(path, new TextEncoder().encode(text), { importers, context });
  const draft = (await Array.fromAsync(readings)).find(({ kind }) => kind === 'draft');
  return draft as Draft;
};

const markdown = (body: string): Promise<Draft> =>
  draftOf('dike.md', `---\ntitle: Dike\ndate: 1953-02-01\n---\n\n${body}\n`);

const opening =
  'All night men carried sand to the dike at the old sluice, and in the morning it held.';
const html = (body: string): string => `<p>${opening}</p>${body}`;

describe('pictures of every kind of original are found in what its reader makes', () => {
  test.for([
    [
      'ninjs',
      'a.json',
      JSON.stringify({
        uri: 'urn:example:1',
        versioncreated: '1953-02-01T08:00:00Z',
        headline: 'Dike',
        body_html: html('<p><img src="photos/dike.jpg" alt="The dike"></p>'),
      }),
    ],
    [
      'NewsML-G2',
      'a.xml',
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:example:1" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>1953-02-01T08:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>1953-02-01</contentCreated><headline>Dike</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${html('<p><img src="photos/dike.jpg" alt="The dike"/></p>')}</body></html></inlineXML></contentSet></newsItem>`,
    ],
    [
      'a page',
      'a.html',
      `<html><head><title>Dike</title><meta name="date" content="1953-02-01"></head><body><article>${html('<img src="photos/dike.jpg" alt="The dike">')}</article></body></html>`,
    ],
    [
      'Markdown by reference',
      'a.md',
      '---\ndate: 1953-02-01\n---\n\nSee ![The dike][photo].\n\n[photo]: photos/dike.jpg\n',
    ],
  ] as const)('%s', async ([, path, text]) => {
    const draft = await draftOf(path, text);
    expect(localPicturesOf(draft)).toEqual(['photos/dike.jpg']);
    const copied = withPictures(
      draft,
      [{ written: 'photos/dike.jpg', copy: 'dike-1.jpg' }],
      'dike.md',
    );
    expect(copied.body).toContain('![The dike](./dike-1.jpg)');
    expect(withPictures(draft, [], 'dike.md').body).toContain('[The dike](photos/dike.jpg)');
  });
});

test('what a picture says keeps its signs, and a picture in a link its link', async () => {
  const draft = await markdown(
    '![A \\[wide\\] `dike` * ](a.png "At \\"low\\" water") [![B](b.png)](/b/) [![C](c.png)](/c/)',
  );
  const placed = [
    { written: 'a.png', copy: 'dike-1.png' },
    { written: 'b.png', copy: 'dike-2.png' },
  ];
  const copied = withPictures(draft, placed, 'news/dike.md');
  expect(copied.problems.map(printProblem)).toEqual([
    'news/dike.md picture-missing (warning)\n  A picture is not at hand: `c.png`. A link stands in its place.\n  Lay it where the original names it and take this again with `--update`; or put it beside the article.',
  ]);
  expect(copied.body).toBe(
    '![A \\[wide\\] dike \\*](./dike-1.png "At \\"low\\" water") [![B](./dike-2.png)](/b/) [C](/c/)',
  );
});

test('a picture that is not at hand is a link to where it was published', async () => {
  const draft = await markdown('![A](../a (1).png)'.replace('../a (1).png', '<../a (1).png>'));
  const published = { ...draft, source: { url: 'https://example.org/news/1/dike.html' } };
  expect(withPictures(published, [], 'dike.html').body).toBe(
    '[A](https://example.org/news/a%20%281%29.png)',
  );
});

test.for([
  ['photos\\dike.jpg', ['photos/dike.jpg']],
  [
    'C:\\Users\\ann\\photos\\dike.jpg',
    ['Users/ann/photos/dike.jpg', 'ann/photos/dike.jpg', 'photos/dike.jpg', 'dike.jpg'],
  ],
  ['file:///home/ann/dike%20a.jpg', ['home/ann/dike a.jpg', 'ann/dike a.jpg', 'dike a.jpg']],
  ['map#1.png', ['map', 'map#1.png']],
  ['dike.jpg?w=300', ['dike.jpg', 'dike.jpg?w=300']],
] as const)('%s may lie at %j', ([written, paths]) => {
  expect(pathsOf(written)).toEqual(paths);
});

test.for([
  '/\\host/a.png',
  '\\\\host\\a.png',
  '//host/a.png',
  '/\t/host/a.png',
  'https:a.png',
  'HTTPS:/\\host/a.png',
  ' //host/a.png',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
])('%j is an address elsewhere', (address) => {
  expect(isLocalAddress(address)).toBe(false);
});

test('a scheme without slashes names the host behind it, on every site', () => {
  expect(foreignAddress('https:host.example/a.png', undefined)).toBe('https://host.example/a.png');
});

test.for(['a.png', './a.png', '/a.png', 'a b.png', '../a.png', '?a', 'a/\\b.png', '#a'])(
  '%j is an address of this site',
  (address) => {
    expect(isLocalAddress(address)).toBe(true);
  },
);
