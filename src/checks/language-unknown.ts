import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** The names of languages in CLDR, as JavaScript engines have them; none for a tag that names no language. */
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A tag may be well formed (BCP 47) and still name no language: `jp` and `english` for `ja` and `en`. */
export function languageUnknown(articles: readonly Article[]): Problem[] {
  const known = new Map<string, boolean>();
  const isKnown = (lang: string): boolean => {
    let answer = known.get(lang);
    if (answer === undefined) known.set(lang, (answer = isLanguage(lang)));
    return answer;
  };
  return articles
    .filter(({ lang }) => !isKnown(lang))
    .map(({ file, lang }) => {
      const meant = guess(lang);
      return {
        place: { file, field: ['lang'] },
        rule: 'language-unknown',
        severity: 'warning',
        message: `\`lang: ${lang}\` is not a known language.`,
        fix: `Write a tag such as \`lang: ${meant ?? 'en'}\`${meant ? ` (${names.of(meant)})` : ''}; or leave it out, where it is the site's.`,
      };
    });
}

const isLanguage = (tag: string): boolean => names.of(new Intl.Locale(tag).language) !== undefined;

/** The language whose name was written, `english`; or the main one of a country, `jp`. */
function guess(written: string): string | undefined {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  const named = tags.find((tag) => names.of(tag)?.toLowerCase() === written.toLowerCase());
  if (named !== undefined || !/^[a-z]{2}$/i.test(written)) return named;
  const { language } = new Intl.Locale(`und-${written}`).maximize();
  return language !== 'und' && isLanguage(language) ? language : undefined;
}
