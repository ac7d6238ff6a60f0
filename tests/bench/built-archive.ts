// Builds an archive of articles as `npm run build` does, for measurements and tests that need the pages of a real build.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { articleId, slugOfFile } from '../../src/article/article.ts';

export interface ToBuild {
  /** The path of its page, without the outer slashes. */
  id: string;
  title: string;
  date: string;
  /** Markdown without front matter. */
  body: string;
}

/** The id that an article has in its built archive: its file's name may not be fit for an address. */
export const builtId = ({ id, date }: ToBuild): string => articleId(date, slugOfFile(`${id}.md`));

/**
 * Writes articles into a folder and builds their site there, with its search index.
 *
 * @param folder receives `content/` and `site/`
 * @returns the folder of the site
 */
export function buildArchive(folder: string, articles: readonly ToBuild[]): { siteDir: string } {
  const contentDir = join(folder, 'content');
  const siteDir = join(folder, 'site');
  for (const { id, title, date, body } of articles) {
    const file = join(contentDir, 'articles', `${id}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n---\n\n${withoutPictures(body)}\n`,
    );
  }
  const args = ['src/commands/build.ts', '--content', contentDir, '--out', siteDir];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return { siteDir };
}

/** The pictures of an archive elsewhere are not here; what is said of them is. */
const withoutPictures = (body: string): string =>
  body.replace(/!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1').replace(/<img\b[^>]*>/gi, '');
