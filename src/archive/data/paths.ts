// Where the data lies. A period is `2024/03`, `2024` or `undated`.

const folder = '/data/';

export const dataPaths = {
  page: folder,
  json: (period: string): string => `${folder}${period}.json`,
  csv: (period: string): string => `${folder}${period}.csv`,
  ninjs: (period: string): string => `${folder}${period}.ninjs.json`,
  jsonLines: (year: string): string => `${folder}${year}.jsonl.gz`,
  parquet: (year: string): string => `${folder}${year}.parquet`,
  package: `${folder}datapackage.json`,
  schema: `${folder}schema.json`,
  openApi: `${folder}openapi.json`,
} as const;

/** The times that have files, newest first. */
export interface DataPeriods {
  /** Months, and years and `undated` for articles that are known to no month. */
  months: string[];
  /** Years, and `undated`. */
  years: string[];
}
