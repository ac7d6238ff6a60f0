// What of the site has to be known to show a text on it. It comes with the file's data, for a processor serves all
// articles.

/** How a picture of a text is shown. */
export interface BodyPicture {
  path: string;
  /** In pixels. */
  width: number;
  height: number;
  sources: readonly { type: string; made: readonly { path: string; width: number }[] }[];
}

/** What the interface says of footnotes, in the site's language. */
export interface FootnoteWords {
  footnotes: string;
  /** Leads from a note to where it belongs; `{number}` is its number. */
  backToReference: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

export interface Surroundings {
  /** Finds a picture by its address as written. */
  findPicture: (address: string) => BodyPicture | undefined;
  /** Where links that name a file lead, as paths of the site, by their address as written. */
  links: Readonly<Record<string, string>>;
  /** The address of a path. */
  addressOf: (path: string) => string;
  /** What the addresses of the site's own pages begin with: `/`, `/archive/`, or a whole address for a feed. */
  root: string;
  footnotes: FootnoteWords;
}

declare module 'vfile' {
  interface DataMap {
    surroundings: Surroundings;
  }
}
