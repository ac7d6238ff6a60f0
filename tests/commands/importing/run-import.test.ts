import { mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tarOf, zipOf } from '../../originals/make-archives.ts';
import { parseFrontMatter } from '../../../src/article/front-matter.ts';
import { isEdited } from '../../../src/importers/article-file.ts';
import { findImporters } from '../../../src/commands/importing/find-importers.ts';
import { openReport } from '../../../src/commands/importing/report.ts';
import { WriteError } from '../../../src/disk/write-error.ts';
import { importInto } from '../../importers/import-into.ts';

let folder: string;
const content = (): string => join(folder, 'content');
const originals = (): string => join(folder, 'news');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string | Uint8Array): Promise<void> {
  const path = join(originals(), name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const filesIn = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .toSorted();
};

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 4, height: 3, channels: 3, background: 'white' } })
    .png()
    .toBuffer();

const flood = 'date 1953-02-01 The sea broke through the dikes.\n\nWater stood in the streets.\n';
const floodFile = 'articles/1953/02/01/the-sea-broke-through-the-dikes.md';

describe('an import', () => {
  test('run twice changes nothing', async () => {
    await write('a.txt', flood);
    await importInto(content(), [originals()]);
    const before = await readFile(join(content(), floodFile), 'utf8');
    const { counts } = await importInto(content(), [originals()]);
    expect(counts.byResult).toMatchObject({ created: 0, unchanged: 1 });
    expect(await readFile(join(content(), floodFile), 'utf8')).toBe(before);
    expect(await filesIn(content())).toEqual([floodFile]);
  });

  test('knows an original by its folder and name, whether the folder or the file is named', async () => {
    await write('a.txt', flood);
    await importInto(content(), [originals()]);
    const { counts } = await importInto(content(), [join(originals(), 'a.txt')]);
    expect(counts.byResult).toMatchObject({ unchanged: 1 });
  });

  test('tells how a changed original differs, and takes it when asked', async () => {
    await write('a.txt', flood);
    await importInto(content(), [originals()]);
    await write('a.txt', flood.replace('streets', 'churches'));
    const { counts, told } = await importInto(content(), [originals()]);
    expect(counts.byResult).toMatchObject({ changed: 1 });
    expect(told).toContain('- Water stood in the streets.\n  + Water stood in the churches.');
    expect(await readFile(join(content(), floodFile), 'utf8')).toContain('streets');
    const updated = await importInto(content(), [originals()], { update: true });
    expect(updated.counts.byResult).toMatchObject({ updated: 1 });
    expect(await readFile(join(content(), floodFile), 'utf8')).toContain('churches');
    expect(
      (await importInto(content(), [originals()], { update: true })).counts.byResult,
    ).toMatchObject({ unchanged: 1 });
  });

  test('leaves alone and names what a keeper has edited, unless told to overwrite', async () => {
    await write('a.txt', flood);
    await importInto(content(), [originals()]);
    const path = join(content(), floodFile);
    await writeFile(path, (await readFile(path, 'utf8')).replace('The sea', 'The North Sea'));
    expect((await importInto(content(), [originals()])).counts.byResult).toMatchObject({
      unchanged: 1,
    });
    await write('a.txt', flood.replace('streets', 'churches'));
    const { counts, told } = await importInto(content(), [originals()], { update: true });
    expect(counts.byResult).toMatchObject({ edited: 1, updated: 0 });
    expect(told).toContain(floodFile);
    expect(await readFile(path, 'utf8')).toContain('The North Sea');
    await importInto(content(), [originals()], { overwrite: true });
    expect(await readFile(path, 'utf8')).not.toContain('The North Sea');
  });

  test('moves an article whose day was corrected, which answers at its old address', async () => {
    await write('a.txt', flood);
    await importInto(content(), [originals()]);
    await write('a.txt', flood.replace('1953-02-01', '1953-02-02'));
    await importInto(content(), [originals()], { update: true });
    expect(await filesIn(content())).toEqual([floodFile.replace('02/01', '02/02')]);
    expect(await readFile(join(content(), floodFile.replace('02/01', '02/02')), 'utf8')).toContain(
      'aliases:\n  - /1953/02/01/the-sea-broke-through-the-dikes/',
    );
  });

  test('gives two articles of one day and headline two addresses, the same in every run', async () => {
    await write('a.txt', flood);
    await write('b.txt', flood.replace('Water stood', 'Ice lay'));
    await importInto(content(), [originals()]);
    const second = floodFile.replace('.md', '-2.md');
    expect(await filesIn(content())).toEqual([second, floodFile].toSorted());
    expect(await readFile(join(content(), second), 'utf8')).toContain('Ice lay');
    const { counts } = await importInto(content(), [
      join(originals(), 'b.txt'),
      join(originals(), 'a.txt'),
    ]);
    expect(counts.byResult).toMatchObject({ unchanged: 2 });
  });

  test('never overwrites an article a keeper wrote', async () => {
    await mkdir(dirname(join(content(), floodFile)), { recursive: true });
    await writeFile(join(content(), floodFile), '---\ndate: 1953-02-01\n---\n\nMine.\n');
    await write('a.txt', flood);
    await importInto(content(), [originals()]);
    expect(await readFile(join(content(), floodFile), 'utf8')).toContain('Mine.');
    expect(await filesIn(content())).toHaveLength(2);
  });

  test('joins the same text of the same day, and proposes near duplicates', async () => {
    const body = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ');
    await write('a.txt', `date 1953-02-01 The sea. ${body}`);
    await write('b.txt', `date 1953-02-01  The sea. ${body.replace(' word3 ', '  word3 ')}`);
    await write('c.txt', `date 1953-02-03 The sea. ${body} and more`);
    await write('d.txt', `date 1953-03-03 The sea. ${body} and more`);
    const { counts, told } = await importInto(content(), [originals()]);
    expect(counts.byResult).toMatchObject({ created: 3, joined: 1 });
    expect(told).toContain('Near duplicates (1)');
  });

  test('keeps the same text under different headlines apart', async () => {
    const record = (title: string): string =>
      JSON.stringify({ title, date: '1953-02-01', text: 'See the picture.' });
    await write('a.jsonl', ['One', 'Two', 'Two'].map(record).join('\n'));
    expect((await importInto(content(), [originals()])).counts.byResult).toMatchObject({
      created: 2,
      joined: 1,
    });
  });

  test('proposes near duplicates of what the archive holds, within three days', async () => {
    const words = Array.from({ length: 120 }, (_, i) => `word${i}`).join(' ');
    await write('a.txt', `date 1953-02-01 ${words}.`);
    await importInto(content(), [join(originals(), 'a.txt')]);
    await write('b.txt', `date 1953-02-04 ${words} again.`);
    await write('c.txt', `date 1953-02-05 ${words} once more.`);
    const near = await importInto(content(), [join(originals(), 'b.txt')], { dryRun: true });
    expect(near.told).toMatch(/Near duplicates \(1\).*\n.*1953\/02\/01.*\n.*1953\/02\/04/);
    const far = await importInto(content(), [join(originals(), 'c.txt')], { dryRun: true });
    expect(far.told).not.toContain('Near duplicates');
  });

  test('writes nothing in a dry run, and tells the same', async () => {
    await write('a.txt', flood);
    await write('b.txt', 'date 1953-02-30 No day.');
    const dry = await importInto(content(), [originals()], {
      dryRun: true,
      quarantine: join(folder, 'refused'),
    });
    expect(await filesIn(content())).toEqual([]);
    expect(await filesIn(join(folder, 'refused'))).toEqual([]);
    const wet = await importInto(content(), [originals()]);
    expect(wet.counts.byResult).toEqual(dry.counts.byResult);
  });

  test('counts that add up to what the originals hold', async () => {
    await write('a.txt', flood);
    await write('b.txt', '');
    await write(
      'c.jsonl',
      '{"title":"x","date":"2001-02-03","text":"y"}\n{\n{"title":"x","date":"2001-02-03","text":"y"}\n',
    );
    const { counts, outcomes } = await importInto(content(), [
      originals(),
      join(folder, 'missing'),
    ]);
    expect(counts.items).toBe(6);
    expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(counts.byResult).toMatchObject({ created: 2, joined: 1, refused: 3 });
  });

  test('copies what it refuses, with the reason beside it', async () => {
    await write('deep/b.txt', 'date 1953-02-30 No day.');
    await write('c.jsonl', '{"title":"x"\n');
    await importInto(content(), [originals()], { quarantine: join(folder, 'refused') });
    expect(await filesIn(join(folder, 'refused'))).toEqual([
      'news/c.jsonl.line 1',
      'news/c.jsonl.line 1.reason.txt',
      'news/deep/b.txt',
      'news/deep/b.txt.reason.txt',
    ]);
  });

  test('copies pictures that lie beside the original, and never from elsewhere', async () => {
    await write(
      'page.html',
      '<!doctype html><html lang=en><title>Pictures of the flood</title><meta name=date content=1953-02-01><article><p>The flood in three pictures <img src="page_files/a.png" alt="One"> <img src="../../secret.png" alt="Two"> <img src="/etc/logo.png" alt="Three">  <img src="page_files/b.png" alt="Four">, shown to the public in the town hall until Friday.</article>',
    );
    await write('page_files/a.png', await picture());
    await write('page_files/b.png', 'no picture');
    await writeFile(join(folder, 'secret.png'), await picture());
    await importInto(content(), [join(originals(), 'page.html')]);
    const files = await filesIn(content());
    expect(files).toEqual([
      'articles/1953/02/01/pictures-of-the-flood-1.png',
      'articles/1953/02/01/pictures-of-the-flood.md',
    ]);
    expect(await readFile(join(content(), files[1] ?? ''), 'utf8')).toContain(
      '![One](./pictures-of-the-flood-1.png) [Two](../../secret.png) [Three](/etc/logo.png) [Four](page_files/b.png)',
    );
  });

  test('copies pictures that lie in the archive of their article, whatever their order', async () => {
    const files = {
      'site/content/flood.md':
        '---\ntitle: Flood\ndate: 1953-02-01\nimage: ../dike.png\n---\n\n![One](/img/a.png) ![Two](../../../b.png)\n',
      'site/static/img/a.png': await picture(),
      'site/dike.png': await picture(),
    };
    await write('a.zip', zipOf(files));
    await write('b.tar.gz', gzipSync(await tarOf(files)));
    for (const name of ['a.zip', 'b.tar.gz']) {
      const { counts } = await importInto(join(content(), name), [join(originals(), name)]);
      expect(counts.byResult).toMatchObject({ created: 1, 'left-out': 2, refused: 0 });
      expect(await filesIn(join(content(), name))).toEqual([
        'articles/1953/02/01/flood-1.png',
        'articles/1953/02/01/flood-2.png',
        'articles/1953/02/01/flood.md',
      ]);
      const text = await readFile(join(content(), name, 'articles/1953/02/01/flood.md'), 'utf8');
      expect(text).toContain('![One](./flood-2.png) [Two](../../../b.png)');
      expect(text).toContain('src: ./flood-1.png');
    }
  });

  test('leads links between articles to their new addresses, whichever is read first', async () => {
    const post = (title: string, day: string, text: string): string =>
      `---\ntitle: ${title}\ndate: ${day}\n---\n\n${text}\n`;
    await write(
      'site/_posts/1953-02-01-flood.md',
      post(
        'Sea breaks in',
        '1953-02-01',
        'See [after]({% post_url 1953-02-02-after %}#dikes), [x](/x/).',
      ),
    );
    await write(
      'site/_posts/1953-02-02-after.md',
      post('The day after', '1953-02-02', 'See [before](1953-02-01-flood.md).'),
    );
    const first = await importInto(content(), [originals()]);
    expect(first.told).toContain('Links between articles led to their new addresses: 2');
    expect(first.told).toContain('A link leads to what is not in the archive: `/x/`.');
    const read = (file: string): Promise<string> => readFile(join(content(), file), 'utf8');
    const flooded = await read('articles/1953/02/01/flood.md');
    expect(flooded).toContain('[after](/1953/02/02/after/#dikes), [x](/x/)');
    expect(await read('articles/1953/02/02/after.md')).toContain('[before](/1953/02/01/flood/)');
    expect(isEdited(flooded)).toBe(false);
    const again = await importInto(content(), [originals()], { update: true });
    expect(again.counts.byResult).toMatchObject({ unchanged: 2, updated: 0 });
  });

  test('follows no link, and tells what it passes over', async () => {
    await write('a.txt', flood);
    await symlink('..', join(originals(), 'circle'));
    await symlink('/etc/hostname', join(originals(), 'b.txt'));
    await write('style.css', 'p {}');
    const { counts, told } = await importInto(content(), [originals()]);
    expect(counts.byResult).toMatchObject({ created: 1, 'left-out': 3, refused: 0 });
    expect(told).toContain('2 links to other files, 1 programs and styles');
  });

  test('leaves no temporary file behind', async () => {
    await mkdir(join(content(), '.importing/999999999'), { recursive: true });
    await write('a.txt', flood);
    await importInto(content(), [originals()]);
    expect(await readdir(content())).toEqual(['articles']);
  });
});

