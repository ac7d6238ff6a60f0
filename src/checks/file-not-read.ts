import { linkedFiles } from '../archive/links.ts';
import { picturePath } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import { isArticleFile } from '../article/file-names.ts';
import type { Problem } from '../problem.ts';

/** What systems leave in folders; and what a keeper has put aside, with a dot or an underscore before its name. */
const passedOver = /(?:^|\/)(?:[._]|(?:Thumbs\.db|desktop\.ini)$)/i;

/** What lies in the content folder and is on no page was meant to be on one, or is litter. */
export function fileNotRead(
  articles: readonly Article[],
  { contentFiles, unread }: { contentFiles: readonly string[]; unread: readonly string[] },
): Problem[] {
  const read = new Set(
    [
      ...unread,
      ...articles.flatMap((article) => [
        article.file,
        ...article.pictures.map((picture) => picturePath(article.file, picture)),
        ...linkedFiles(article),
      ]),
    ].map((path) => path.normalize('NFC')),
  );
  return contentFiles
    .filter((file) => !passedOver.test(file) && !read.has(file.normalize('NFC')))
    .map((file) => ({
      place: { file },
      rule: 'file-not-read',
      severity: 'warning',
      ...explain(file),
    }));
}

function explain(file: string): Pick<Problem, 'message' | 'fix'> {
  if (isArticleFile(file)) {
    return {
      message: 'This article lies outside the folder `articles/`, so it is not read.',
      fix: 'Move it into that folder; or put an underscore before its name.',
    };
  }
  if (/\.(?:txt|text|html?|mdx|mdown|mkd?n?|rst|adoc|docx?|odt)$/i.test(file)) {
    return {
      message: 'This is not an article: the names of articles end in `.md`.',
      fix: 'Let `npm run import` make an article of it; or put an underscore before its name.',
    };
  }
  return {
    message: 'No article shows this file or links to it; it is not published.',
    fix: 'Name it in the article that it belongs to, or put an underscore before its name.',
  };
}
