// What the data files are, for programs: a Frictionless data package and an OpenAPI description.

import type { Publication } from '../structured-data.ts';
import { absolute } from '../urls.ts';
import { recordColumns } from './record.ts';
import { recordSchema } from './schema.ts';
import { dataPaths, type DataPeriods } from './paths.ts';

type About = Publication & { description: string };

const licencesOf = ({ licence }: Publication) => [
  { title: licence.name, ...(licence.url !== undefined && { path: licence.url }) },
];

/** Describes the files as a Data Package (Frictionless Standards 1, https://specs.frictionlessdata.io/data-package/). */
export function describeDataPackage(about: About, { months, years }: DataPeriods): unknown {
  const whole = (path: string): string => absolute(about.address, path);
  const resource = (name: string, paths: readonly string[], more: object) => ({
    name,
    path: paths.map(whole),
    encoding: 'utf-8',
    ...more,
  });
  const fields = recordColumns.map((name) => ({
    name,
    type: name === 'wordCount' ? 'integer' : 'string',
  }));
  return {
    profile: 'data-package',
    name: new URL(about.address).host.replace(/[^a-z0-9.]+/g, '-'),
    title: about.name,
    description: about.description,
    homepage: about.address,
    licenses: licencesOf(about),
    contributors: [{ title: about.publisher, role: 'publisher' }],
    resources:
      months.length === 0
        ? []
        : [
            resource('articles-metadata', months.map(dataPaths.csv), {
              format: 'csv',
              mediatype: 'text/csv',
              profile: 'tabular-data-resource',
              schema: { fields, primaryKey: 'url' },
            }),
            resource('articles', years.map(dataPaths.jsonLines), {
              format: 'jsonl',
              mediatype: 'application/x-ndjson',
              compression: 'gz',
            }),
            resource('articles-parquet', years.map(dataPaths.parquet), {
              format: 'parquet',
              mediatype: 'application/vnd.apache.parquet',
            }),
          ],
  };
}

const fileAt = (summary: string, mediaType: string, schema: object) => ({
  get: {
    summary,
    parameters: [{ $ref: '#/components/parameters/period' }],
    responses: {
      200: { description: 'The file.', content: { [mediaType]: { schema } } },
      404: { description: 'There are no articles of that time.' },
    },
  },
});

const period = {
  name: 'period',
  in: 'path',
  required: true,
  description: 'A month (`2024/03`) or a year (`2024`), or `undated`.',
  schema: { type: 'string', pattern: '^(\\d{4}(/\\d{2})?|undated)$' },
};

/** The files of a month or a year, by their addresses. */
function describeFiles() {
  const article = { $ref: '#/components/schemas/Article' };
  const binary = { type: 'string', contentMediaType: 'application/octet-stream' };
  const at = '{period}';
  return {
    [dataPaths.json(at)]: fileAt('The articles of a month, with their texts.', 'application/json', {
      type: 'array',
      items: article,
    }),
    [dataPaths.csv(at)]: fileAt('What is known of the articles of a month.', 'text/csv', {
      type: 'string',
    }),
    [dataPaths.ninjs(at)]: fileAt('The articles of a month as ninjs 3.1.', 'application/json', {
      type: 'array',
      items: { type: 'object', required: ['uri'] },
    }),
    [dataPaths.jsonLines(at)]: fileAt(
      'The articles of a year, one a line, compressed.',
      'application/gzip',
      binary,
    ),
    [dataPaths.parquet(at)]: fileAt(
      'The articles of a year as Apache Parquet.',
      'application/vnd.apache.parquet',
      binary,
    ),
  };
}

/** Describes the addresses of the files (OpenAPI 3.1). */
export const describeOpenApi = (about: About): unknown => ({
  openapi: '3.1.0',
  info: {
    title: about.name,
    description: `${about.description} Plain files: no key, no limit.`,
    version: '1',
    license: { name: about.licence.name, ...(about.licence.url && { url: about.licence.url }) },
  },
  servers: [{ url: about.address.replace(/\/$/, '') }],
  paths: describeFiles(),
  components: {
    schemas: { Article: recordSchema(absolute(about.address, dataPaths.schema)) },
    parameters: { period },
  },
});
