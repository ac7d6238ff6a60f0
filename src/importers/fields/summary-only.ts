import type { Finding } from '../refuse.ts';

/** Says of a news item that its text is its description. */
export const summaryOnly: Finding = {
  rule: 'news-item-summary-only',
  message: 'The item has a description and no body.',
  fix: 'Ask the agency for the full text, if there is one.',
};