describe('errors of the disk', () => {
  test('a place that cannot be written to is said as such, and is no fault of the original', async () => {
    await write('a.txt', flood);
    await mkdir(join(content(), 'articles'), { recursive: true });
    await writeFile(join(content(), 'articles/1953'), 'A file where a folder should be.');
    const importing = importInto(content(), [originals()]);
    await expect(importing).rejects.toThrow(WriteError);
    await expect(importing).rejects.toThrow('articles/1953');
  });

  test('a report that cannot be written is said as such', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openReport(join(folder, 'file/report.json'))).rejects.toThrow(WriteError);
  });

  test('an entry of an archive that is broken costs itself alone', async () => {
    const archive = zipOf({ 'a.txt': flood, 'b.txt': flood.replace('02-01', '02-02') });
    const start = archive.indexOf('b.txt') + 'b.txt'.length;
    await write('old.zip', archive.fill(0xff, start, start + 8));
    await write('z.txt', flood.replace('02-01', '02-03'));
    const { counts, told } = await importInto(content(), [originals()]);
    expect(counts.byResult).toMatchObject({ created: 2, refused: 1 });
    expect(told).toContain('news/old.zip/b.txt unreadable');
  });

  test('a reader that fails costs what it had not read, and the run goes on', async () => {
    await write('a.odd', 'x');
    await write('z.txt', flood);
    const failing = {
      format: 'odd',
      reads: 'nothing',
      recognise: ({ path }: { path: string }) => (path.endsWith('.odd') ? 100 : 0),
      read: () => {
        throw new RangeError('too odd');
      },
    };
    const { counts, told } = await importInto(content(), [originals()], {
      importers: [...(await findImporters()), failing],
    });
    expect(counts.byResult).toMatchObject({ created: 1, refused: 1 });
    expect(told).toContain('news/a.odd reader-failed');
  });
});

