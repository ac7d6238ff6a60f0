// The archive's configuration, field by field. `.meta` explains each to the keeper: `description` stands above it in the
// file that `npm run init` writes, `example` is what a message shows as the way to write it.

import { z } from 'zod';
import { accents, explainColour, type Accent } from './colours.ts';
import { isDateTag, isDay, UNDATED } from '../article/calendar-date.ts';
import { slugFor } from '../article/slug.ts';
import { explainQuery } from './watch-query.ts';
import { explainAddress, isLanguage } from './web-address.ts';

/** The form of `archive.yaml` that this program reads; a file of a later form needs a later program. */
export const currentFormat = 1;

/** One line of text. */
const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, 'has more than one line');

const webAddress = line.refine((text) => URL.canParse(text) && /^https?:\/\//i.test(text), {
  error: 'is not a whole address with `https://` at its beginning',
});

const permission = z.enum(['allow', 'refuse']);

/** RFC 9116 §2.5.3 wants a URI; people write a mail address. */
const contact = line
  .transform((text) => (/^[^\s@:]+@[^\s@]+$/.test(text) ? `mailto:${text}` : text))
  .refine((text) => /^(?:mailto:[^\s@]+@[^\s@]+|tel:\+[\d-]+|https:\/\/\S+)$/.test(text), {
    error: 'is neither a mail address nor one that begins with `https://` or `tel:`',
  });

const dayMs = 86_400_000;

/** RFC 9116 §2.5.5: not past, and less than a year ahead. */
const futureDay = line
  .refine((text) => isDateTag(text) && isDay(text), { error: 'is not a day such as 2027-06-30' })
  .refine((text) => Date.parse(text) + dayMs > Date.now(), {
    error: 'is past: see whether the contact still answers, and write a later day',
  })
  .refine((text) => !(Date.parse(text) > Date.now() + 366 * dayMs), {
    error: 'is more than a year ahead',
  });

const date = line.refine((text) => isDateTag(text) && text !== UNDATED, {
  error: 'is not a day, a month or a year such as `1906-05-01`, `1906-05` or `1906`',
});

const timeSpan = z
  .strictObject({ first: z.optional(date), last: z.optional(date) })
  .superRefine(({ first, last }, context) => {
    if (first === undefined || last === undefined) return;
    if (last.slice(0, first.length) < first.slice(0, last.length)) {
      context.addIssue({ code: 'custom', message: 'ends before it begins', path: ['last'] });
    }
  });

/** A number of pixels; the file is read as text. */
const pixels = (most: number) =>
  line
    .regex(/^\d{1,4}$/, 'is not a number of pixels')
    .transform(Number)
    .refine((number) => number > 0 && number <= most, {
      error: `is not a number of pixels from 1 to ${most}`,
    });

const logo = z.strictObject({
  src: line.regex(
    /^\/(?!\/)(?!.*\.\.)[^\s?#\\]+\.(?:svg|png|webp|avif|jpe?g)$/i,
    'is not a picture in `public/`, written from there: `/logo.svg`',
  ),
  width: pixels(320),
  height: pixels(64),
});

/** Licences that need no address: their deeds are known. */
const licenceAddresses: Record<string, string> = {
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC BY-ND 4.0': 'https://creativecommons.org/licenses/by-nd/4.0/',
  'CC BY-NC 4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC BY-NC-SA 4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'CC BY-NC-ND 4.0': 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
};

const licence = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z
    .strictObject({ name: line, url: z.optional(webAddress) })
    .transform(({ name, url }) => ({ name, url: url ?? licenceAddresses[name] })),
);

/** The pages of the program that navigation can name. */
const programPages = [
  'dates',
  'topics',
  'sections',
  'authors',
  'search',
  'about',
  'undated',
  'feeds',
  'corrections',
] as const;

const path = line.regex(/^\/(?:[^\s/]+\/)*$/, 'is not a path with a slash at both ends');

const navigation = z
  .array(z.union([z.enum(programPages), z.strictObject({ label: line, path })]))
  .default(['dates', 'topics', 'sections', 'authors', 'search', 'about']);

