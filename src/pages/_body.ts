import type { Article } from '../article/article.ts';
import { renderMarkdown, type RenderedBody } from '../article/markdown.ts';
import { contentDir } from '../files/content-dir.ts';
import { readBody } from '../files/content.ts';

/**
 * Reads and renders an article's text, when its page is made. An error names the file: HTML nested thousands
 * deep exhausts the stack, and of a hundred thousand articles nobody could tell which one it was.
 */
export async function renderBody(article: Article): Promise<RenderedBody> {
  const body = await readBody(contentDir, article);
  try {
    return renderMarkdown(body);
  } catch (cause) {
    throw new Error(`The text of ${article.file} cannot be rendered.`, { cause });
  }
}
