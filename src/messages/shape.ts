// What the interface says, by name. A language's file holds texts and nothing else: names in braces are filled in, and
// what is counted has a form for each plural category of the language (Unicode CLDR, `Intl.PluralRules`).

/** Forms of a text for a number; `{count}` is the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface MessageTexts {
  /** Between a heading and what it is of, with the blanks that belong to it: French has one before it. */
  colon: string;
  skipToContent: string;
  archive: string;
  search: string;
  searchHint: string;
  /** `{name}` is the archive's. */
  searchThe: string;
  dates: string;
  topics: string;
  sections: string;
  authors: string;
  about: string;
  feed: string;
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
  articles: PluralForms;
  /** How many there are, `{articles}`, and from which year to which. */
  articlesBetween: string;
  noArticles: string;
  /** A link to the articles that a list leaves out. */
  moreArticles: PluralForms;
  /** Heads those topics, sections or authors that have the most articles. */
  mostArticles: string;
  /** Before the shades of a calendar, each with its number of articles. */
  articlesADay: string;
  topicKinds: Record<'person' | 'place' | 'organization' | 'event' | 'work', string>;
  /** Heads the topics that stand beside one more often than by chance. */
  goesWith: string;
  /** How much more often, `{times}`. */
  timesAsOften: string;
  timesAsOftenExplained: string;
  firstArticle: string;
  lastArticle: string;
  allYears: string;
  /** Names the links to the years of a topic, a section or an author. */
  years: string;
  /** Names the letters that lead to the names beginning with them. */
  byLetter: string;
  /** Labels the field in which a name of the list is typed. */
  findName: string;
  noNameFound: string;
  moreNamesFound: string;
  namesFailed: string;
  /** When an article was published, to the minute. */
  dateAndTime: string;
  published: string;
  updated: string;
  by: string;
  corrections: string;
  correctionsExplained: string;
  /** The keeper's saved searches, each with a page and a feed. */
  watches: string;
  watchesExplained: string;
  /** The check of a page against the list of all files, and what it proves. */
  proofPage: {
    /** The name of a link, too. */
    title: string;
    explained: string;
    manifest: string;
    /** `{title}` is the link below an article. */
    none: string;
    checking: string;
    same: string;
    differs: string;
    unlisted: string;
    failed: string;
    meaning: string;
    source: string;
  };
  source: string;
  licence: string;
  derivedHeadline: string;
  footnotes: string;
  /** Leads from a footnote to its number in the text; `{number}` is that. */
  backToReference: string;
  moreOfThisDay: string;
  relatedArticles: string;
  /** The scans of the printed pages on which an article stands, and the button that closes the large picture. */
  printedPages: string;
  printedPage: string;
  wholePage: string;
  close: string;
  /** Headings beside an article that has nothing related: others on its topics, and what was printed about that time. */
  onItsTopics: string;
  aroundItsTime: string;
  busiestYear: string;
  busiestMonth: string;
  onThisDay: string;
  onThisDayExplained: string;
  inOtherYears: string;
  /** `{what}` is a month, such as November 2023. */
  calendarOf: string;
  browseByDate: string;
  searchNeedsScript: string;
  /** Until the script of the search has come. */
  searchIsLoading: string;
  notFound: string;
  notFoundExplained: string;
  toFront: string;
  /** Of an article that was taken out of the archive for good. */
  withdrawn: string;
  feedTitle: string;
  /** The page that leads to the archive as data. */
  dataPage: {
    title: string;
    explained: string;
    /** Where the keeper publishes none. */
    none: string;
    byYear: string;
    byMonth: string;
  };
  /** The page on what the archive holds and lacks. */
  coverage: {
    title: string;
    /** Above their number. */
    articles: string;
    words: string;
    /** Heads the languages of articles, and stands above their number. */
    languages: string;
    /** Heads the times of which there is nothing. */
    gaps: string;
    noGaps: string;
    /** Heads what articles lack, each with its number. */
    lacks: string;
    derivedHeadlines: string;
    undescribedPictures: string;
    partlyDated: string;
    /** A link to the figures of the page. */
    figures: string;
  };
  feedsPage: {
    /** What a feed is and what to do with its address. */
    explained: string;
    /** That the newest articles lead back to the first. */
    wholeArchive: string;
    onThisDay: string;
    more: string;
    ofTerms: string;
    /** All feeds in one file. */
    all: string;
  };
  /** `{licence}` is the licence's name. */
  textsLicensed: string;
  theme: string;
  themes: { system: string; light: string; dark: string };
  /** `{count}` is the number of years. */
  olderThanYears: PluralForms;
  corrected: string;
  inThisArticle: string;
  readingTime: PluralForms;
  /** `{name}` is who made the picture. */
  credit: string;
  /** On paper: `{date}` is the day on which it was read. */
  readOn: string;
  /** `{date}` is a day, such as 12 November 2023. */
  allOfThisDay: string;
  nearThisDay: string;
  aroundThisDay: string;
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

/** The words of the search page. They are handed to the browser as they stand, and filled in there. */
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
  retry: string;
  /** A heading and what stands beside it. */
  labelled: string;
  /** Around words that were asked for, as the language quotes: `{text}`. */
  quoted: string;
  found: PluralForms;
  /** How many were found, `{found}`: of all; of what has been searched; of what could be. */
  complete: string;
  soFarUnfinished: string;
  foundNone: string;
  foundNoneHint: string;
  /** Where a part of the archive could not be searched. */
  unfinished: string;
  more: PluralForms;
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
  /** `{words}` are links to other spellings. */
  didYouMean: string;
  notes: Record<string, string>;
  similarOperator: string;
  overTime: string;
  /** The same before anything is searched. */
  allOverTime: string;
  share: string;
  count: string;
  measure: string;
  /** The two sizes of the picture of what was found over time. */
  larger: string;
  smaller: string;
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

/** What a language's file holds: texts that it lacks are English. */
export type PartialTexts<T = MessageTexts> = {
  readonly [Name in keyof T]?: T[Name] extends PluralForms | string | readonly unknown[]
    ? T[Name]
    : PartialTexts<T[Name]>;
};
