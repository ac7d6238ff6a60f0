import { openingText } from '../../article/body-facts.ts';
import { deriveHeadline } from '../../opening/opening.ts';
import { slugFor } from '../../article/slug.ts';
import { nameWithoutDate } from '../dates/date-in-path.ts';
import type { Draft } from '../importer.ts';

/** The headline a draft will have: its own, else the one its text gives. */
export const headlineOf = ({ body, fields }: Draft, siteLanguage: string): string | undefined =>
  fields.title ?? deriveHeadline(openingText(body), fields.lang ?? siteLanguage);

/**
 * The slug a draft asks for: the one its original had, else its headline's, else its file name's.
 *
 * @param path the original's recorded name
 */
export function slugOfDraft(draft: Draft, headline: string | undefined, path: string): string {
  const given = draft.slug === undefined ? '' : slugFor(decoded(draft.slug));
  if (given !== '' && given !== 'article') return given;
  return slugFor(headline ?? nameWithoutDate(path) ?? '');
}

/** WordPress keeps slugs percent-encoded. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
