// The one configuration of an archive. A keeper changes this file and the folder `content/`.

import { environment } from './environment.ts';

export interface Site {
  /** The archive's name, as it stands in the masthead and in citations. */
  name: string;
  /** One sentence for search engines, feeds and the about page. */
  description: string;
  /**
   * Where the site will be served, with a slash at its end. A path after the host is kept:
   * `https://example.org/archive/` serves everything below `/archive/`.
   * The environment variable `DATELINE_ADDRESS` takes its place where it is set.
   */
  address: string;
  /**
   * The language of the interface and of articles that name none (BCP 47). The environment variable
   * `DATELINE_LANGUAGE` takes its place where it is set.
   */
  language: string;
  /** Who answers for the archive. */
  publisher: string;
  /** The licence of articles whose `source` names none. */
  licence: { name: string; url: string };
  /**
   * The picture that other sites show beside a link to an article: `articles`, one with the headline, date and year
   * of each; `years`, one for each year, shared by its articles; or `none`. One takes 13 ms and 17 kB: of 10,000
   * articles more than two minutes and 170 MB, once, for a picture is made again only when what it shows changes.
   * `auto` makes one for each article as long as the archive has at most 5,000, and one for each year above.
   */
  sharePictures: 'auto' | 'articles' | 'years' | 'none';
  /** Paragraphs of the about page, in Markdown. */
  about: string;
}

export const site: Site = {
  name: 'Dateline',
  description:
    'A demonstration archive of news from two centuries: read, search and browse by date.',
  address: environment.address ?? 'https://dateline.example/',
  language: environment.language ?? 'en',
  publisher: 'Dateline',
  licence: {
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  sharePictures: 'auto',
  about: `This is a **demonstration archive**. Its articles were written for it, each about a real and dated event,
in the manner of a news agency's report of that day. It shows what Dateline makes of a folder of Markdown files.

**To replace it with your own:** empty the folder \`content/articles/\`, put your own articles there
(\`npm run import -- --dry-run YOUR-FILES\` shows what would be taken from texts you have, and the same line without \`--dry-run\` takes it),
write your archive's name, address and licence into \`src/site.ts\`, and run \`npm start\`.`,
};
