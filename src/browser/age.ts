/**
 * Says how old an article is on the day it is read: "This article is more than 3 years old". The sentences come
 * with the page, one for each plural form, so that this file needs no words of its own.
 */
export function tellAge(today = new Date()): void {
  for (const label of document.querySelectorAll<HTMLElement>('[data-age-of]')) {
    const years = fullYearsSince(label.dataset['ageOf'] ?? '', today);
    if (years < 1) continue;
    const forms = JSON.parse(label.dataset['forms'] ?? '{}') as Partial<
      Record<Intl.LDMLPluralRule, string>
    >;
    const language = document.documentElement.lang;
    const form = forms[new Intl.PluralRules(language).select(years)] ?? forms.other ?? '';
    label.textContent = form.replace('{count}', new Intl.NumberFormat(language).format(years));
    label.hidden = false;
  }
}

/** The full years between a date tag and a day; of a month or year, counted from its end. */
function fullYearsSince(tag: string, today: Date): number {
  const [year, month = '12', day = '31'] = tag.split('-');
  const passed =
    today.getMonth() + 1 > Number(month) ||
    (today.getMonth() + 1 === Number(month) && today.getDate() >= Number(day));
  return today.getFullYear() - Number(year) - (passed ? 0 : 1);
}
