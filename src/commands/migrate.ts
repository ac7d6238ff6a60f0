// `npm run migrate -- OLD NEW`: makes an archive of its own of a clone that was one: `src/site.ts`, `content/`, `public/`.

import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { archiveFields } from '../configuration/schema.ts';
import { shownPath } from '../configuration/archive-folder.ts';
import { readOldSite } from '../configuration/old-site.ts';
import { listFiles } from '../disk/list-files.ts';
import { Stop } from '../disk/stop.ts';
import { requireFree, writeArchive } from './new-archive.ts';
import { readOptions } from './options.ts';
import { counted, Misuse, run } from './terminal.ts';

await run(
  async () => {
    const { positionals } = readOptions({
      name: 'npm run migrate',
      operand: 'FOLDER…',
      does: 'Makes an archive of its own of an older Dateline that was changed to be one: npm run migrate -- ../old-dateline ../my-archive',
      options: {},
      more: 'The old folder stays as it is.',
    });
    const [from, to, ...more] = positionals;
    if (from === undefined || to === undefined || more.length > 0) {
      throw new Misuse(
        'Name the folder of the old Dateline and that of the new archive: npm run migrate -- ../old-dateline ../my-archive',
      );
    }
    return Promise.resolve(migrate(resolve(from), resolve(to)) ? 0 : 1);
  },
  { needsArchive: false },
);

function migrate(from: string, to: string): boolean {
  const { about, ...site } = readSite(from);
  requireFree(to);
  const known = Object.entries(site).filter(([field]) => field in archiveFields);
  const text =
    typeof about === 'string' ? about : `This is the archive of ${String(site['name'])}.`;
  if (!writeArchive(to, Object.fromEntries(known), text)) return false;
  try {
    copy(join(from, 'content'), to);
    copy(join(from, 'public'), join(to, 'public'));
  } catch (error) {
    rmSync(to, { recursive: true, force: true });
    throw error;
  }
  const articles = listFiles(join(to, 'articles')).filter((file) => file.endsWith('.md'));
  process.stdout.write(
    `${shownPath(to)} has ${counted(articles.length, 'article')}; ${shownPath(from)} stays as it is.\n` +
      `Templates that you have changed are not taken along.\nNext: npm run check -- --archive ${shownPath(to)}\n`,
  );
  return true;
}

function readSite(from: string): Record<string, unknown> {
  const file = join(from, 'src/site.ts');
  const site = existsSync(file) ? readOldSite(readFileSync(file, 'utf8')) : undefined;
  if (site) return site;
  throw new Stop(
    `\`${shownPath(file)}\` does not say what the archive is. Name a Dateline whose archive was set up there.`,
  );
}

/** Links are copied as what they lead to: elsewhere they would lead nowhere. */
function copy(from: string, to: string): void {
  if (existsSync(from)) {
    cpSync(from, to, { recursive: true, dereference: true, preserveTimestamps: true });
  }
}
