// The texts of a part of the archive, for results: records of a fixed size, so that where one lies is computed. A record is
// sealed: the length of what follows (two bytes), the place and the length of the rest (four bytes each; 0 where there is none), then
// JSON compressed with raw deflate (RFC 1951), then noughts. Of a long text the record holds the beginning; the rest lies
// behind the records of its piece, sealed and compressed in the same way.

import type { ArticleText } from './manifest.ts';

/** The size of a record in bytes: most news is no longer, compressed. */
export const recordBytes = 2304;

/** How many records a piece has. */
export const recordsInPiece = 32;

/** What stands before the compressed text in a record, its seal included. */
export const recordHead = 14;

/** What of an article lies in its record, in an order that is not named in each. */
export const fieldsOf = (text: ArticleText): unknown[] => [
  text.id,
  text.title,
  text.derived ? 1 : 0,
  text.date,
  text.section ?? '',
  text.lang,
  text.dir,
  text.authors,
  text.tags,
  text.headings.map(({ at, id, text: heading }) => [at, id, heading]),
  text.content,
  ...(text.thumbnail ? [text.thumbnail.name, text.thumbnail.width, text.thumbnail.height] : []),
];

/** What of a long text lies in its rest. */
export const restOf = (text: ArticleText, end: number): unknown[] => [
  text.headings.map(({ at, id, text: heading }) => [at, id, heading]),
  text.content.slice(end),
  text.tags,
];

/** Reads what `fieldsOf` gave. */
export function textOf(fields: unknown): ArticleText {
  const [id, title, derived, date, section, lang, dir, authors, tags, headings, content, ...rest] =
    fields as [
      ...[string, string, number, string, string, string, 'ltr' | 'rtl', string[], string[]],
      [number, string, string][],
      string,
      ...([name: string, width: number, height: number] | []),
    ];
  return {
    id,
    title,
    ...(derived === 1 ? { derived: true as const } : {}),
    date,
    ...(section === '' ? {} : { section }),
    lang,
    dir,
    authors,
    tags,
    content,
    headings: headings.map(([at, heading, text]) => ({ at, id: heading, text })),
    ...(rest.length === 0 ? {} : { thumbnail: { name: rest[0], width: rest[1], height: rest[2] } }),
  };
}