const watch = z
  .strictObject({
    name: line,
    query: line.superRefine((text, context) => {
      const message = explainQuery(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    }),
  })
  .transform((given) => ({ ...given, slug: slugFor(given.name) }));

const watches = z.array(watch).superRefine((all, context) => {
  for (const [at, { name, slug }] of all.entries()) {
    const other = all.findIndex((one) => one.slug === slug);
    if (other === at) continue;
    const message = `would have the address of \`${all[other]?.name}\`, \`/watches/${slug}/\`; name it \`${name} 2\` or otherwise`;
    context.addIssue({ code: 'custom', message, path: [at, 'name'] });
  }
});

const colourOn = (paper: keyof Accent) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as `#1d4f91`')
    .superRefine((colour, context) => {
      const message = explainColour(colour, paper);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });

const accent = z.preprocess(
  (value) =>
    typeof value === 'string' && Object.hasOwn(accents, value)
      ? { ...accents[value as keyof typeof accents] }
      : value,
  z.strictObject({ light: colourOn('light'), dark: colourOn('dark') }),
);

/** An address of another host that pages may ask: no wildcard, no quote that would end the policy. */
const thirdParty = line.regex(
  /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w./@%~+-]*)?$/,
  'is not an address of a host with `https://` at its beginning',
);

const script = z.preprocess(
  (value) => (typeof value === 'string' ? { src: value } : value),
  z.strictObject({ src: thirdParty, data: z.record(z.string(), z.string()).default({}) }),
);

const allow = z
  .strictObject({
    scripts: z.array(script).default([]),
    images: z.array(thirdParty).default([]),
    connections: z.array(thirdParty).default([]),
    frames: z.array(thirdParty).default([]),
  })
  .prefault({});

