// The data: the articles of each month and each year in several formats, and what describes them to programs. There is
// none where the keeper wants none.

import { gzipSync } from 'node:zlib';
import type { APIRoute } from 'astro';
import { printCsv } from '../../archive/data/csv.ts';
import { describeDataPackage, describeOpenApi } from '../../archive/data/describe.ts';
import { ninjsItems } from '../../archive/data/ninjs.ts';
import { writeParquet } from '../../archive/data/parquet.ts';
import { dataPaths } from '../../archive/data/paths.ts';
import type { FullRecord } from '../../archive/data/record.ts';
import { recordSchema } from '../../archive/data/schema.ts';
import { absolute } from '../../archive/urls.ts';
import { contentDir } from '../../configuration/archive-folder.ts';
import { readBody } from '../../content-folder/content.ts';
import { handedOver } from '../../handover/handover.ts';
import { site } from '../../site.ts';
import { dataPeriods, monthData, yearData, type DataEntry } from '../../views/data-views.ts';
import { getArchive, page } from '../_archive.ts';

type View =
  | { format: keyof typeof printers; entries: DataEntry[] }
  | { format: 'description'; description: unknown };

const printers = {
  json: (entries) => printJson(withTexts(entries)),
  csv: (entries) => printCsv(entries.map(({ record }) => record)),
  ninjs: (entries) => printJson(ninjsItems(withTexts(entries))),
  jsonLines: (entries) =>
    gzipSync(
      withTexts(entries)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
    ),
  parquet: (entries) => writeParquet(withTexts(entries)),
} satisfies Record<string, (entries: readonly DataEntry[]) => string | Uint8Array>;

const printJson = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

/** Gives records their texts, in Markdown as they stand in their files. */
function withTexts(entries: readonly DataEntry[]): FullRecord[] {
  const { readBody: read = readBody.bind(undefined, contentDir) } = handedOver() ?? {};
  return entries.map(({ record, ...file }) => ({ ...record, text: read(file).trim() }));
}

const fileAt = (path: string, view: View) =>
  page({ file: path.slice(dataPaths.page.length) }, view);

const described = (path: string, description: unknown) =>
  fileAt(path, { format: 'description', description });

export async function getStaticPaths() {
  if (site.data === 'none') return [];
  const archive = await getArchive();
  return [
    ...monthData(archive, site).flatMap(({ period, entries }) =>
      (['json', 'csv', 'ninjs'] as const).map((format) =>
        fileAt(dataPaths[format](period), { format, entries }),
      ),
    ),
    ...yearData(archive, site).flatMap(({ period, entries }) =>
      (['jsonLines', 'parquet'] as const).map((format) =>
        fileAt(dataPaths[format](period), { format, entries }),
      ),
    ),
    described(dataPaths.package, describeDataPackage(site, dataPeriods(archive))),
    described(dataPaths.openApi, describeOpenApi(site)),
    described(dataPaths.schema, recordSchema(absolute(site.address, dataPaths.schema))),
  ];
}

export const GET: APIRoute<{ view: View }> = ({ props: { view } }) => {
  const made =
    view.format === 'description'
      ? printJson(view.description)
      : printers[view.format](view.entries);
  return new Response(typeof made === 'string' ? made : new Uint8Array(made));
};
