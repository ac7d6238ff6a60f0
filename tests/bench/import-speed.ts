// How fast importers are, and what memory they need: npm run bench -- import-speed [texts] [megabytes]
// [--without-build]
//
// Generates plain texts (100,000) and a WordPress export (1,000 MB) into a temporary folder, imports each in a
// process of its own, the texts twice, builds a site from the texts, and deletes everything. Times are of all
// work: reading, deciding, writing.

import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMeasured, type Measured } from './measured-run.ts';
import { seededRandom } from './random.ts';

const withBuild = !process.argv.includes('--without-build');
const [texts = 100_000, megabytes = 1000] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
  .map(Number);

const vocabulary = Array.from({ length: 4000 }, (_, i) => {
  const syllables = ['ba', 'den', 'co', 'ri', 'lu', 'mer', 'sto', 'na', 'ti', 'ver', 'ho', 'land'];
  return [i % 12, Math.floor(i / 12) % 12, Math.floor(i / 144) % 12]
    .map((n) => syllables[n])
    .join('');
});

const random = seededRandom(1953);

function paragraph(words: number): string {
  const common = ['the', 'of', 'and', 'in', 'to', 'was', 'that', 'on', 'for', 'with'];
  const list = Array.from({ length: words }, () =>
    random.next() < 0.4
      ? common[Math.floor(random.next() * 10)]
      : vocabulary[Math.floor(random.next() ** 2 * 4000)],
  );
  const text = list.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const dayOf = (i: number, all: number): string => {
  const day = new Date(Date.UTC(1990, 0, 1) + Math.floor((i / all) * 12_000) * 86_400_000);
  return day.toISOString().slice(0, 10);
};

async function writeTexts(folder: string): Promise<void> {
  for (let i = 0; i < texts; i++) {
    const part = join(folder, String(Math.floor(i / 1000)));
    if (i % 1000 === 0) await mkdir(part, { recursive: true });
    const body = Array.from({ length: 6 }, () => paragraph(75)).join('\n\n');
    await writeFile(join(part, `${i}.txt`), ` date ${dayOf(i, texts)} ${body}\n`);
  }
}

async function writeExport(file: string): Promise<void> {
  const out = createWriteStream(file);
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:wp="w" xmlns:excerpt="e"><channel><title>Bench</title><link>https://bench.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>\n',
  );
  const all = megabytes * 300;
  for (let i = 0, size = 0; size < megabytes * 1_000_000; i++) {
    const body = Array.from(
      { length: 6 },
      () =>
        `<strong>${paragraph(2)}</strong> ${paragraph(70)} <a href="https://bench.example/${i}">${paragraph(3)}</a>`,
    ).join('\n\n');
    const text = `<item><title>${paragraph(8)}</title><link>https://bench.example/${i}/</link><dc:creator>ada</dc:creator><guid>https://bench.example/?p=${i}</guid><content:encoded><![CDATA[${body}]]></content:encoded><wp:post_id>${i}</wp:post_id><wp:post_date>${dayOf(Math.min(i, all), all + 1)} 12:30:00</wp:post_date><wp:post_date_gmt>${dayOf(Math.min(i, all), all + 1)} 11:30:00</wp:post_date_gmt><wp:post_name>post-${i}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="news"><![CDATA[News]]></category></item>\n`;
    await write(text);
    size += text.length;
  }
  await write('</channel></rss>\n');
  out.end();
  await once(out, 'finish');
}

const cells = (
  name: string,
  articles: string,
  { wall, user, system, peakOfOne }: Measured,
): string =>
  `| ${name} | ${articles} | ${wall.toFixed(0)} s | ${user.toFixed(0)} s + ${system.toFixed(0)} s | ${Math.round(peakOfOne)} MB |`;

/** Runs a command of the project and watches it. */
async function measure(args: readonly string[]): Promise<Measured> {
  const measured = await runMeasured(process.execPath, args, { cwd: process.cwd() });
  if (typeof measured.status !== 'number' || measured.status > 1)
    throw new Error(`${args.join(' ')} ended with ${measured.status}:\n${measured.output}`);
  return measured;
}

async function measureImport(name: string, path: string, content: string): Promise<number> {
  const measured = await measure(['src/commands/import.ts', path, '--content', content]);
  const created = /([\d,]+) {2}(?:created|unchanged)/.exec(measured.output)?.[1] ?? '0';
  const aSecond = Number(created.replaceAll(',', '')) / measured.wall;
  console.log(cells(name, `${created}, ${Math.round(aSecond)} a second`, measured));
  return measured.user + measured.system;
}

async function measureBuild(content: string, out: string): Promise<number> {
  const cache = `${out}-cache`;
  const args = ['--content', content, '--out', out, '--cache', cache, '--clean'];
  const measured = await measure(['src/commands/build.ts', ...args]);
  console.log(cells('building the site from it', '', measured));
  return measured.user + measured.system;
}

const folder = await mkdtemp(join(tmpdir(), 'dateline-speed-'));
const [content, site] = [join(folder, 'content'), join(folder, 'site')];
try {
  console.log(
    '| originals | articles | time | processor (user + system) | peak memory |\n| --- | --- | --- | --- | --- |',
  );
  if (texts > 0) {
    await writeTexts(join(folder, 'texts'));
    const imported = await measureImport(`${texts} plain texts`, join(folder, 'texts'), content);
    await measureImport('the same again', join(folder, 'texts'), content);
    await rm(join(folder, 'texts'), { recursive: true });
    if (withBuild) {
      const built = await measureBuild(content, site);
      const share = Math.round((imported / built) * 100);
      console.log(`\nThe import takes ${share} % of the build's processor time.\n`);
    }
    await rm(content, { recursive: true });
  }
  if (megabytes > 0) {
    const file = join(folder, 'export.xml');
    await writeExport(file);
    const { size } = await stat(file);
    const name = `WordPress export of ${Math.round(size / 1_000_000)} MB`;
    await measureImport(name, file, join(folder, 'posts'));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
