/** How dates are written on this page: in English, day before month, as in its date tags. */
export function localeOfPage(): string {
  const language = document.documentElement.lang;
  return language === 'en' ? 'en-GB' : language;
}
