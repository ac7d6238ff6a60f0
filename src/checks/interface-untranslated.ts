import type { Problem } from '../problem.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });

/**
 * Says that the interface speaks English where it has no texts in the site's language.
 *
 * @param language the site's (BCP 47)
 * @param untranslated the names of texts that are English, or `all`
 * @param file where the language is chosen
 */
export function interfaceUntranslated(
  language: string,
  untranslated: 'all' | readonly string[],
  file: string,
): Problem[] {
  if (untranslated.length === 0) return [];
  const name = `${names.of(language) ?? language} (\`${language}\`)`;
  const shown =
    untranslated === 'all'
      ? `The interface has no texts in ${name}; all of them are English.`
      : `The interface lacks texts in ${name}; these are English: ${untranslated.map((text) => `\`${text}\``).join(', ')}.`;
  return [
    {
      place: { file },
      rule: 'interface-untranslated',
      severity: 'warning',
      message: shown,
      fix:
        untranslated === 'all'
          ? 'Translate `src/messages/english.ts` into a file beside it, and name that in `src/messages/languages.ts`.'
          : "Add them to the language's file in `src/messages/`, in the form that they have in `english.ts`.",
    },
  ];
}
