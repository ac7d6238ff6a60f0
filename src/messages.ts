// The words of the interface in the language of the site.

import { site } from './site.ts';
import { arabic } from './messages/arabic.ts';
import { english } from './messages/english.ts';
import type { Messages } from './messages/shape.ts';

export type { PluralForms, SearchMessages } from './messages/shape.ts';

/** By language; another is added with a file that fills the same shape. */
const languages: Record<string, Messages> = { en: english, ar: arabic };

/** The words in the site's language; English where that language is not here. */
export const messages: Messages = languages[new Intl.Locale(site.language).language] ?? english;
