// `npm run bag -- DIR`: packs the built site as a BagIt bag, for a library or an archive to take over.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { archiveDir } from '../configuration/archive-folder.ts';
import { listFiles } from '../disk/list-files.ts';
import { walkFolder } from '../disk/walk-folder.ts';
import { makeBag } from '../proof/bag.ts';
import { manifestFile, parseManifest } from '../proof/manifest.ts';
import { site } from '../site.ts';
import { takeSite } from './build-lock.ts';
import { readOptions } from './options.ts';
import { archive, out } from './shared-options.ts';
import { counted, Misuse, run, startStage } from './terminal.ts';
import { today } from './today.ts';

await run(async () => {
  const { values, positionals } = readOptions({
    name: 'npm run bag',
    operand: 'DIR',
    does: 'Packs the built site as a BagIt 1.0 bag, the package in which libraries and archives take digital holdings over.',
    options: {
      archive,
      out: out('where the site lies'),
      'with-archive': {
        type: 'boolean',
        default: false,
        does: 'pack the archive folder, too: articles as they are written, drafts among them',
      },
    },
    more: 'DIR is made, and must not be there yet. `bagit.py --validate DIR` checks it, and so does `sha256sum --check manifest-sha256.txt` in it.',
  });
  const [named] = positionals;
  if (named === undefined)
    throw new Misuse('Say where the bag is to be: npm run bag -- ../archive-bag');
  const siteDir = resolve(values.out);
  const dir = resolve(named);
  if (!existsSync(join(siteDir, manifestFile))) {
    throw new Misuse(`There is no site in ${values.out}. Build it first: npm run build`);
  }
  if (existsSync(dir)) throw new Misuse(`${named} is there already. Name a folder that is not.`);
  for (const folder of [siteDir, ...(values['with-archive'] ? [archiveDir] : [])]) {
    if (dir.startsWith(folder + sep)) throw new Misuse(`${named} lies in ${folder} itself.`);
  }
  const lock = await takeSite(process.cwd(), 'the bag');
  try {
    const stage = startStage('Packed');
    const payload = {
      site: { folder: siteDir, files: listFiles(siteDir) },
      ...(values['with-archive'] ? { archive: archiveFiles(siteDir) } : {}),
    };
    const bag = { payload, expected: expectedOf(siteDir), info: infoLines() };
    const { files } = await makeBag(dir, bag, stage.count);
    stage.end(`${counted(files, 'file')} in ${named}`);
    return 0;
  } finally {
    lock.release();
  }
});

/** The archive's own files: none that a build has made there, and none whose name begins with a dot. */
function archiveFiles(siteDir: string): { folder: string; files: string[] } {
  const passOver = (name: string, path: string): boolean =>
    name.startsWith('.') || name === 'node_modules' || join(archiveDir, path) === siteDir;
  const found = [...walkFolder(archiveDir, { passOver })].filter(({ isFile }) => isFile);
  return { folder: archiveDir, files: found.map(({ path }) => path).toSorted() };
}

/** What the site's manifest says of its files, by their paths in the payload. */
function expectedOf(siteDir: string): Map<string, string> {
  const { digests } = parseManifest(readFileSync(join(siteDir, manifestFile), 'utf8'));
  return new Map([...digests].map(([path, digest]) => [`site/${path}`, digest]));
}

/** The elements of RFC 8493 §2.2.2 that are known here. */
function infoLines(): [label: string, value: string][] {
  return [
    ['Source-Organization', site.publisher],
    ['External-Identifier', site.address],
    ['External-Description', `${site.name}: ${site.description}`],
    ['Bagging-Date', today()],
    ['Bag-Software-Agent', 'Dateline'],
  ];
}
