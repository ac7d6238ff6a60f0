import { rm, rename, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import { isError } from '../problem.ts';
import { handOver } from '../files/handover.ts';
import { checkContent } from './check-content.ts';
import { counted, reportProblems, startStage } from './terminal.ts';

export interface BuildOptions {
  contentDir: string;
  outDir: string;
}

/**
 * Builds the site and its search index. The finished site takes the place of the old one at the end; where
 * the content has errors, or anything fails, the old one stays as it is.
 *
 * @returns whether the site was built
 */
export async function buildSite({ contentDir, outDir }: BuildOptions): Promise<boolean> {
  const reading = startStage('Articles');
  const { articles, problems } = await checkContent(contentDir, reading.count);
  reading.end(`${counted(articles.length, 'article')} read`);
  reportProblems(problems);
  if (problems.some(isError)) {
    process.stderr.write('Nothing was built; the site is as it was.\n');
    return false;
  }
  const next = resolve(dirname(outDir), `.dateline/next-${process.pid}`);
  try {
    await buildPages(articles, contentDir, next);
    await replace(outDir, next);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  return true;
}

async function buildPages(
  articles: Parameters<typeof handOver>[0],
  contentDir: string,
  outDir: string,
): Promise<void> {
  const stage = startStage('Pages');
  handOver(articles);
  process.env['DATELINE_CONTENT'] = contentDir;
  process.env['DATELINE_OUT'] = outDir;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // What is published must not depend on the environment: elsewhere than in production, drafts are shown.
  process.env['NODE_ENV'] = 'production';
  let pages = 0;
  await build({
    logLevel: 'warn',
    integrations: [
      countPages((done, total) => {
        pages = done;
        stage.count(done, total);
      }),
    ],
  });
  stage.end(`${counted(pages, 'page')} written`);
}

/** Tells how many pages of how many have been rendered. */
function countPages(onProgress: (done: number, total: number) => void): AstroIntegration {
  return {
    name: 'dateline:progress',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        let total = 0;
        let done = 0;
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const found = await astro.getStaticPaths();
            total = found.length;
            return found;
          },
          async render(request, options) {
            const response = await astro.render(request, options);
            onProgress(++done, total);
            return response;
          },
        }));
      },
    },
  };
}

/** Puts a finished folder in the place of another. */
async function replace(outDir: string, next: string): Promise<void> {
  await mkdir(dirname(outDir), { recursive: true });
  const old = `${next}-old`;
  if (existsSync(outDir)) await rename(outDir, old);
  await rename(next, outDir);
  await rm(old, { recursive: true, force: true });
}
