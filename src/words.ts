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
  searchPage: SearchWords;
}

/** Forms of a sentence for a number; `{count}` is the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * The words of the search page. They are handed to the browser as they stand, so they are texts and no functions;
 * names in braces are filled in there.
 */
export interface SearchWords {
  title: string;
  description: string;
  order: string;
  relevance: string;
  newest: string;
  oldest: string;
  from: string;
  to: string;
  dateHint: string;
  dateWrong: string;
  apply: string;
  empty: string;
  typing: string;
  opening: string;
  searching: string;
  stop: string;
  stopped: string;
  resume: string;
  retry: string;
  searched: string;
  toGo: PluralForms;
  found: PluralForms;
  foundNone: string;
  foundNoneHint: string;
  soFar: string;
  more: PluralForms;
  better: string;
  showBetter: string;
  failedShard: string;
  unreachable: string;
  noWebAssembly: string;
  offline: string;
  lost: string;
  under: string;
  without: string;
  openWithout: string;
  leftOut: string;
  corrected: string;
  beginning: string;
  apart: string;
  withoutWords: string;
  costly: string;
  didYouMean: string;
  notes: Record<string, string>;
  similarOperator: string;
  overTime: string;
  share: string;
  count: string;
  measure: string;
  histogramHelp: string;
  allDates: string;
  undated: string;
  noArticles: string;
  barCount: string;
  barShare: string;
  chooseRange: string;
  table: string;
  tablePeriod: string;
  tableFound: string;
  tableAll: string;
  tableShare: string;
  saveTable: string;
  narrow: string;
  sections: string;
  tags: string;
  authors: string;
  languages: string;
  exclude: string;
  excluded: string;
  remove: string;
  showAll: string;
  facetsFailed: string;
  save: string;
  saveHint: string;
  saveFailed: string;
  bookmark: string;
  help: string;
  helpRows: [example: string, meaning: string][];
  helpKeys: string;
  marked: string;
  unmark: string;
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
  searchPage: {
    title: 'Search',
    description: 'Search all articles by word, phrase, date, section, topic and author.',
    order: 'Order',
    relevance: 'Relevance',
    newest: 'Newest first',
    oldest: 'Oldest first',
    from: 'From',
    to: 'to',
    dateHint: 'A year, month or day: 1969, 1969-07, 1969-07-20',
    dateWrong: '“{text}” is not a date. Write a year, month or day: 1969, 1969-07, 1969-07-20.',
    apply: 'Set dates',
    empty: 'Type a word that the article contains.',
    typing: 'Searching for “{query}” …',
    opening: 'Opening the index …',
    searching: 'Searching …',
    stop: 'Stop',
    stopped: 'Stopped.',
    resume: 'Search the rest',
    retry: 'Try again',
    searched: '{oldest}–{newest} searched',
    toGo: { one: '{count} year to go', other: '{count} years to go' },
    found: { one: '{count} article', other: '{count} articles' },
    foundNone: 'Nothing found for “{query}”.',
    foundNoneHint: 'Fewer words find more. Every article can also be reached by its date.',
    soFar: 'so far',
    more: { one: 'Show {count} more', other: 'Show {count} more' },
    better: 'Older articles that match better have been found since.',
    showBetter: 'Show them in order',
    failedShard:
      'The articles of {periods} could not be searched: their part of the index did not load.',
    unreachable:
      'The search index could not be loaded. Check the connection and try again, or browse by date.',
    noWebAssembly:
      'This browser cannot run the search: WebAssembly is missing or turned off. Every article can be reached by its date.',
    offline: 'There is no connection to the network.',
    lost: 'An article of {date}: its text did not load.',
    under: 'Under',
    without: 'without “{word}”',
    openWithout: 'Open without marks',
    leftOut:
      'Left out, because nearly every article has them: {words}. Put words in quotation marks to insist on them.',
    corrected: 'No article has “{word}”. Read as: {meant}.',
    beginning: 'No article has the word “{word}”. Read as the beginning of a word.',
    apart:
      'Few articles have {phrases} word for word. Also shown: articles with these words apart.',
    withoutWords: 'Few articles have all of these words. Also shown: articles without {words}.',
    costly:
      '“{word}” stands in nearly every article. Only a part of the archive has been searched for it.',
    didYouMean: 'Did you mean',
    notes: {
      'unknown-operator': '“{text}” is not an operator; it was read as a word.',
      'operator-without-value': '“{text}” has nothing behind it and was passed over.',
      'quote-not-closed':
        'The quotation mark before “{text}” is not closed; everything behind it was read as one phrase.',
      'parenthesis-not-closed':
        'The parenthesis at character {at} is not closed; it was read to the end.',
      'parenthesis-not-opened':
        'The closing parenthesis at character {at} has no beginning and was passed over.',
      'operator-alone': '“{text}” at character {at} joins nothing and was passed over.',
      'not-a-date':
        '“{text}” is not a date and was passed over. Dates are written 1969, 1969-07 or 1969-07-20.',
      'dates-reversed': '“{text}” ends before it begins; the two ends were exchanged.',
      'only-exclusions': 'The search says only what to leave out; everything else is shown.',
      'too-long': 'The search is very long; only its beginning was read, up to character {at}.',
    },
    similarOperator: 'Did you mean “{meant}:”?',
    overTime: 'Found over time',
    share: 'Share of all articles',
    count: 'Number of articles',
    measure: 'Show',
    histogramHelp:
      'Arrow keys move along the bars, Enter chooses one, Shift with an arrow chooses several. The two date fields do the same.',
    allDates: 'All dates',
    undated: 'Undated',
    noArticles: 'no articles in the archive',
    barCount: '{period}: {found} of {all}',
    barShare: '{period}: {found} of {all}, {share}',
    chooseRange: '{period}',
    table: 'The numbers as a table',
    tablePeriod: 'Period',
    tableFound: 'Found',
    tableAll: 'All articles',
    tableShare: 'Share',
    saveTable: 'Save the table (CSV)',
    narrow: 'Narrow the search',
    sections: 'Section',
    tags: 'Topic',
    authors: 'Author',
    languages: 'Language',
    exclude: 'Leave out {name}',
    excluded: 'not {name}',
    remove: 'Remove',
    showAll: 'Show all {count}',
    facetsFailed: 'The lists could not be loaded.',
    save: 'Save these results',
    saveHint:
      'The first 1,000, in the order shown. The address of this page is the search itself: a bookmark keeps it.',
    saveFailed: 'The list could not be made: a part of the index did not load.',
    bookmark: 'Address of this search',
    help: 'How to search',
    helpRows: [
      ['moon landing', 'articles with both words, in any form: landing, landed'],
      ['"black hole"', 'the words beside each other'],
      ['earthquake OR tsunami', 'either word'],
      ['moon -apollo', 'without a word, a phrase or a (group)'],
      ['(moon OR mars) landing', 'parentheses group'],
      ['title:treaty', 'in the headline'],
      ['section:science tag:space', 'of a section, of a topic'],
      ['author:"Jane Doe" lang:fr', 'by an author, in a language'],
      ['date:1969-07', 'of a day, month or year'],
      ['from:1986 to:1991-12', 'between two dates'],
      ['undated:', 'whose date is not known'],
    ],
    helpKeys:
      '/ goes to the search box, the arrow keys through the results, Enter opens one, Escape leads back to the box.',
    marked: 'Marked, as searched for: {words}',
    unmark: 'Remove the marks',
  },
};

const languages: Record<string, Words> = { en: english };

/** The words in the site's language; English where that language is not here. */
export const words: Words =
  languages[site.language] ?? languages[site.language.split('-')[0] ?? ''] ?? english;
