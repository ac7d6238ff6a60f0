// ninjs, news in JSON of the IPTC: 1.x with flat `headline` and `body_*`, 2.x with lists and `contentcreated`
// in lower case, 3.x with lists and camel case (iptc/newsinjson).

import type { Yaml } from '../../article/front-matter.ts';
import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { embargoOf } from '../dates/embargo.ts';
import type { RecordPlace } from '../fields/draft-of-record.ts';
import { lineValue, listValue, nameList, textValue } from '../fields/values.ts';
import type { Draft, DraftSource, Importer, ImportContext, Reading, Refusal } from '../importer.ts';
import { plainData } from '../fields/plain-data.ts';
import { emptyItem, summaryOnly, withdrawnItem } from '../fields/news-item-findings.ts';
import { makeDraft } from '../make-draft.ts';
import { refuse, warn, type Finding } from '../refuse.ts';
import { bodyOf, type BodyKind } from '../text/body-of.ts';

type JsonRecord = Record<string, Yaml>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const recordsOf = (value: Yaml | undefined): JsonRecord[] =>
  Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : [];

/** Whether an object is a news item: it has a `uri` and something only ninjs has. */
export const isNinjs = (record: JsonRecord): boolean =>
  typeof record['uri'] === 'string' &&
  Object.keys(record).some((key) =>
    /^(?:versioncreated|contentcreated|firstcreated|bodies|headlines|body_\w+|body|pubstatus|representationtype|standard|urgency|copyrightholder|ednote|profile)$/i.test(
      key,
    ),
  );

/** Keys are compared in lower case: 3.0 turned them to camel case. */
const lowered = (record: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));

/** Reads a news item; none where the object is not one. */
export function ninjsRecord(
  written: JsonRecord,
  place: RecordPlace,
  context: ImportContext,
): Draft | Refusal | undefined {
  if (!isNinjs(written)) return undefined;
  const record = lowered(written);
  const { item, line, part } = place;
  const refused = (finding: Finding): Refusal => ({
    ...refuse(context, { ...finding, line, item }),
    part,
  });
  const date = draftDate(datesOf(record), context, { line });
  if ('finding' in date) return refused(date.finding);
  const withdrawn = withdrawnItem(textValue(record['pubstatus']));
  if (withdrawn) return refused(withdrawn);
  const title = headlineOf(record);
  const { markdown, notes, isDescription } = bodyOfItem(record, title);
  if (title === undefined && markdown === '') return refused(emptyItem('Leave it out.'));
  const embargo = embargoOf(textValue(record['embargoed']), context, line);
  return makeDraft(
    {
      item: item === '' ? undefined : item,
      line,
      part,
      date,
      content: { markdown, notes, pictures: [] },
      fields: {
        title,
        summary: isDescription ? undefined : descriptionOf(record),
        section: lineValue(recordsOf(record['genres'])[0]),
        authors: authorsOf(record),
        tags: subjectsOf(record),
        lang: lineValue(record['language']),
        dateline: lineValue(record['located']),
        draft: embargo ? true : undefined,
      },
      slug: lineValue(record['slugline']) ?? lineValue(record['slug']),
      source: sourceOf(record),
      problems: [
        ...(isDescription ? [warn(context, { ...summaryOnly, line })] : []),
        ...(embargo ? [embargo] : []),
      ],
    },
    context,
  );
}

const datesOf = (record: JsonRecord): (WrittenDate | undefined)[] =>
  ['contentcreated', 'firstcreated', 'versioncreated'].map((name) => {
    const written = textValue(record[name]);
    return written === undefined ? undefined : { written, from: name };
  });

/** The names of subjects, then the keywords, each once. */
const subjectsOf = (record: JsonRecord): string[] => [
  ...new Set([
    ...[...recordsOf(record['subjects']), ...recordsOf(record['subject'])]
      .map((subject) => lineValue(subject))
      .filter((name) => name !== undefined),
    ...listValue(record['keywords']),
  ]),
];

function sourceOf(record: JsonRecord): DraftSource {
  const uri = textValue(record['uri']);
  return {
    name: lineValue(record['copyrightholder']) ?? lineValue(recordsOf(record['infosources'])[0]),
    url: uri,
    licence:
      lineValue(recordsOf(record['rightsinfo'])[0]?.['usageterms']) ??
      lineValue(record['usageterms']) ??
      lineValue(record['copyrightnotice']),
    id: uri,
    version: lineValue(record['version']),
  };
}

