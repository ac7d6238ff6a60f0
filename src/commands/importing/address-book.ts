// Which addresses of the site lead to which articles, while an import goes on: an old address that is another page's,
// or leads to another article already, would stop a build.

import { answerTo } from '../../archive/old-addresses.ts';
import { pageAt } from '../../archive/outputs.ts';
import { addressOfFile } from '../../importers/aliases.ts';

/** An old address that an article cannot have, and why. */
export interface Refused {
  alias: string;
  /** To follow "The old address": `is that of a page of this site`. */
  why: string;
}

/** An article written with an old address that a later one was then given as its own. */
export interface Overtaken {
  file: string;
  alias: string;
  by: string;
}

export class AddressBook {
  private readonly publicFiles: ReadonlySet<string>;
  /** Articles by the file that answers their own address. */
  private readonly articles = new Map<string, string>();
  /** Who leads there, by the file or query that answers an old address. */
  private readonly old = new Map<string, { file: string; alias: string }>();

  /** @param publicFiles what lies in `public/`, relative to it */
  constructor(publicFiles: Iterable<string>) {
    this.publicFiles = new Set(publicFiles);
  }

  /** Enters an article that is there, with its old addresses. */
  enter(file: string, aliases: readonly string[]): void {
    this.articles.set(answerOf(file), file);
    for (const alias of aliases) {
      const answer = keyOf(alias);
      if (answer !== undefined && !this.old.has(answer)) this.old.set(answer, { file, alias });
    }
  }

  /** Strikes an article out, for it moves. */
  strike(file: string): void {
    this.articles.delete(answerOf(file));
    for (const [answer, held] of this.old) if (held.file === file) this.old.delete(answer);
  }

  /**
   * Finds the old addresses that an article may not be given.
   *
   * @param files the article's file below the content folder, and the one that it moves from
   */
  refused(files: readonly string[], aliases: readonly string[]): Refused[] {
    return aliases.flatMap((alias) => {
      const why = this.whyNot(files, alias);
      return why === undefined ? [] : [{ alias, why }];
    });
  }

  /** The article files that would have an address which leads to another article. */
  reservedFiles(): Set<string> {
    return new Set(
      [...this.old.keys()].map((answer) => `articles/${answer.replace(/\/index\.html$/, '')}.md`),
    );
  }

  /** The old addresses that articles lost to another's own address. */
  overtaken(): Overtaken[] {
    return [...this.old].flatMap(([answer, { file, alias }]) => {
      const by = this.articles.get(answer);
      return by === undefined || by === file ? [] : [{ file, alias, by }];
    });
  }

  private whyNot(files: readonly string[], alias: string): string | undefined {
    const answer = keyOf(alias);
    if (answer === undefined) return undefined;
    if (pageAt(answer)) return 'is that of a page of this site';
    if (this.publicFiles.has(answer)) return `is that of \`public/${answer}\``;
    const other = this.articles.get(answer) ?? this.old.get(answer)?.file;
    return other === undefined || files.includes(other)
      ? undefined
      : `leads to \`${other}\` already`;
  }
}

/** The file that answers an article's own address: `2023/11/12/flood/index.html`. */
const answerOf = (articleFile: string): string =>
  `${addressOfFile(articleFile).slice(1)}index.html`;

/** What answers an old address: a file, or the query that is looked up. */
function keyOf(alias: string): string | undefined {
  const answer = answerTo(alias);
  if (!answer) return undefined;
  return ('file' in answer ? answer.file : answer.query).normalize('NFC');
}
