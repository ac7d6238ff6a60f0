// What the interface says, by name. A language is complete or it does not compile.

export type Count = (count: number) => string;

export interface Messages {
  skipToContent: string;
  archive: string;
  search: string;
  searchHint: string;
  searchThe: (name: string) => string;
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
  noArticles: string;
  /** A link to the articles that a list leaves out. */
  moreArticles: Count;
  /** Says that a list has only those with the most articles. */
  mostFrequent: (shown: number, all: number) => string;
  published: string;
  updated: string;
  by: string;
  corrections: string;
  source: string;
  licence: string;
  derivedHeadline: string;
  footnotes: string;
  /** Leads from a footnote to its number in the text; `#` is the number. */
  backToReference: string;
  moreOfThisDay: string;
  relatedArticles: string;
  onThisDay: string;
  onThisDayExplained: string;
  inOtherYears: string;
  calendarOf: (what: string) => string;
  browseByDate: string;
  searchNeedsScript: string;
  /** Until the script of the search has come. */
  searchIsLoading: string;
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
  /** On paper: `#` is the day on which it was read. */
  readOn: string;
  allOfThisDay: (date: string) => string;
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
  searchPage: SearchMessages;
}

/** Forms of a sentence for a number; `{count}` is the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * The words of the search page. They are handed to the browser as they stand, so they are texts and no functions;
 * names in braces are filled in there.
 */
export interface SearchMessages {
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
  /** Of a date that the calendar does not have. */
  noSuchDay: string;
  empty: string;
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
  /** Where a part of the archive could not be searched. */
  unfinished: string;
  soFar: string;
  more: PluralForms;
  better: string;
  showBetter: string;
  failedShard: string;
  failedUndated: string;
  failedSpelling: string;
  /** The archive has been published anew: the search has gone on by itself, or needs the page loaded again. */
  renewed: string;
  reloadRenewed: string;
  reloadScript: string;
  reload: string;
  unreachable: string;
  offline: string;
  lost: string;
  under: string;
  leftOut: string;
  corrected: string;
  beginning: string;
  /** Headings of wider queries, and what each of them finds. */
  noneApart: string;
  noneTogether: string;
  fewTogether: PluralForms;
  wordsApart: PluralForms;
  withoutWords: PluralForms;
  costly: string;
  didYouMean: string;
  notes: Record<string, string>;
  similarOperator: string;
  overTime: string;
  /** The same before anything is searched. */
  allOverTime: string;
  share: string;
  count: string;
  measure: string;
  histogramHelp: string;
  allDates: string;
  undated: string;
  noArticles: string;
  barShare: string;
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
  help: string;
  helpRows: [example: string, meaning: string][];
  helpKeys: string;
  marked: string;
  unmark: string;
}

/** A count in words: the form that the language has for it, with `#` for the number. */
export const plural = (
  language: string,
  forms: Partial<Record<Intl.LDMLPluralRule, string>>,
): Count => {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const known = new Map<number, string>();
  return (count) => {
    let text = known.get(count);
    if (text === undefined) {
      text = (forms[rules.select(count)] ?? forms.other ?? '').replace('#', numbers.format(count));
      known.set(count, text);
    }
    return text;
  };
};
