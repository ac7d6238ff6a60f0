// What a first visit to each kind of page costs, in bytes as sent (gzip) and in requests:
//   npm run bench -- page-weight [FOLDER OF A BUILT SITE, default dist]

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../browser/chromium.ts';
import { serveSite } from '../../src/commands/serve-site.ts';
import { basePath } from '../../src/archive/urls.ts';
import { site } from '../../src/site.ts';

const kinds = {
  front: '/',
  year: '/1989/',
  month: '/1989/11/',
  day: '/1989/11/09/',
  article: '/1989/11/09/wall-opens-in-berlin/',
  'article with picture': '/1913/02/11/scott-party-dead-in-antarctica/',
  dates: '/dates/',
  topic: '/topics/space-exploration/',
  search: '/search/',
};

const siteDir = process.argv[2] ?? 'dist';
const base = basePath(site.address);
const { server, address } = await serveSite(siteDir, { base, port: 0, host: 'localhost' });
const browser = await launchBrowser();
const rows: Record<string, Record<string, number | string>> = {};
for (const [kind, path] of Object.entries(kinds)) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const sizes: Record<string, number> = {};
  let requests = 0;
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    const file = `/${pathname.slice(base.length)}`;
    const type = request.resourceType();
    requests += 1;
    const bytes = readFileSync(join(siteDir, file.endsWith('/') ? `${file}index.html` : file));
    const sent = /\.(?:woff2|png|jpe?g|avif|webp)$/.test(file)
      ? bytes
      : gzipSync(bytes, { level: 9 });
    sizes[type] = (sizes[type] ?? 0) + sent.length;
  });
  const response = await page.goto(address + path.slice(1), { waitUntil: 'networkidle' });
  if (!response?.ok()) {
    rows[kind] = { status: response?.status() ?? 'none' };
    continue;
  }
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const { document: html = 0, stylesheet = 0, script = 0, font = 0 } = sizes;
  rows[kind] = {
    'HTML and CSS': html + stylesheet,
    JavaScript: script,
    font,
    other: total - html - stylesheet - script - font,
    total,
    requests,
  };
  await page.close();
}
console.table(rows);
await browser.close();
server.close();
