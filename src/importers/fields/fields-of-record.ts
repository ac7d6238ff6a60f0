// A record of named values, from front matter, a table's row or a JSON object, as the fields of a draft.

import type { Yaml } from '../../article/front-matter.ts';
import type { DraftFields, DraftSource } from '../importer.ts';
import type { WrittenDate } from '../dates/draft-date.ts';
import {
  bareName,
  fieldAliases,
  fieldOfName,
  isRecordField,
  type RecordField,
} from './field-names.ts';
import { isFalse, isTrue, lineValue, listValue, nameList, textValue, unique } from './values.ts';

export interface RecordReading {
  fields: Omit<DraftFields, 'date'>;
  /** The date as written; where the record has several, the most trusted. */
  date: WrittenDate | undefined;
  updated: string | undefined;
  slug: string | undefined;
  body: Yaml | undefined;
  /** The name the body goes by, `content_html`. */
  bodyName: string | undefined;
  source: DraftSource;
  /** The address the article had, whole or a path. */
  address: string | undefined;
  /** A picture the record names, where it is no file of this archive. */
  notes: string[];
}

export interface RecordOptions {
  /** Where the values stand, for the record of the date: `front matter`, `column published`. */
  from: string;
  /** Which name fills which field, where the keeper has said so. */
  columns?: Readonly<Record<string, string>> | undefined;
  /** Whether tags written as one text are cut at blanks. */
  tagsAtBlanks?: boolean;
}

/** Reads the fields of a record; values of names that are not known are kept in `source.fields`. */
export function fieldsOfRecord(
  record: Readonly<Record<string, Yaml>>,
  options: RecordOptions,
): RecordReading {
  const values = sortValues(flattenRecord(record), options.columns);
  const get = (field: RecordField): Yaml | undefined => values.found.get(field)?.value;
  const atBlanks = options.tagsAtBlanks ?? false;
  const categories = withoutNumbers(listValue(get('categories'), { atBlanks }));
  const tags = listValue(get('tags'), { atBlanks });
  const url = textValue(get('url'));
  const date = values.found.get('date');
  const image = pictureOf(get('image'), (field) => lineValue(get(field)));
  const rest = { ...values.rest, ...(image.foreign !== undefined && { image: image.foreign }) };
  return {
    fields: {
      title: lineValue(get('title')),
      summary: lineValue(get('summary')),
      section: categories[0],
      authors: orNone(withoutNumbers(nameList(get('authors')))),
      tags: orNone(unique([...tags, ...categories.slice(1)])),
      lang: lineValue(get('lang')),
      dateline: lineValue(get('dateline')),
      image: image.local,
      aliases: orNone([...listValue(get('aliases'), { atCommas: false })]),
      draft: isDraft(get('draft'), get('status'), record) ? true : undefined,
    },
    date: date && {
      written: dateValue(date.value),
      from: options.from === 'column' ? `column ${date.name}` : options.from,
    },
    updated: textValue(get('updated')),
    slug: lineValue(get('slug')),
    body: get('body'),
    bodyName: values.found.get('body')?.name,
    source: {
      name: lineValue(get('name')),
      url: url !== undefined && /^https?:/i.test(url) ? url : undefined,
      licence: lineValue(get('licence')),
      id: lineValue(get('id')),
      fields: Object.keys(rest).length === 0 ? undefined : rest,
    },
    address: url,
    notes:
      image.foreign === undefined
        ? []
        : ['Its picture is on another server; the address is kept in `source`.'],
  };
}

/** A date in a map, as MongoDB exports it, is taken out; two dates are none, and are told as they stand. */
function dateValue(value: Yaml): string {
  if (typeof value === 'object' && value !== null) {
    const inside = Array.isArray(value)
      ? value.length === 1 && value[0]
      : (value['$date'] ?? value['iso'] ?? value['date'] ?? value['value'] ?? value['rendered']);
    return typeof inside === 'string' ? inside : JSON.stringify(value);
  }
  return textValue(value) ?? '';
}

