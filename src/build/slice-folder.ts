// What a slice leaves for `npm run join`, in a folder that can be packed and sent: `site/`, its part of the site;
// `shards/`, the parts of the search index that its pages make whole; and `slice.json`.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { readSealed, writeSealed } from '../disk/sealed-file.ts';
import { Stop } from '../disk/stop.ts';
import type { Output } from './output.ts';
import type { SiteRecord } from './site-record.ts';
import type { SliceLabel } from './slices.ts';

/** Slices of another version cannot be joined. */
const version = 'slice-1';

const fields = [
  'id',
  'title',
  'titleOrigin',
  'date',
  'time',
  'section',
  'tags',
  'authors',
  'lang',
  'dir',
] as const satisfies readonly (keyof Article)[];

/** What the search index and the order of articles need to know of one. */
export type SlicedArticle = Pick<Article, (typeof fields)[number]> & {
  /** A small picture to show beside its result: a file in the folder of its page, and the size of the whole picture in pixels. */
  thumbnail?: { name: string; width: number; height: number } | undefined;
};

interface SliceContent extends SliceLabel {
  articles: SlicedArticle[];
  files: [path: string, key: string][];
}

export interface SliceFolder extends SliceContent {
  dir: string;
}

/** An article without what a slice does not leave of it. */
const sliced = (article: SlicedArticle): SlicedArticle =>
  Object.fromEntries(
    ([...fields, 'thumbnail'] as const).map((field) => [field, article[field]]),
  ) as unknown as SlicedArticle;

/** Completes a slice's folder, whose `site/` is there. */
export function writeSlice(
  dir: string,
  label: SliceLabel,
  {
    record,
    articles,
    shards,
  }: { record: SiteRecord; articles: readonly SlicedArticle[]; shards: readonly string[] },
): void {
  const shardsDir = join(dir, 'shards');
  rmSync(shardsDir, { recursive: true, force: true });
  mkdirSync(shardsDir, { recursive: true });
  for (const shard of shards) {
    cpSync(shard, join(shardsDir, shard.split('/').at(-1) ?? ''), { recursive: true });
  }
  const content: SliceContent = {
    ...label,
    articles: articles.map(sliced),
    files: [...record.files].map(([path, { key }]) => [path, key]),
  };
  writeSealed(join(dir, 'slice.json'), version, JSON.stringify(content));
}

/** Reads all slices in a folder. */
export function readSlices(folder: string): SliceFolder[] {
  if (!existsSync(folder)) throw new Stop(`There is no folder ${folder}.`);
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'slice.json')))
    .map((name) => {
      const dir = join(folder, name);
      const text = readSealed(join(dir, 'slice.json'), version);
      if (text === undefined) {
        throw new Stop(
          `\`${join(dir, 'slice.json')}\` is damaged, or of another version. Build that slice again.`,
        );
      }
      return { dir, ...(JSON.parse(text) as SliceContent) };
    });
}

/** The files of a slice as outputs of the whole. */
export const sliceOutputs = ({ dir, files }: SliceFolder): Output[] =>
  files.map(([path, key]) => ({
    path,
    key: key === '' ? undefined : key,
    make: () => readFileSync(join(dir, 'site', path)),
  }));
