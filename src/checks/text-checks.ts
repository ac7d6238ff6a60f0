// What is doubtful in a text itself. Each rule reads the body of one article; what it finds is remembered for as long
// as the file stays the same.

import type { Article } from '../article/article.ts';
import { cleanFileText } from '../article/clean-text.ts';
import { cutFrontMatter } from '../article/front-matter.ts';
import { signatureOf } from '../importers/decisions/near-duplicates.ts';
import type { Problem } from '../problem.ts';
import { languageDoubtful } from './language-doubtful.ts';
import { pictureWithoutAlt } from './picture-without-alt.ts';
import { weekdayDisagrees } from './weekday-disagrees.ts';

/** What is known of a text beside what its article says. */
export interface TextFacts {
  problems: Problem[];
  /** What other texts are compared with, as base64; none where the text is short. */
  signature?: string;
}

/** A text with the number of lines that stand above it in its file. */
export interface TextBelow {
  body: string;
  linesAbove: number;
}

/** @param source the text of the article's file */
export function checkText(source: string, article: Article): TextFacts {
  const { text } = cleanFileText(source);
  const parts = cutFrontMatter(text);
  if ('fault' in parts) return { problems: [] };
  const { body } = parts;
  const above = text.slice(0, text.length - body.length);
  const below: TextBelow = { body, linesAbove: above.split('\n').length - 1 };
  const signature = signatureOf(body);
  return {
    problems: [
      ...languageDoubtful(article, below),
      ...pictureWithoutAlt(article, below),
      ...weekdayDisagrees(article, below),
    ],
    ...(signature && { signature: Buffer.from(signature.buffer).toString('base64') }),
  };
}
