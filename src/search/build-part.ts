// Makes what is kept of a part of the archive: the analysis of its words, and its texts as readers fetch them.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysePart } from './analyse-part.ts';
import { printAnalysis } from './analysis.ts';
import { printArticleText, type TextBlock } from './article-text.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { printTextPieces } from './text-pieces.ts';
import { keepFolder } from './whole-folder.ts';

export interface PartInput {
  newestFirst: readonly IndexedArticle[];
  /** Reads an article's text from its page. */
  read: (article: IndexedArticle) => TextBlock[];
  /** The language whose stemmer the index uses. */
  language: string;
}

/** Builds a part into a folder, which appears when it is complete: `analysis`, and `texts/0` …. */
export async function buildPart(folder: string, input: PartInput): Promise<void> {
  const { newestFirst, language } = input;
  const texts = newestFirst.map((article) => ({ article, blocks: input.read(article) }));
  const forms = await analysePart(
    texts.map(({ blocks }) => blocks),
    language,
  );
  const pieces = printTextPieces(
    texts.map(({ article, blocks }) => printArticleText(article, blocks)),
  );
  await keepFolder(folder, async (work) => {
    await mkdir(join(work, 'texts'));
    await writeFile(join(work, 'analysis'), printAnalysis(forms));
    for (const [number, piece] of pieces.entries()) {
      await writeFile(join(work, 'texts', String(number)), piece);
    }
  });
}
