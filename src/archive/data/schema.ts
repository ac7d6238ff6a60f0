// What the data holds, for programs: a JSON Schema of one article.

const text = (description: string) => ({ type: 'string', description });
const texts = (description: string) => ({ type: 'array', items: { type: 'string' }, description });

const properties = {
  url: { ...text('The address of the article, which stays.'), format: 'uri' },
  title: text('The headline.'),
  titleOrigin: {
    enum: ['given', 'derived'],
    description: 'Whether the source had the headline, or it was made of the first sentence.',
  },
  date: {
    ...text('Day, month or year of publication; absent where none is known.'),
    pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  },
  time: text('Clock time of publication, with its offset or zone.'),
  updated: { ...text('The day of the last revision.'), format: 'date' },
  language: text('The language of the article (BCP 47).'),
  summary: text('A sentence or two.'),
  section: text('The part of the paper.'),
  topics: texts('What the article is about.'),
  authors: texts('As printed.'),
  dateline: text('The place before the first sentence.'),
  wordCount: { type: 'integer', minimum: 0, description: 'The words of the text.' },
  licence: text('The address of the licence, or its name.'),
  source: text('The publication that the article comes from.'),
  sourceUrl: text('Where it stood there.'),
  corrections: {
    type: 'array',
    description: 'What was put right after publication.',
    items: {
      type: 'object',
      required: ['note'],
      properties: { date: { type: 'string', format: 'date' }, note: { type: 'string' } },
    },
  },
  sha256: {
    ...text('SHA-256 of the Markdown file of the article.'),
    pattern: '^[0-9a-f]{64}$',
  },
  text: text('The text in Markdown (CommonMark with GitHub’s tables and footnotes).'),
};

/** JSON Schema (2020-12) of an article as the JSON and JSON Lines files have it. */
export const recordSchema = (id: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: id,
  title: 'Article',
  type: 'object',
  required: [
    'url',
    'title',
    'titleOrigin',
    'language',
    'summary',
    'topics',
    'authors',
    'wordCount',
    'licence',
    'corrections',
    'sha256',
    'text',
  ],
  additionalProperties: false,
  properties,
});
