// The words of the interface, in one place for each language. A language is complete or it does not compile.

import { site } from './site.ts';

type Count = (count: number) => string;

export interface Words {
  skipToContent: string;
  archive: string;
  menu: string;
  search: string;
  searchHint: string;
  dates: string;
  topics: string;
  sections: string;
  authors: string;
  about: string;
  feeds: string;
  undated: string;
  undatedExplained: string;
  unknownDay: string;
  older: string;
  newer: string;
  olderDay: string;
  newerDay: string;
  olderMonth: string;
  newerMonth: string;
  olderYear: string;
  newerYear: string;
  olderArticle: string;
  newerArticle: string;
  pageNavigation: string;
  articleNavigation: string;
  datePath: string;
  newestDay: string;
  latest: string;
  yearsAtAGlance: string;
  allDates: string;
  articles: Count;
  days: Count;
  noArticles: string;
  published: string;
  updated: string;
  by: string;
  corrections: string;
  source: string;
  licence: string;
  derivedHeadline: string;
  moreOfThisDay: string;
  onThisDay: string;
  inOtherYears: string;
  wordsCount: Count;
  calendarOf: (what: string) => string;
  browseByDate: string;
  searchNeedsScript: string;
  searchThe: (name: string) => string;
  sortBy: string;
  byRelevance: string;
  byNewest: string;
  results: (count: number, query: string) => string;
  noResults: (query: string) => string;
  moreResults: Count;
  searching: string;
  searchFailed: string;
  searchEmpty: string;
  notFound: string;
  notFoundExplained: string;
  toFront: string;
  feedTitle: string;
  textsLicensed: (licence: string) => string;
  theme: string;
  themes: { system: string; light: string; dark: string };
  /** One sentence for each plural form; `#` is the number of years. */
  olderThanYears: Partial<Record<Intl.LDMLPluralRule, string>>;
  corrected: string;
  inThisArticle: string;
  readingTime: Count;
  credit: (name: string) => string;
  allOfThisDay: (date: string) => string;
  years: Count;
  nearThisDay: string;
  /** The names of styles and file formats are the same in every language. */
  cite: {
    citeThis: string;
    copy: string;
    copied: string;
    copyFailed: string;
    download: string;
    /** A footnote, as against an entry of a bibliography. */
    note: string;
    address: string;
    linkToParagraph: string;
    linkCopied: string;
    linkFailed: string;
  };
}

const plural = (language: string, forms: Partial<Record<Intl.LDMLPluralRule, string>>): Count => {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count) =>
    (forms[rules.select(count)] ?? forms.other ?? '').replace('#', numbers.format(count));
};

const english: Words = {
  skipToContent: 'Skip to the content',
  archive: 'Archive',
  menu: 'Archive',
  search: 'Search',
  searchHint: 'Words to find',
  dates: 'Dates',
  topics: 'Topics',
  sections: 'Sections',
  authors: 'Authors',
  about: 'About',
  feeds: 'Feed',
  undated: 'Undated',
  undatedExplained: 'Articles whose day, month or year is not known.',
  unknownDay: 'Day not known',
  older: 'Older',
  newer: 'Newer',
  olderDay: 'Previous day',
  newerDay: 'Next day',
  olderMonth: 'Previous month',
  newerMonth: 'Next month',
  olderYear: 'Previous year',
  newerYear: 'Next year',
  olderArticle: 'Previous article',
  newerArticle: 'Next article',
  pageNavigation: 'Older and newer',
  articleNavigation: 'Previous and next article',
  datePath: 'Date',
  newestDay: 'The newest day',
  latest: 'Latest',
  yearsAtAGlance: 'The archive at a glance',
  allDates: 'All dates',
  articles: plural('en', { one: '# article', other: '# articles' }),
  days: plural('en', { one: '# day', other: '# days' }),
  noArticles: 'No articles',
  published: 'Published',
  updated: 'Updated',
  by: 'By',
  corrections: 'Corrections',
  source: 'Source',
  licence: 'Licence',
  derivedHeadline: 'Headline taken from the first sentence',
  moreOfThisDay: 'More from this day',
  onThisDay: 'On this day',
  inOtherYears: 'The same day in other years',
  wordsCount: plural('en', { one: '# word', other: '# words' }),
  calendarOf: (what) => `Calendar of ${what}`,
  browseByDate: 'Browse by date',
  searchNeedsScript:
    'Search runs in the browser and needs JavaScript, which is off. Every article can be reached by its date.',
  searchThe: (name) => `Search ${name}`,
  sortBy: 'Order',
  byRelevance: 'Relevance',
  byNewest: 'Newest first',
  results: (count, query) =>
    `${plural('en', { one: '# article', other: '# articles' })(count)} for “${query}”`,
  noResults: (query) => `Nothing found for “${query}”.`,
  moreResults: plural('en', { one: 'Show # more', other: 'Show # more' }),
  searching: 'Searching…',
  searchFailed:
    'The search index could not be loaded. Check the connection and try again, or browse by date.',
  searchEmpty: 'Type a word that the article contains.',
  notFound: 'Page not found',
  notFoundExplained: 'Nothing stands at this address. It may be found by its words or by its date.',
  toFront: 'To the front page',
  feedTitle: 'Newest articles',
  textsLicensed: (licence) => `Texts: ${licence}, unless an article says otherwise.`,
  theme: 'Light or dark',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  olderThanYears: {
    one: 'This article is more than # year old',
    other: 'This article is more than # years old',
  },
  corrected: 'This article has been corrected',
  inThisArticle: 'In this article',
  readingTime: plural('en', { one: '# minute to read', other: '# minutes to read' }),
  credit: (name) => `Picture: ${name}`,
  allOfThisDay: (date) => `All of ${date}`,
  years: plural('en', { one: '# year', other: '# years' }),
  nearThisDay: 'No article of this archive is dated to this day. On the days around it:',
  cite: {
    citeThis: 'Cite this',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Not copied',
    download: 'Download',
    note: 'note',
    address: 'Address',
    linkToParagraph: 'Copy link to passage',
    linkCopied: 'Link copied',
    linkFailed: 'Not copied: the address of this page leads here',
  },
};

const languages: Record<string, Words> = { en: english };

/** The words in the site's language; English where that language is not here. */
export const words: Words =
  languages[site.language] ?? languages[site.language.split('-')[0] ?? ''] ?? english;
