// Originals whose place in a folder tells something: how site generators, wikis and Macs keep their files.

import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importInto, type Imported } from './import-into.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function importFiles(files: Record<string, string | Buffer>): Promise<Imported> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, 'site', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return importInto(join(folder, 'content'), [join(folder, 'site')]);
}

const articleAt = (file: string): Promise<string> =>
  readFile(join(folder, 'content/articles', file), 'utf8');

test('a post of Jekyll answers where Jekyll had it, and links to there lead to it', async () => {
  await importFiles({
    'fr/news/_posts/2004-05-06-Old-Mill.md': '---\ntitle: Le vieux moulin\n---\nLe moulin.\n',
    'fr/news/_posts/2004-05-07-after.md':
      '---\ntitle: Ensuite\n---\nVoir [ici](/fr/news/2004/05/06/Old-Mill/) et [là](/2004/05/06/Old-Mill.html).\n',
  });
  const text = await articleAt('2004/05/06/old-mill.md');
  expect(text).toContain('  - /fr/news/2004/05/06/Old-Mill.html\n');
  expect(text).toContain('  - /2004/05/06/Old-Mill.html\n');
  expect(await articleAt('2004/05/07/after.md')).toContain(
    'Voir [ici](/2004/05/06/old-mill/) et [là](/2004/05/06/old-mill/).',
  );
});

test('a headline in another script leaves the slug to the name of the file', async () => {
  await importFiles({ 'mill-2004.md': '---\ntitle: 古い風車\ndate: 2004-05-06\n---\n風車。\n' });
  expect(await articleAt('2004/05/06/mill-2004.md')).toContain('title: 古い風車');
});

test('an HTML file that begins with front matter has its facts from there', async () => {
  await importFiles({
    'mill.html':
      "---\ntitle: 'Mill: sold'\ndate: 2004-05-08\nauthor: Ida Moe\n---\n<p>The mill was sold.</p>\n<p>Nobody knows to whom.</p>\n",
  });
  const text = await articleAt('2004/05/08/mill-sold.md');
  expect(text).toContain('  - Ida Moe\n');
  expect(text).toContain('\nThe mill was sold.\n\nNobody knows to whom.\n');
  expect(text).not.toContain('title: mill');
});

test('names that a Mac took apart are found under whole letters, and the other way round', async () => {
  await importFiles({
    ['Mühle.md'.normalize('NFD')]: '---\ntitle: Die Mühle\ndate: 2004-05-06\n---\nSie steht.\n',
    ['Bäcker.md'.normalize('NFC')]:
      `---\ntitle: Der Bäcker\ndate: 2004-05-07\n---\n![Rad](${'Räder.png'.normalize('NFC')}) Siehe [dort](${encodeURI('Mühle.md'.normalize('NFC'))}) und [da](<Mühle.md>).\n`,
    ['Räder.png'.normalize('NFD')]: dot,
  });
  expect(await articleAt('2004/05/07/der-backer.md')).toContain(
    '![Rad](./der-backer-1.png) Siehe [dort](/2004/05/06/die-muhle/) und [da](</2004/05/06/die-muhle/>).',
  );
});

test('double brackets become pictures, links that lead to an article, or text', async () => {
  const { told } = await importFiles({
    'b/Wind.md':
      '---\ntitle: Wind\ndate: 2004-05-06\n---\n![[scan one.png|The scan]]\n\nSee [[Mill|the mill]], [[Nobody]] and `[[code]]`.\n',
    'Mill.md': '---\ntitle: Mill\ndate: 2004-05-07\n---\nA mill.\n',
    'scan one.png': dot,
  });
  expect(await articleAt('2004/05/06/wind.md')).toMatch(
    /!\[The scan\]\(\.\/wind-1\.png\)\n\nSee \[the mill\]\(\/2004\/05\/07\/mill\/\), Nobody and `\[\[code\]\]`\.\n$/,
  );
  expect(told).not.toContain('link-leads-nowhere');
  expect((await readdir(join(folder, 'content/articles/2004/05/06'))).toSorted()).toEqual([
    'wind-1.png',
    'wind.md',
  ]);
});