test('a dry run takes newer versions of what it would have written into account', async () => {
  const item = (version: string, text: string): string =>
    JSON.stringify({
      uri: 'urn:example:1',
      version,
      versioncreated: '1953-02-01T08:00:00Z',
      headline: 'The dike',
      body_text: text,
    });
  await write('all.jsonl', [item('1', 'It holds.'), item('2', 'It broke.')].join('\n'));
  const { outcomes } = await importInto(content(), [originals()], { dryRun: true });
  expect(outcomes.map(({ result }) => result)).toEqual(['created', 'updated']);
  expect(outcomes[1]?.difference).toContain('+ It broke.');
  expect(await filesIn(content())).toEqual([]);
});

describe('old addresses that would stop a build', () => {
  const post = (title: string, aliases: string): string =>
    `---\ntitle: ${title}\ndate: 1953-02-01\naliases: ${aliases}\n---\n\nText of ${title}.\n`;
  const aliasesOf = async (slug: string): Promise<unknown> => {
    const text = await readFile(join(content(), `articles/1953/02/01/${slug}.md`), 'utf8');
    expect(isEdited(text)).toBe(false);
    const parts = parseFrontMatter(text);
    return 'fault' in parts ? parts : parts.data['aliases'];
  };

  test('are left out where a page of the site or another article has them, and told', async () => {
    await write('a.md', post('Flood', '[/about/, /about/history/, /topics/, /?p=8, /old/flood/]'));
    await write('b.md', post('Storm', '[/?p=8, /OLD/flood/, /old/flood/]'));
    const dry = await importInto(content(), [originals()], { dryRun: true });
    const { told } = await importInto(content(), [originals()]);
    for (const output of [dry.told, told]) {
      expect(output).toContain('The old address `/about/` is that of a page of this site.');
      expect(output).toContain(
        'The old address `/?p=8` leads to `articles/1953/02/01/flood.md` already.',
      );
    }
    expect(await aliasesOf('flood')).toEqual(['/about/history/', '/?p=8', '/old/flood/']);
    expect(await aliasesOf('storm')).toEqual(['/OLD/flood/']);
    const again = await importInto(content(), [originals()], { update: true });
    expect(again.counts.byResult).toMatchObject({ unchanged: 2, updated: 0 });
  });

  test('are lost to an article that has them as its own, whichever is read first', async () => {
    await write('a.md', post('Flood', '[/1953/02/01/storm/, /old/]'));
    await write('b.md', post('Storm', '[]'));
    await write('c.md', post('Surge', '[/1953/02/01/storm/]'));
    const { told } = await importInto(content(), [originals()]);
    expect(told).toContain(
      'The old address `/1953/02/01/storm/` is that of `articles/1953/02/01/storm.md`.',
    );
    expect(await aliasesOf('flood')).toEqual(['/old/']);
    expect(await aliasesOf('surge')).toBeUndefined();
  });

  test('keep leading to a keeper’s article when a new one would have them', async () => {
    await mkdir(join(content(), 'articles'), { recursive: true });
    await writeFile(
      join(content(), 'articles/mine.md'),
      '---\ntitle: Mine\ndate: 1953-02-01\naliases: [/1953/02/01/storm/]\n---\n\nText.\n',
    );
    await write('b.md', post('Storm', '[]'));
    const { outcomes } = await importInto(content(), [originals()]);
    expect(outcomes[0]?.file).toBe('articles/1953/02/01/storm-2.md');
  });
});
