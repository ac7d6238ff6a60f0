import type { MessageTexts, PluralForms } from './shape.ts';

type Count = (count: number) => string;

/** The texts as pages ask for them: what has a number or a name in it is a function of that. */
export type Messages = ReturnType<typeof speak>;

/**
 * Makes the messages of pages from texts.
 *
 * @param language the one the texts are in, whose plural rules and digits are used
 */
export function speak(texts: MessageTexts, language: string) {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const counting = (forms: PluralForms): Count => {
    // The same counts stand on many pages.
    const known = new Map<number, string>();
    return (count) => {
      let text = known.get(count);
      if (text === undefined) {
        text = fill(forms[rules.select(count)] ?? forms.other, { count: numbers.format(count) });
        known.set(count, text);
      }
      return text;
    };
  };
  const articles = counting(texts.articles);
  return {
    ...texts,
    proofPage: {
      ...texts.proofPage,
      none: fill(texts.proofPage.none, { title: texts.proofPage.title }),
    },
    articles,
    articlesBetween: (count: number, first: string, last: string) =>
      fill(texts.articlesBetween, { articles: articles(count), first, last }),
    moreArticles: counting(texts.moreArticles),
    readingTime: counting(texts.readingTime),
    searchThe: (name: string) => fill(texts.searchThe, { name }),
    timesAsOften: (times: number) => fill(texts.timesAsOften, { times: numbers.format(times) }),
    calendarOf: (what: string) => fill(texts.calendarOf, { what }),
    textsLicensed: (licence: string) => fill(texts.textsLicensed, { licence }),
    dateAndTime: (date: string, time: string) => fill(texts.dateAndTime, { date, time }),
    printedPage: (page: string) => fill(texts.printedPage, { page }),
    credit: (name: string) => fill(texts.credit, { name }),
    allOfThisDay: (date: string) => fill(texts.allOfThisDay, { date }),
  };
}

/** Puts values in the place of their names in braces. */
const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
