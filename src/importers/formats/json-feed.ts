// JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).

import type { Yaml } from '../../article/front-matter.ts';
import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { lineValue, listValue, textValue } from '../fields/values.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { plainData } from '../fields/plain-data.ts';
import { makeDraft, refuseEmpty } from '../make-draft.ts';
import { refuse, warn } from '../refuse.ts';
import { bodyOf } from '../text/body-of.ts';

type JsonRecord = Record<string, Yaml>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseFeed(text: string): JsonRecord | undefined {
  try {
    const data = plainData(JSON.parse(text));
    return isRecord(data) && Array.isArray(data['items']) ? data : undefined;
  } catch {
    return undefined;
  }
}

const isSummary = (item: Yaml): boolean =>
  isRecord(item) && item['content_html'] === undefined && item['content_text'] === undefined;

function read(text: string, context: ImportContext): Reading[] {
  const feed = parseFeed(text);
  if (!feed) {
    const fix = 'Fetch the feed again from its address; this may be half of it.';
    return [refuse(context, { rule: 'not-a-feed', message: 'It is not a JSON Feed.', fix })];
  }
  const items = feed['items'] as Yaml[];
  const readings = items.map((item, i) => readItem(item, i + 1, feed, context));
  const remarks: Reading[] = [];
  const next = textValue(feed['next_url']);
  if (next !== undefined) {
    remarks.push({
      kind: 'remark',
      problem: warn(context, {
        rule: 'feed-has-older-pages',
        message: `The feed goes on with older items at ${next}.`,
        fix: 'Fetch that address, too, and import it.',
      }),
    });
  }
  if (items.length === 0) {
    readings.push(
      refuse(context, {
        rule: 'feed-empty',
        message: 'The feed holds no items.',
        fix: 'Fetch it again, if it should hold some.',
      }),
    );
  }
  if (items.length > 0 && items.every(isSummary)) {
    remarks.push({
      kind: 'remark',
      problem: warn(context, {
        rule: 'feed-of-summaries',
        message: 'The feed holds summaries only, not the articles.',
        fix: 'Look for a feed with the full text, or import the saved pages.',
      }),
    });
  }
  return [...remarks, ...readings];
}

function readItem(data: Yaml, number: number, feed: JsonRecord, context: ImportContext): Reading {
  const item = `item ${number}`;
  const part = JSON.stringify(data);
  if (!isRecord(data)) {
    return {
      ...refuse(context, {
        rule: 'record-wrong-type',
        item,
        message: `What stands in ${item} is not an object.`,
        fix: 'Correct it in the original.',
      }),
      part,
    };
  }
  const date = draftDate(datesOf(data), context);
  if ('finding' in date) return { ...refuse(context, { ...date.finding, item }), part };
  const url = textValue(data['url']) ?? textValue(data['external_url']);
  const [html, plain, summary] = [
    textValue(data['content_html']),
    textValue(data['content_text']),
    lineValue(data['summary']),
  ];
  const content =
    html !== undefined ? bodyOf(html, 'html', url) : bodyOf(plain ?? summary ?? '', 'plain', url);
  const title = lineValue(data['title']);
  if (title === undefined && content.markdown === '')
    return refuseEmpty(context, { item, part }, 'Leave it out.');
  const authors = [data['authors'], data['author'], feed['authors'], feed['author']]
    .map((people) => listValue(people))
    .find((names) => names.length > 0);
  return makeDraft(
    {
      item,
      part,
      date,
      content,
      fields: {
        title,
        summary: html === undefined && plain === undefined ? undefined : summary,
        authors,
        tags: listValue(data['tags']),
        lang: lineValue(data['language']) ?? lineValue(feed['language']),
        aliases: context.withAddresses && url !== undefined ? [url] : undefined,
      },
      updated: textValue(data['date_modified']),
      source: { name: lineValue(feed['title']), url, id: lineValue(data['id']) ?? url },
    },
    context,
  );
}

const datesOf = (data: JsonRecord): (WrittenDate | undefined)[] =>
  ['date_published', 'date_modified'].map((name) => {
    const written = textValue(data[name]);
    return written === undefined ? undefined : { written, from: `feed, ${name}` };
  });

export const importer: Importer = {
  format: 'json-feed',
  reads: 'JSON Feed 1.0 and 1.1',
  hasValues: true,
  recognise({ text, whole }) {
    if (!text.trimStart().startsWith('{')) return 0;
    if (/"version"\s*:\s*"https?:\/\/jsonfeed\.org\/version\/1/.test(text)) return 95;
    if (!/"items"\s*:\s*\[/.test(text)) return 0;
    const isFeed =
      /"(?:feed_url|home_page_url)"\s*:/.test(text) || /"content_(?:html|text)"\s*:/.test(text);
    return isFeed && (!whole || parseFeed(text) !== undefined) ? 85 : 0;
  },
  read,
};
