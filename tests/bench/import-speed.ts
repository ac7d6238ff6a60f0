// How fast importers are, and what memory they need: node tests/bench/import-speed.ts [texts] [megabytes]
//
// Generates plain texts (100,000) and a WordPress export (1,000 MB) into a temporary folder, imports each in a
// process of its own, and deletes everything. Times are of all work: reading, deciding, writing.

import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [texts = 100_000, megabytes = 1000] = process.argv.slice(2).map(Number);

const vocabulary = Array.from({ length: 4000 }, (_, i) => {
  const syllables = ['ba', 'den', 'co', 'ri', 'lu', 'mer', 'sto', 'na', 'ti', 'ver', 'ho', 'land'];
  return [i % 12, Math.floor(i / 12) % 12, Math.floor(i / 144) % 12]
    .map((n) => syllables[n])
    .join('');
});

/** A small generator of numbers (mulberry32), so that every run has the same texts. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = numbers(1953);

function paragraph(words: number): string {
  const common = ['the', 'of', 'and', 'in', 'to', 'was', 'that', 'on', 'for', 'with'];
  const list = Array.from({ length: words }, () =>
    next() < 0.4 ? common[Math.floor(next() * 10)] : vocabulary[Math.floor(next() ** 2 * 4000)],
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

/** Runs an import and watches the memory of its process. */
async function measure(name: string, path: string, content: string): Promise<void> {
  const start = performance.now();
  const child = spawn(process.execPath, ['src/commands/import.ts', path, '--content', content], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  let cpu = '';
  child.stdout.on('data', (piece: Buffer) => (told += piece.toString()));
  let peakMb = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      const [, , , , , , , , , , , , , user = 0, system = 0] = readFileSync(
        `/proc/${child.pid}/stat`,
        'utf8',
      )
        .split(' ')
        .map(Number);
      cpu = `${(user / 100).toFixed(0)} s user + ${(system / 100).toFixed(0)} s system`;
    } catch {
      // The process has ended, or the system has no /proc: memory stays unknown.
    }
  }, 200);
  await once(child, 'close');
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  const created = Number((/([\d,]+) {2}created/.exec(told)?.[1] ?? '0').replaceAll(',', ''));
  console.log(
    `| ${name} | ${created} | ${seconds.toFixed(0)} s | ${Math.round(created / seconds)} | ${cpu} | ${Math.round(peakMb)} MB |`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'dateline-speed-'));
try {
  console.log(
    '| originals | articles | time | articles a second | processor | peak memory |\n| --- | --- | --- | --- | --- | --- |',
  );
  if (texts > 0) {
    await writeTexts(join(folder, 'texts'));
    await measure(`${texts} plain texts`, join(folder, 'texts'), join(folder, 'a'));
    await measure('the same again', join(folder, 'texts'), join(folder, 'a'));
    await rm(join(folder, 'texts'), { recursive: true });
    await rm(join(folder, 'a'), { recursive: true });
  }
  if (megabytes > 0) {
    const file = join(folder, 'export.xml');
    await writeExport(file);
    const { size } = await stat(file);
    await measure(
      `WordPress export of ${Math.round(size / 1_000_000)} MB`,
      file,
      join(folder, 'b'),
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