test('the texts of an export of Substack are read with the rows of its table', async () => {
  const { told } = await importFiles({
    'posts/11.wind.html': '<p>It blows from the west.</p>',
    'posts/12.storm.html': '<p>Not for print.</p>',
    'posts.csv':
      'post_id,post_date,is_published,type,title,subtitle\n11.wind,2020-02-03T10:00:00.000Z,true,newsletter,Wind,It blows\n12.storm,2020-02-04T10:00:00.000Z,false,newsletter,Storm,\n',
  });
  expect(await articleAt('2020/02/03/wind.md')).toMatch(
    /title: Wind\n[\s\S]*summary: It blows\n[\s\S]*It blows from the west\.\n$/,
  );
  expect(await articleAt('2020/02/04/storm.md')).toContain('\ndraft: true\n');
  expect(told).toContain('2 texts of another original');
});

test('a folder called like one of templates may hold articles; what is left out there is named', async () => {
  const { told } = await importFiles({
    'themes/2004/wind.md': '---\ntitle: Wind\ndate: 2004-05-06\n---\nIt blows.\n',
    'layouts/single.html': '---\ntitle: {{ .Title }}\n---\n<main>{{ .Content }}</main>\n',
    'archetypes/default.md': '---\ntitle: Name\ndate: 2004-05-07\n---\nText.\n',
  });
  expect(await articleAt('2004/05/06/wind.md')).toContain('It blows.');
  expect(told).toContain('left-out: site/layouts/single.html (templates)');
  expect(told).toContain('left-out: site/archetypes/default.md (templates)');
  expect(told).toContain('1  created');
});

test('a text without a headline takes the one it comes with a second time, and keeps it', async () => {
  const files = {
    'a/one.txt': 'date 2004-05-06\n\nThe wind blew all day long from the west.\n',
    'b/two.md':
      '---\ntitle: "Wind: all day"\ndate: 2004-05-06\n---\nThe wind blew all day long from the west.\n',
  };
  const first = await importFiles(files);
  expect(first.counts.byResult).toMatchObject({ created: 1, updated: 1 });
  expect(first.told).toContain('title: nothing → Wind: all day');
  const file = first.outcomes[0]?.file?.replace('articles/', '') ?? '';
  const text = await articleAt(file);
  expect(text).toContain("title: 'Wind: all day'\n");
  expect(text).toContain('  headline: given (joined from site/b/two.md)\n');
  const again = await importInto(join(folder, 'content'), [join(folder, 'site')], { update: true });
  expect(again.counts.byResult).toMatchObject({ unchanged: 1, joined: 1 });
  expect(await articleAt(file)).toBe(text);
});

test('pictures of a long text are found, by reference too, in time that grows with it', async () => {
  const filler =
    'The wheel turned and the water ran, | a | b | and so it went on all day.\n\n'.repeat(3000);
  await importFiles({
    'long.md': `---\ntitle: Long\ndate: 2004-05-06\n---\n![One](one.png)\n\n${filler}![Two][two]\n\n${filler}[two]: one.png\n`,
    'one.png': dot,
  });
  const text = await articleAt('2004/05/06/long.md');
  expect(text).toContain('![One](./long-1.png)');
  expect(text).toContain('![Two](./long-1.png)');
});

test('the uploads of a blog that lie beside its export come along, in a folder of any depth', async () => {
  const post = (id: number, picture: string): string =>
    `<item><title>Eels ${id}</title><link>https://weir.example/blog/eels-${id}/</link><wp:post_id>${id}</wp:post_id><wp:post_date>2019-06-0${id} 08:00:00</wp:post_date><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[<p>Forty eels came, and ${id}.</p><img alt="Weir" src="${picture}">]]></content:encoded></item>`;
  const pictures = [
    'http://www.weir.example/blog/wp-content/uploads/2019/06/weir.png?w=300',
    'https://weir.example/blog/wp-content/uploads/2019/06/lost.png',
    'https://other.example/wp-content/uploads/2019/06/weir.png',
  ];
  const { told } = await importFiles({
    'weir.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Weir</title><link>https://weir.example/blog</link>${pictures.map((src, i) => post(i + 1, src)).join('')}</channel></rss>`,
    'uploads/2019/06/weir.png': dot,
  });
  expect(await articleAt('2019/06/01/eels-1.md')).toContain('![Weir](./eels-1-1.png)');
  expect(await articleAt('2019/06/02/eels-2.md')).toContain(`[Weir](${pictures[1]})`);
  expect(await articleAt('2019/06/03/eels-3.md')).toContain(`[Weir](${pictures[2]})`);
  expect(told).toContain('A picture is not at hand: `/blog/wp-content/uploads/2019/06/lost.png`.');
});
