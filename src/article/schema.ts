// The front matter of an article, field by field. `.meta` explains each to its author: `description` says
// what it is, `example` is what a message shows as the way to write it.

import { z } from 'zod';
import { isDateTag, isDay, UNDATED } from './calendar-date.ts';
import { cleanLine } from './clean-text.ts';
import { isClockTime, readMoment } from './clock-time.ts';

/** One line of text, or none; blanks around it do not count. */
const lineOrNone = z.string().overwrite(cleanLine).trim();

/** One line of text. */
const line = lineOrNone.min(1);

/** A list that may be written as a single value; members without a value do not count. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.nullable(item)).transform((members) => members.filter((member) => member !== null)),
  );

const day = line.refine((text) => isDateTag(text) && isDay(text), {
  params: { rule: 'not-a-day' },
});

/** A name as printed, or with what it is the name of. */
const author = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.object({ name: line, type: z.optional(z.enum(['person', 'organization'])) }),
);

const webAddress = line.refine((text) => URL.canParse(text) && /^https?:/.test(text), {
  params: { rule: 'not-an-address' },
});

function isLanguage(text: string): boolean {
  try {
    // `x-house`, which only private use knows, is refused: it has no direction and no words.
    return new Intl.Locale(text).language !== undefined;
  } catch {
    return false;
  }
}

