import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** `articles/2024/03/01/flood.md`: the folders say a date; it should be that of the front matter. */
const datedFolder = /(?:^|\/)(\d{4})(?:\/(\d{2}))?(?:\/(\d{2}))?\/[^/]+$/;

/** The folder of a file is for the keeper's eyes; one that says another date than the article misleads them. */
export function folderNotDate(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ file, date }) => {
    const folders = datedFolder.exec(file)?.slice(1).filter(Boolean).join('-');
    if (folders === undefined || date.startsWith(folders)) return [];
    const problem: Problem = {
      place: { file },
      rule: 'folder-not-date',
      severity: 'warning',
      message: `The file lies in the folder for ${folders}, but its date, which decides its address, is ${date}.`,
      fix: 'Correct the date, or move the file.',
    };
    return [problem];
  });
}
