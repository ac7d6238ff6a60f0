import type { Draft } from '../importer.ts';
import { detectLanguage } from './language.ts';

/**
 * A draft with its language: the one its original gives, else the one detected in its text.
 *
 * @param text the article's text, as plain as it is at hand
 */
export function withLanguage(draft: Draft, text: string): Draft {
  const given = canonicalLanguage(draft.fields.lang);
  const lang =
    given ?? detectLanguage(`${draft.fields.title ?? ''} ${text}`.replace(/\s+/g, ' ').trim());
  const language = given ? 'given' : lang ? 'derived' : 'unknown';
  return {
    ...draft,
    fields: { ...draft.fields, lang },
    provenance: { ...draft.provenance, language },
  };
}

/** A language tag in its usual form, `en-GB` for `en_gb`; none where it is none. */
export function canonicalLanguage(tag: string | undefined): string | undefined {
  if (tag === undefined || tag.trim() === '') return undefined;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'));
    // `und`, `mul` and `zxx` stand for no language (ISO 639-2).
    return canonical === undefined || /^(?:und|mul|zxx)\b/.test(canonical) ? undefined : canonical;
  } catch {
    return undefined;
  }
}