/** A path on this site, `/2009/05/old-slug/` or `/?p=12`: begins with a slash, names no host, climbs nowhere. */
const isSitePath = (text: string): boolean =>
  /^\/(?!\/)[^\s\\<>"']*$/.test(text) && !text.split(/[/?]/).includes('..');

/** A file beside the article, `./map.svg` or `map.svg`, or one in `public/`, `/pictures/map.svg`. */
const isPicturePath = (text: string): boolean =>
  !/^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(text) && !text.split('/').includes('..');

/** A whole number of pixels; front matter holds text. */
const pixels = line.regex(/^\d{1,6}$/).transform(Number);

/** A file beside the article, or an address where the keeper allows its host. */
const isPagePath = (text: string): boolean =>
  isPicturePath(text) || (URL.canParse(text) && text.startsWith('https://'));

export const frontMatterSchema = z.object({
  title: z.optional(line).meta({
    description:
      'The headline. Left out where the source has none: then one is derived from the first sentence and shown as derived.',
    example: 'title: Sea breaks through the dikes of Zeeland',
  }),
  date: line.refine(isDateTag, { params: { rule: 'not-a-day' } }).meta({
    description:
      'The civil date printed with the article: a day, a month, a year, or the word `undated`.',
    example: 'date: 1953-02-01',
  }),
  time: z.optional(line.refine(isClockTime, { params: { rule: 'not-a-time' } })).meta({
    description: 'The clock time at the place of the article, with its offset or zone.',
    example: 'time: 18:53+01:00',
  }),
  updated: z.optional(day).meta({
    description: 'The day on which the text was last revised.',
    example: 'updated: 1953-02-03',
  }),
  summary: z.optional(line).meta({
    description: 'One or two sentences for lists and search engines; else the opening is used.',
    example: 'summary: Dikes broke in the night after a storm from the north-west.',
  }),
  section: z.optional(line).meta({
    description: 'The part of the paper the article belongs to.',
    example: 'section: World',
  }),
  authors: z.optional(listOf(author)).meta({
    description:
      'Who wrote it, each as printed; where a name does not tell a person from a body, with its `type`: `{ name: Nora Press, type: person }` or `organization`.',
    example: 'authors: [Jane Doe, John Roe]',
  }),
  tags: z.optional(listOf(line)).meta({
    description: 'People, places and subjects; one spelling each.',
    example: 'tags: [Floods, Netherlands]',
  }),
  lang: z.optional(line.refine(isLanguage, { params: { rule: 'not-a-language' } })).meta({
    description: 'The language of the text, as a BCP 47 tag; else that of the site.',
    example: 'lang: en',
  }),
  dir: z.optional(z.enum(['ltr', 'rtl'])).meta({
    description: 'The direction of the text; else that of its language.',
    example: 'dir: rtl',
  }),
  dateline: z.optional(line).meta({
    description: 'The place line, as printed.',
    example: 'dateline: MIDDELBURG, Netherlands',
  }),
  image: z
    .optional(
      z.object({
        src: line.refine(isPicturePath, { params: { rule: 'not-a-local-file' } }),
        alt: z.optional(lineOrNone),
        caption: z.optional(line),
        credit: z.optional(line),
      }),
    )
    .meta({
      description: 'The picture at the head of the article: a file beside it or in `public/`.',
      example: 'image: { src: ./dike.jpg, alt: A broken dike, caption: …, credit: … }',
    }),
  pages: z
    .optional(
      listOf(
        z.object({
          src: line.refine(isPagePath, { params: { rule: 'not-a-local-file' } }),
          page: z.optional(line),
          alt: z.optional(line),
          box: z.optional(
            z
              .tuple([pixels, pixels, pixels, pixels])
              .refine(([, , width, height]) => width !== 0 && height !== 0, {
                params: { rule: 'not-a-box' },
              }),
          ),
        }),
      ),
    )
    .meta({
      description:
        'The printed pages on which the article stands: pictures or a PDF beside it, or addresses of the IIIF Image API on hosts that `archive.yaml` allows; each with its number, what it shows, and the part of it that the article takes, in pixels of the file from its left upper corner: left, top, width, height.',
      example: 'pages: [{ src: ./page-3.jpg, page: 3, box: [120, 340, 1600, 2100] }]',
    }),
  source: z
    .optional(
      z.looseObject({
        name: z.optional(line),
        url: z.optional(webAddress),
        licence: z.optional(line),
        file: z.optional(line),
        sha256: z.optional(
          line.refine((text) => /^[0-9a-f]{64}$/.test(text), { params: { rule: 'not-a-sha256' } }),
        ),
      }),
    )
    .meta({
      description:
        'Where the text comes from: name, address, licence, the original file and the SHA-256 of its bytes. An import also records which part of the file it is (`item`), the original’s own `id` and `version`, whether `headline`, `date`, `language` and `author` are given (and where), derived or unknown, what the original says beyond the fields of an article (`fields`), and a digest by which it sees whether the article was edited since (`imported`).',
      example: 'source: { name: The Zeeland Courier, url: https://example.org/flood }',
    }),
  corrections: z.optional(listOf(z.object({ date: day, note: line }))).meta({
    description: 'What was put right after publication, each with its day.',
    example: 'corrections: [{ date: 1953-02-03, note: An earlier version gave … }]',
  }),
  aliases: z.optional(listOf(line.refine(isSitePath, { params: { rule: 'not-a-path' } }))).meta({
    description: 'Older addresses of the article on this site, which lead to it for ever.',
    example: 'aliases: [/2009/05/flood/]',
  }),
  publishAt: z
    .optional(
      line.refine((text) => readMoment(text) !== undefined, { params: { rule: 'not-a-moment' } }),
    )
    .meta({
      description:
        'The moment, with its offset or zone, before which the article is a draft; the first build after it publishes the article.',
      example: 'publishAt: 2026-12-24 18:00 Europe/Berlin',
    }),
  draft: z.optional(z.boolean()).meta({
    description: 'True while the article is not to be published; seen in `npm run dev` only.',
    example: 'draft: true',
  }),
});

export type FrontMatterFields = z.output<typeof frontMatterSchema>;

/** How a field is written, for a message's fix. */
export function exampleOf(field: string): string | undefined {
  const shape: Record<string, z.ZodType> = frontMatterSchema.shape;
  const example = shape[field]?.meta()?.['example'];
  return typeof example === 'string' ? example : undefined;
}

/** The names of all fields, in the order in which they are printed. */
export const fieldNames: readonly string[] = Object.keys(frontMatterSchema.shape);

/** What is wrong with a date, in words, and how it is written. */
export function explainDate(written: string): { message: string; fix: string } {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written);
  if (parts) {
    const [, year, month, day] = parts;
    const kind = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
    return {
      message: `\`${written}\` is not a ${kind} in the calendar.`,
      fix:
        year === '0000' || year === '9999'
          ? `Write the year it was printed, or \`date: ${UNDATED}\` if nobody knows.`
          : 'Write year-month-day with a month from 01 to 12, for example `2024-03-02`.',
    };
  }
  return {
    message: `\`${written}\` is not a date this archive can read.`,
    fix: `Write year-month-day, for example \`2024-03-02\`; \`2024-03\` or \`2024\` if that is all that is known; \`${UNDATED}\` if nothing is.`,
  };
}
