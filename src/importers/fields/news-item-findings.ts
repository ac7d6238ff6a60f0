// What is said of news items, whichever format they came in.

import type { Finding } from '../refuse.ts';

/** Its text is its description. */
export const summaryOnly: Finding = {
  rule: 'news-item-summary-only',
  message: 'The item has a description and no body.',
  fix: 'Ask the agency for the full text, if there is one.',
};

/** Says that an agency took an item back; none where it did not. */
export function withdrawnItem(status: string | undefined): Finding | undefined {
  if (status === undefined || !/cancel|withheld/i.test(status)) return undefined;
  return {
    rule: 'news-item-withdrawn',
    message: `The agency has marked the item as ${status}.`,
    fix: 'Leave it out; if an earlier version is in the archive, add a correction to it.',
  };
}

export const emptyItem = (fix: string): Finding => ({
  rule: 'item-empty',
  message: 'The news item has neither a headline nor a text.',
  fix,
});
