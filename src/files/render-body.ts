import type { Article } from '../article/article.ts';
import { renderMarkdown, type RenderedBody } from '../article/markdown.ts';
import { readBody } from './content.ts';

/**
 * Reads and renders an article's text. An error names the file: HTML nested thousands deep exhausts the stack,
 * and of a hundred thousand articles nobody could tell which one it was.
 */
export function renderFile(contentDir: string, article: Article): RenderedBody {
  const body = readBody(contentDir, article);
  try {
    return renderMarkdown(body);
  } catch (cause) {
    throw new Error(`The text of ${article.file} cannot be rendered.`, { cause });
  }
}
