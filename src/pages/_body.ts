import type { Article } from '../article/article.ts';
import { renderMarkdown, type RenderedBody } from '../article/markdown.ts';
import { contentDir } from '../files/content-dir.ts';
import { readBody } from '../files/content.ts';
import { handedOver } from '../files/handover.ts';

/** Reads and renders an article's text, when its page is made. */
export async function renderBody(article: Article): Promise<RenderedBody> {
  return handedOver()?.renderBody?.(article) ?? renderMarkdown(readBody(contentDir, article));
}
