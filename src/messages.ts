// The words of the interface in the language of the site.

import { completeTexts } from './messages/complete.ts';
import { english } from './messages/english.ts';
import { findLanguage, loadTexts } from './messages/languages.ts';
import { speak, type Messages } from './messages/speak.ts';
import { site } from './site.ts';

export type { PluralForms, SearchMessages } from './messages/shape.ts';

const language = findLanguage(site.language);
const { texts, lacking } = completeTexts(english, await loadTexts(language ?? 'en'));

/** The words in the site's language; English, text by text, where it has none. */
export const messages: Messages = speak(texts, language === undefined ? 'en' : site.language);

/** What the interface does not say in the site's language: everything, or the texts of these names. */
export const untranslated: 'all' | readonly string[] = language === undefined ? 'all' : lacking;
