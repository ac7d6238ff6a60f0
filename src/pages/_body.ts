import type { Article } from '../article/article.ts';
import type { RenderedBody } from '../article/markdown.ts';
import { contentDir } from '../files/content-dir.ts';
import { handedOver } from '../files/handover.ts';
import { renderFile } from '../files/render-body.ts';

/** Reads and renders an article's text, when its page is made. */
export async function renderBody(article: Article): Promise<RenderedBody> {
  return handedOver()?.renderBody?.(article) ?? renderFile(contentDir, article);
}
