// The head of a Markdown body: what it gives where the front matter gives nothing.

import { findDateLine } from '../dates/date-line.ts';
import type { WrittenDate } from '../dates/draft-date.ts';
import { cutFirstHeading } from './tidy-markdown.ts';

export interface Opening {
  title?: string | undefined;
  titleFrom?: string | undefined;
  date?: WrittenDate | undefined;
  body: string;
}

/** Takes the first heading and the date line from the head of a body. */
export function openBody(
  written: string,
  title: string | undefined,
  withoutHead: boolean,
): Opening {
  const opening: Opening = { body: written.replace(/^(?:[^\S\n]*\n)+/, '') };
  if (title === undefined && withoutHead) takeDateLine(opening);
  const first = cutFirstHeading(opening.body);
  if (first && (title === undefined || sameText(first.heading, title))) {
    opening.title = first.heading;
    opening.titleFrom = 'first heading';
    opening.body = first.rest;
    if (title === undefined && withoutHead && opening.date === undefined) takeDateLine(opening);
  }
  return opening;
}

function takeDateLine(opening: Opening): void {
  const line = findDateLine(
    opening.body.replace(/^([*_]{1,2})(\w[^\n]*?)\1(?=[ \t]*(?:\n|$))/, '$2'),
  );
  if (!line) return;
  opening.date = { written: line.written, from: line.from };
  opening.body = line.rest.replace(/^[*_]{1,2}[ \t]*(?=\n|$)/, '').trimStart();
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const sameText = (a: string, b: string): boolean => bare(a) === bare(b);
