import { expect, inject, test } from 'vitest';
import { linkedFiles } from '../../src/archive/links.ts';
import { parseLedger, tombstonesOf } from '../../src/archive/ledger.ts';
import { oldAddresses } from '../../src/archive/old-addresses.ts';
import { siteOutputs } from '../../src/archive/outputs.ts';
import { picturePath } from '../../src/archive/pictures.ts';
import { readContent } from '../../src/content-folder/content.ts';
import { readLinkedFiles } from '../../src/content-folder/linked-files.ts';
import { readLedgerFile } from '../../src/content-folder/ledger-file.ts';
import { listFiles } from '../../src/disk/list-files.ts';
import { readPictures } from '../../src/content-folder/pictures.ts';

const contentDir = 'tests/site/newspaper';

test('every file of a built site is accounted for before it is built', async () => {
  const { articles } = await readContent(contentDir, 'en');
  const pictures = await readPictures(
    contentDir,
    articles.flatMap(({ file, pictures: names }) => names.map((name) => picturePath(file, name))),
  );
  const files = await readLinkedFiles(contentDir, articles.flatMap(linkedFiles));
  const { holderOf } = siteOutputs(articles, {
    findPicture: (path) => pictures.get(path),
    findFile: (path) => files.get(path),
    publicFiles: listFiles('public'),
  });
  const gone = tombstonesOf(parseLedger(readLedgerFile(contentDir)).entries);
  const old = new Set([
    ...oldAddresses(articles).map(({ file }) => file),
    ...gone.map(({ address }) => `${address.slice(1)}index.html`),
  ]);
  const built = listFiles(inject('siteDir')).filter((path) => !old.has(path));
  expect(built.length).toBeGreaterThan(50);
  expect(built.filter((path) => holderOf(path) === undefined)).toEqual([]);
});
