import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { isListed, manifestFile, parseManifest } from '../../src/proof/manifest.ts';

test('the manifest lists every file of the site with the SHA-256 of its bytes', () => {
  const siteDir = inject('siteDir');
  const { digests } = parseManifest(readFileSync(join(siteDir, manifestFile), 'utf8'));
  const files = listFiles(siteDir).filter(isListed);
  expect(new Map(digests)).toEqual(
    new Map(files.map((file) => [file, hash('sha256', readFileSync(join(siteDir, file)))])),
  );
});