/** The main headline of 2.x and 3.x, or the one of 1.x. */
function headlineOf(record: JsonRecord): string | undefined {
  const headlines = recordsOf(record['headlines']);
  const main =
    headlines.find(({ role }) => typeof role !== 'string' || /main|headline/i.test(role)) ??
    headlines[0];
  return lineValue(main?.['value']) ?? lineValue(record['headline']) ?? lineValue(record['title']);
}

const descriptionOf = (record: JsonRecord): string | undefined => {
  const descriptions = recordsOf(record['descriptions']);
  const texts = [
    ...descriptions.map((entry) => entry['value']),
    ...Object.entries(record)
      .filter(([key]) => key.startsWith('description_'))
      .map(([, value]) => value),
  ];
  return texts.map(lineValue).find((text) => text !== undefined);
};

interface ItemBody {
  markdown: string;
  notes: string[];
  isDescription: boolean;
}

function bodyOfItem(record: JsonRecord, title: string | undefined): ItemBody {
  const bodies = [
    ...recordsOf(record['bodies']).map((body) => {
      const keys = lowered(body);
      return {
        text: textValue(keys['value']),
        kind: `${textValue(keys['contenttype']) ?? ''} ${textValue(keys['role']) ?? ''}`,
      };
    }),
    ...Object.entries(record)
      .filter(([key]) => key.startsWith('body_'))
      .map(([key, value]) => ({ text: textValue(value), kind: key })),
    { text: textValue(record['body']), kind: 'text' },
  ].filter((body): body is { text: string; kind: string } => body.text !== undefined);
  const html = bodies.find(({ kind }) => /html/i.test(kind));
  const chosen = html ?? bodies[0];
  if (!chosen) {
    const description = descriptionOf(record);
    const { markdown, notes } = bodyOf(description ?? '', 'plain');
    return { markdown, notes, isDescription: description !== undefined };
  }
  const kind: BodyKind =
    html || /^\s*<(?:p|html|body|section|article|div)\b/i.test(chosen.text) ? 'html' : 'plain';
  const { markdown, notes } = bodyOf(chosen.text, kind);
  return { markdown: withoutHeadline(markdown, title), notes, isDescription: false };
}

/** Agencies repeat the headline at the head of the text. */
function withoutHeadline(markdown: string, title: string | undefined): string {
  if (title === undefined) return markdown;
  const [first = '', ...rest] = markdown.split('\n');
  return first.replace(/^#+\s*/, '').trim() === title ? rest.join('\n').trim() : markdown;
}

function authorsOf(record: JsonRecord): string[] | undefined {
  const creators = [...recordsOf(record['people']), ...recordsOf(record['person'])].filter(
    ({ rel }) => typeof rel === 'string' && /author|creator|byline/i.test(rel),
  );
  const names = [
    ...nameList(record['by'] ?? record['byline']),
    ...creators.map((person) => lineValue(person)).filter((name) => name !== undefined),
  ];
  return names.length > 0 ? [...new Set(names)] : undefined;
}

function read(text: string, context: ImportContext): Reading[] {
  let data: Yaml;
  try {
    data = plainData(JSON.parse(text));
  } catch {
    return [
      refuse(context, {
        rule: 'json-broken',
        message: 'It is not JSON.',
        fix: 'Fetch the item again.',
      }),
    ];
  }
  const items = Array.isArray(data)
    ? data
    : isRecord(data) && Array.isArray(data['items'])
      ? data['items']
      : [data];
  return items.map((record, i): Reading => {
    const place = {
      item: items.length === 1 ? '' : `item ${i + 1}`,
      line: 1,
      part: JSON.stringify(record),
    };
    const reading = isRecord(record) ? ninjsRecord(record, place, context) : undefined;
    return (
      reading ??
      refuse(context, {
        rule: 'not-a-news-item',
        item: place.item || undefined,
        message: 'It is not a news item of ninjs.',
        fix: 'A news item has a `uri`, and a headline or a body.',
      })
    );
  });
}

export const importer: Importer = {
  format: 'ninjs',
  reads: 'ninjs 1.x to 3.x, news in JSON',
  hasValues: true,
  recognise({ text }) {
    if (!/^\s*[[{]/.test(text) || !/"uri"\s*:/.test(text)) return 0;
    const marks = text.match(
      /"(?:version_?created|bodies|headlines|body_\w+|pub_?status|representation_?type|copyright_?holder|ed_?note)"\s*:/gi,
    );
    return marks === null ? 0 : 88;
  },
  read,
};
