import { directionOf } from '../article/article.ts';
import { site } from '../site.ts';

/**
 * What words of the interface carry where they stand inside an article, which may be in another language and run
 * the other way.
 */
export const interfaceText = { lang: site.language, dir: directionOf(site.language) } as const;