export const archiveSchema = z.strictObject({
  format: z.literal(String(currentFormat)).meta({
    description: 'The form of this file. A later Dateline may write another; leave it as it is.',
    example: `format: ${currentFormat}`,
  }),
  name: line.meta({
    description: 'The name of the archive, as it stands at the head of pages and in citations.',
    example: 'name: The Zeeland Courier',
  }),
  description: line.meta({
    description: 'One sentence for search engines, feeds and the front page.',
    example: 'description: News of the islands, from 1906 to 1971.',
  }),
  address: line
    .superRefine((text, context) => {
      const message = explainAddress(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    })
    .meta({
      description:
        'Where the site will be served. A path after the host is kept: `https://example.org/archive/` serves everything below `/archive/`. The environment variable DATELINE_ADDRESS takes its place.',
      example: 'address: https://example.org/archive/',
    }),
  language: line.refine(isLanguage, { error: 'is not a language tag (BCP 47)' }).meta({
    description:
      'The language of the interface, and of articles that name none: a tag of BCP 47 such as `en`, `de` or `pt-BR`. The environment variable DATELINE_LANGUAGE takes its place.',
    example: 'language: en',
  }),
  publisher: z.optional(line).meta({
    description: 'Who answers for the archive; else its name.',
    example: 'publisher: Zeeland Historical Society',
  }),
  licence: licence.meta({
    description:
      'The licence of articles whose `source` names none: its name, and the address of its text where it is not one of Creative Commons.',
    example: 'licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }',
  }),
  timeSpan: z.optional(timeSpan).meta({
    description:
      'The time that the archive is of, as days, months or years; each may be left out. `npm run check` warns of dates outside of it, and the page on what the archive holds counts from its beginning to its end.',
    example: 'timeSpan: { first: 1906-05-01, last: 1971 }',
  }),
  sharePictures: z.enum(['auto', 'articles', 'years', 'none']).default('auto').meta({
    description:
      'The picture that other sites show beside a link to an article: `articles`, one for each article; `years`, one for each year; `none`; or `auto`, which is `articles` up to 5,000 of them and `years` above. One takes 13 milliseconds and 17 kilobytes.',
    example: 'sharePictures: auto',
  }),
  data: z.enum(['publish', 'none']).default('publish').meta({
    description:
      'Whether all articles can be taken away as data, below `/data/`: JSON, CSV, JSON Lines, Parquet and ninjs, by month and year.',
    example: 'data: publish',
  }),
  watches: watches.default([]).meta({
    description:
      'Searches that are run whenever the archive is built, each with a name and a query as readers type it. Each has a page below `/watches/` and a feed of what it finds.',
    example: 'watches: [{ name: Floods in March, query: flood* date:1953-03 }]',
  }),
  robots: z
    .strictObject({
      searchEngines: permission.default('allow'),
      aiTraining: permission.default('allow'),
      preservation: permission.default('allow'),
    })
    .default({ searchEngines: 'allow', aiTraining: 'allow', preservation: 'allow' })
    .meta({
      description:
        'Which robots may read the site; each is `allow` or `refuse`, and `robots.txt` asks them to keep to it. `searchEngines`: whether the archive is found at all by those who look for it elsewhere. `aiTraining`: whether its texts may train language models; a search engine still finds them. `preservation`: whether web archives such as the Internet Archive may keep copies; who refuses them is forgotten when the site ends.',
      example: 'robots: { searchEngines: allow, aiTraining: refuse, preservation: allow }',
    }),
  security: z.optional(z.strictObject({ contact, expires: futureDay })).meta({
    description:
      'Whom to tell of a hole in the security of the site, and the last day on which that is true, at most a year ahead: `/.well-known/security.txt` says both (RFC 9116). Once the day is past nothing is built until you have looked at it again.',
    example: 'security: { contact: mailto:editor@example.org, expires: 2027-06-30 }',
  }),
  accent: z.optional(accent).meta({
    description: `The colour of dates, links and marks: ${Object.keys(accents).join(', ')}; or one of your own for light and for dark paper, which is refused where it would be hard to read.`,
    example: "accent: { light: '#1d4f91', dark: '#9cc3ff' }",
  }),
  logo: z.optional(logo).meta({
    description:
      'A picture in `public/` that stands in the place of the name at the head of each page, with its size there in pixels, at most 320 by 64. A drawing that could run or load something is refused.',
    example: 'logo: { src: /logo.svg, width: 120, height: 32 }',
  }),
  typeface: z.enum(['newsreader', 'serif', 'sans']).default('newsreader').meta({
    description:
      'The typeface of headlines and texts: `newsreader`, which comes with the site, or the reader’s own with serifs (`serif`) or without (`sans`), for which nothing is loaded.',
    example: 'typeface: serif',
  }),
  navigation: navigation.meta({
    description: `What the line above each page leads to, in this order: of the program ${programPages.join(', ')}; your own pages with a label and their path.`,
    example: 'navigation: [dates, topics, search, { label: Guide, path: /guide/ }, about]',
  }),
  allow: allow.meta({
    description:
      'Other hosts that pages may ask, which learn of every reader; none, if you can do without. Each of `scripts` is loaded by every page, with its `data-` attributes; `images`, `connections` and `frames` are what scripts may show and ask.',
    example: 'allow: { images: [https://iiif.example.org] }',
  }),
  checks: z
    .record(z.string(), z.enum(['error', 'off']))
    .default({})
    .meta({
      description:
        'Rules of `npm run check` that are warnings, by their names: `error` stops a build, `off` says nothing.',
      example: 'checks: { picture-missing: error, headline-twice: off }',
    }),
});

type Fields = z.output<typeof archiveSchema>;

/** What an archive says of itself. */
export type Site = Omit<Fields, 'format' | 'publisher'> & { publisher: string };

/** The fields, in the order in which they are printed, each with its schema. */
export const archiveFields: Readonly<Record<string, z.ZodType>> = archiveSchema.shape;

/** How a field is written, for a message's fix. */
export function exampleOf(field: string): string | undefined {
  const example = archiveFields[field]?.meta()?.['example'];
  return typeof example === 'string' ? example : undefined;
}
