import { openingText } from '../../article/plain-text.ts';
import { deriveHeadline } from '../../article/opening.ts';
import { slugFor } from '../../article/slug.ts';
import { nameWithoutDate } from '../dates/date-in-path.ts';
import type { Draft } from '../importer.ts';

/**
 * The slug a draft asks for: the one its original had, else its headline's, else the one its text or its
 * file name gives.
 *
 * @param path the original's recorded name
 */
export function slugOfDraft(draft: Draft, path: string, siteLanguage: string): string {
  const given = draft.slug === undefined ? '' : slugFor(decoded(draft.slug));
  if (given !== '' && given !== 'article') return given;
  const title =
    draft.fields.title ?? headlineOf(draft, siteLanguage) ?? nameWithoutDate(path) ?? '';
  return slugFor(title);
}

const headlineOf = ({ body, fields }: Draft, siteLanguage: string): string | undefined =>
  deriveHeadline(openingText(body), fields.lang ?? siteLanguage);

/** WordPress keeps slugs percent-encoded. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
