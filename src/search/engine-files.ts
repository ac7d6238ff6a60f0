// Pagefind's own files that every shard shares: its JavaScript and its WebAssembly.

import { hash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Manifest } from './format/manifest.ts';
import { isWhole, sealFolder, type Remember } from './whole-folder.ts';

/**
 * Writes `pagefind.js` and the WebAssembly of a language into a folder beside the shards, named after its content. Pagefind gives them out only with an
 * index, so a small one is made for their sake and kept.
 *
 * @param folder where they are kept from one build to the next
 * @returns what the browser has to know of them
 */
export async function writeEngine(
  outDir: string,
  folder: string,
  language: string,
  remember: Remember,
): Promise<Manifest['engine']> {
  const script = 'pagefind.js';
  const wasm = `wasm.${language}.pagefind`;
  if (!isWhole(folder, remember)) {
    const work = `${folder}.part`;
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { recursive: true });
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    await index.addCustomRecord({ url: '/', content: 'word', language });
    await index.writeFiles({ outputPath: work });
    await close();
    sealFolder(work);
    await rm(folder, { recursive: true, force: true });
    await rename(work, folder);
  }
  const bytes = await Promise.all([script, wasm].map((file) => readFile(join(folder, file))));
  const published = `engine.${hash('sha256', Buffer.concat(bytes)).slice(0, 16)}`;
  await mkdir(join(outDir, published), { recursive: true });
  for (const file of [script, wasm]) {
    await copyFile(join(folder, file), join(outDir, published, file));
  }
  const entry = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    version: string;
    include_characters: string[];
  };
  return {
    folder: published,
    version: entry.version,
    language,
    includeCharacters: entry.include_characters,
  };
}
