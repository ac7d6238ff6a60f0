// The addresses Jekyll gives a post that names none: its default style is
// `/:categories/:year/:month/:day/:title.html` (https://jekyllrb.com/docs/permalinks/), the categories are the folders
// above `_posts` and those of the front matter, in lower case.

import { findDateInPath, nameWithoutDate } from '../dates/date-in-path.ts';

const posts = /(?:^|\/)_(?:posts|drafts)\//;

/** Whether a file is a post of Jekyll by its folder. */
export const isJekyllPost = (path: string): boolean => posts.test(path);

/**
 * The paths a post answered at, with its ending and without, below its categories and below none.
 *
 * @param path the recorded name; its first folder is the one handed over, which is no category
 * @param categories those of the front matter
 */
export function jekyllAddresses(path: string, categories: readonly string[]): string[] {
  const name = nameWithoutDate(path);
  const date = findDateInPath(path)?.date;
  if (!isJekyllPost(path) || name === undefined || date?.length !== 10) return [];
  const folders = path
    .slice(0, posts.exec(path)?.index ?? 0)
    .split('/')
    .slice(1);
  const slug = encodeURI(name);
  const post = `${date.replaceAll('-', '/')}/${slug}`;
  const above = [...folders, ...categories]
    .filter((part) => part !== '')
    .map((part) => encodeURI(part.toLowerCase()));
  const paths = above.length === 0 ? [post] : [`${[...new Set(above)].join('/')}/${post}`, post];
  return paths.flatMap((each) => [`/${each}.html`, `/${each}/`]);
}
