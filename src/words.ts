// The words of the interface in the language of the site.

import { site } from './site.ts';
import { arabic } from './words/arabic.ts';
import { english } from './words/english.ts';
import type { Words } from './words/shape.ts';

export type { PluralForms, SearchWords } from './words/shape.ts';

/** By language; another is added with a file that fills the same shape. */
const languages: Record<string, Words> = { en: english, ar: arabic };

/** The words in the site's language; English where that language is not here. */
export const words: Words = languages[new Intl.Locale(site.language).language] ?? english;
