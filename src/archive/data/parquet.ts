import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { recordColumns, type FullRecord } from './record.ts';

/** Writes records as an Apache Parquet file: the columns of the CSV and the text. Topics and authors, which are lists, are JSON. */
export function writeParquet(records: readonly FullRecord[]): Uint8Array {
  const columnData = [...recordColumns, 'text' as const].map((name) => columnOf(name, records));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function columnOf(
  name: (typeof recordColumns)[number] | 'text',
  records: readonly FullRecord[],
): ColumnSource {
  const values = records.map((record) => record[name] ?? null);
  if (name === 'wordCount') return { name, data: values, type: 'INT32' };
  const isList = name === 'topics' || name === 'authors';
  const data = isList ? values.map((value) => JSON.stringify(value)) : values;
  return { name, data, type: 'STRING', nullable: !isList };
}