/** Systems that keep names elsewhere give their numbers, which say nothing here. */
const withoutNumbers = (names: string[]): string[] =>
  names.every((name) => /^\d+$/.test(name)) ? [] : names;

const orNone = (list: string[]): string[] | undefined => (list.length === 0 ? undefined : list);

/** Zola, Hugo and Ghost keep some fields one level down. */
const nests = new Set([
  'extra',
  'params',
  'taxonomies',
  'seo',
  'meta',
  'metadata',
  'attributes',
  'frontmatter',
  'fields',
]);

/** The names and values of a record, those one level down among them where systems keep fields there. */
export function flattenRecord(record: Readonly<Record<string, Yaml>>): [string, Yaml][] {
  return Object.entries(record).flatMap(([name, value]): [string, Yaml][] =>
    nests.has(bareName(name)) &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value)
      ? Object.entries(value)
      : [[name, value]],
  );
}

interface SortedValues {
  found: Map<RecordField, { name: string; value: Yaml }>;
  rest: Record<string, Yaml>;
}

/** Values of more than this many characters are no metadata. */
const longestRest = 2000;

function sortValues(
  values: readonly [string, Yaml][],
  columns: Readonly<Record<string, string>> | undefined,
): SortedValues {
  const found: SortedValues['found'] = new Map();
  const rest: Record<string, Yaml> = {};
  const rank = new Map<RecordField, number>();
  for (const [name, value] of values) {
    if (isEmpty(value)) continue;
    const mapped = columns?.[name];
    const field =
      mapped === undefined
        ? columns
          ? undefined
          : fieldOfName(name)
        : isRecordField(mapped)
          ? mapped
          : undefined;
    const place =
      field === undefined ? 0 : (fieldAliases[field] as readonly string[]).indexOf(bareName(name));
    // `published: true` is a switch, not a date.
    const fits = field !== undefined && !(field === 'date' && typeof value === 'boolean');
    const before = field === undefined ? undefined : rank.get(field);
    if (fits && (before === undefined || place < before)) {
      const loser = found.get(field);
      if (loser) rest[loser.name] = loser.value;
      found.set(field, { name, value });
      rank.set(field, place);
    } else if (
      mapped === undefined &&
      bareName(name) !== 'published' &&
      JSON.stringify(value).length <= longestRest
    ) {
      rest[name] = value;
    }
  }
  return { found, rest };
}

const isEmpty = (value: Yaml): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

function isDraft(
  draft: Yaml | undefined,
  status: Yaml | undefined,
  record: Readonly<Record<string, Yaml>>,
): boolean {
  const published = Object.entries(record).find(([name]) => bareName(name) === 'published')?.[1];
  return (
    isTrue(draft) ||
    (typeof published !== 'string' || /^(?:false|no)$/i.test(published)
      ? isFalse(published)
      : false) ||
    /^(?:draft|private|hidden|pending|unlisted|password|trash)$/i.test(textValue(status) ?? '')
  );
}

type Picture = NonNullable<DraftFields['image']>;

function pictureOf(
  value: Yaml | undefined,
  line: (field: RecordField) => string | undefined,
): { local?: Picture; foreign?: string } {
  const inside = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const pick = (...keys: string[]): string | undefined =>
    keys.map((key) => lineValue(inside[key])).find((text) => text !== undefined);
  const src =
    typeof value === 'string'
      ? value.trim()
      : (pick('src', 'url', 'path', 'image', 'file', 'href') ?? textValue(value));
  if (src === undefined || src === '') return {};
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) return { foreign: src };
  const [alt, caption, credit] = [
    pick('alt', 'description') ?? line('imageAlt'),
    pick('caption', 'title') ?? line('imageCaption'),
    pick('credit', 'attribution') ?? line('imageCredit'),
  ];
  return {
    local: {
      src,
      ...(alt !== undefined && { alt }),
      ...(caption !== undefined && { caption }),
      ...(credit !== undefined && { credit }),
    },
  };
}
