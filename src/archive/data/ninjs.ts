// ninjs 3.1, the JSON of news agencies (IPTC, https://iptc.org/standards/ninjs/).

import type { FullRecord } from './record.ts';

/** Puts records as ninjs 3.1 items. */
export const ninjsItems = (records: readonly FullRecord[]): Record<string, unknown>[] =>
  records.map((record) => ({
    uri: record.url,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    language: record.language,
    ...(record.date?.length === 10 && { contentCreated: `${record.date}T12:00:00Z` }),
    headlines: [{ role: 'main', value: record.title }],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: record.summary }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/markdown',
        wordCount: record.wordCount,
        value: record.text,
      },
    ],
    ...(record.authors.length > 0 && { by: record.authors.join(', ') }),
    ...(record.dateline !== undefined && { located: record.dateline }),
    ...((record.section !== undefined || record.topics.length > 0) && {
      subjects: [...new Set([record.section, ...record.topics])]
        .filter((name) => name !== undefined)
        .map((name) => ({ name })),
    }),
    rightsInfo: { usageTerms: record.licence },
    ...(record.source !== undefined && {
      infoSources: [
        { name: record.source, ...(record.sourceUrl !== undefined && { uri: record.sourceUrl }) },
      ],
    }),
  }));
