import { parquetWriteBuffer } from 'hyparquet-writer';
import type { FullRecord } from './record.ts';

const columns = [
  'url',
  'date',
  'time',
  'updated',
  'title',
  'titleOrigin',
  'summary',
  'section',
  'language',
  'dateline',
  'licence',
  'source',
  'sourceUrl',
  'sha256',
  'text',
] as const satisfies (keyof FullRecord)[];

/** Writes records as an Apache Parquet file. Topics and authors, which are lists, are JSON. */
export function writeParquet(records: readonly FullRecord[]): Uint8Array {
  const strings = columns.map((name) => ({
    name,
    data: records.map((record) => record[name] ?? null),
    type: 'STRING' as const,
    nullable: true,
  }));
  const lists = (['topics', 'authors'] as const).map((name) => ({
    name,
    data: records.map((record) => JSON.stringify(record[name])),
    type: 'STRING' as const,
  }));
  const counts = {
    name: 'wordCount',
    data: records.map(({ wordCount }) => wordCount),
    type: 'INT32' as const,
  };
  return new Uint8Array(parquetWriteBuffer({ columnData: [...strings, ...lists, counts] }));
}
