// An article as data: one shape for JSON, JSON Lines, CSV and Parquet, described by `schema.ts`.

import type { Article } from '../../article/article.ts';
import { licenceOf, type Publication } from '../structured-data.ts';
import { absolute, paths } from '../urls.ts';

/** What is known of an article, without its text. Lists are empty, other fields absent, where nothing is known. */
export interface ArticleRecord {
  /** Its address. */
  url: string;
  title: string;
  titleOrigin: 'given' | 'derived';
  /** `2024-03-01`, `2024-03`, `2024`, or absent for an undated one. */
  date?: string | undefined;
  /** Of its date, with its zone. */
  time?: string | undefined;
  updated?: string | undefined;
  language: string;
  summary: string;
  section?: string | undefined;
  topics: string[];
  authors: string[];
  dateline?: string | undefined;
  wordCount: number;
  licence: string;
  /** The publication that it comes from, and its address there. */
  source?: string | undefined;
  sourceUrl?: string | undefined;
  corrections: { date?: string | undefined; note: string }[];
  /** SHA-256 of the Markdown file, by which a copy can be checked. */
  sha256: string;
}

/** What a table has of a record, in the order of its columns: all but the corrections, which are tables themselves. */
export const recordColumns = [
  'url',
  'date',
  'time',
  'updated',
  'title',
  'titleOrigin',
  'summary',
  'section',
  'topics',
  'authors',
  'language',
  'dateline',
  'wordCount',
  'licence',
  'source',
  'sourceUrl',
  'sha256',
] as const satisfies (keyof ArticleRecord)[];

/** A record with the article's text, in Markdown (CommonMark with the tables and footnotes of GitHub). */
export type FullRecord = ArticleRecord & { text: string };

/** Gives what is known of an article as data. */
export function recordOf(article: Article, publication: Publication): ArticleRecord {
  const { title, titleOrigin, date, time, updated, lang, summary, section, tags } = article;
  const licence = licenceOf(article, publication);
  return {
    url: absolute(publication.address, paths.article(article)),
    title,
    titleOrigin,
    date: date === 'undated' ? undefined : date,
    time,
    updated,
    language: lang,
    summary,
    section,
    topics: tags,
    authors: article.authors,
    dateline: article.dateline,
    wordCount: article.wordCount,
    licence: licence.url ?? licence.name,
    source: article.source?.name,
    sourceUrl: article.source?.url,
    corrections: article.corrections,
    sha256: article.digest,
  };
}
