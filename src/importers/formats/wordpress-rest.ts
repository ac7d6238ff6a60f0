// Posts as the REST interface of WordPress gives them (https://developer.wordpress.org/rest-api/reference/posts/):
// one, or a list. Names of people and subjects stand in `_embedded`, where they were asked for; numbers say nothing
// here.

import type { Yaml } from '../../article/front-matter.ts';
import { draftDate } from '../dates/draft-date.ts';
import { at, isJsonRecord, parseJson, recordsIn, textAt } from '../fields/json-records.ts';
import type { JsonRecord } from '../fields/json-records.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { makeDraft, refuseEmpty } from '../make-draft.ts';
import { refuse, warn } from '../refuse.ts';
import { postDate } from '../wordpress/post-date.ts';
import { hiddenPost } from '../wordpress/post-facts.ts';

function read(text: string, context: ImportContext): Reading[] {
  const parsed = parseJson(text, context);
  if (!('data' in parsed)) return [parsed];
  const { data } = parsed;
  const posts = isJsonRecord(data) ? [data] : recordsIn(data);
  if (posts.length === 0) return [refuse(context, noPosts)];
  const isOne = isJsonRecord(data);
  return posts.map((post, i) => readPost(post, isOne ? undefined : `item ${i + 1}`, context));
}

const noPosts = {
  rule: 'json-without-articles',
  message: 'The JSON holds no posts of WordPress.',
  fix: 'Fetch it again, for example from `/wp-json/wp/v2/posts?_embed&per_page=100`.',
};

/** The HTML of a field such as `title`, which stands in `rendered`; `raw` where the interface was asked for it. */
const rendered = (post: JsonRecord, field: string): string | undefined =>
  textAt(post[field], 'rendered') ?? textAt(post[field], 'raw');

function readPost(post: JsonRecord, item: string | undefined, context: ImportContext): Reading {
  const type = textAt(post, 'type') ?? 'post';
  if (type !== 'post' && !(type === 'page' && context.withPages)) {
    const what = type === 'page' ? 'pages (taken with --pages)' : `items of the type ${type}`;
    return { kind: 'left-out', item, what, count: 1 };
  }
  const place = { item, part: item === undefined ? undefined : JSON.stringify(post) };
  const date = draftDate(
    [postDate(textAt(post, 'date'), textAt(post, 'date_gmt'), 'post date')],
    context,
  );
  if ('finding' in date) return { ...refuse(context, { ...date.finding, item }), ...place };
  const address = textAt(post, 'link');
  const title = textOfHtml(rendered(post, 'title') ?? '') || undefined;
  const content = htmlToMarkdown(rendered(post, 'content') ?? '', address);
  if (title === undefined && content.markdown === '')
    return refuseEmpty(context, { ...place, item: item ?? 'the post' }, 'Leave it out.');
  const status = textAt(post, 'status') ?? 'publish';
  const isHidden = status === 'private' || at(post['content'], 'protected') === true;
  const id = textAt(post, 'id');
  const host = address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;
  return makeDraft(
    {
      ...place,
      date,
      content,
      fields: {
        title,
        summary: summaryOf(rendered(post, 'excerpt')),
        ...subjectsOf(post['_embedded']),
        authors: authorsOf(post['_embedded']),
        aliases: [address, /^\d+$/.test(id ?? '') ? `/?p=${id}` : undefined].filter(
          (alias) => alias !== undefined,
        ),
        draft: status === 'publish' && !isHidden ? undefined : true,
      },
      updated: textAt(post, 'modified'),
      slug: textAt(post, 'slug'),
      source: {
        url: address,
        id:
          id === undefined
            ? textAt(post['guid'], 'rendered')
            : `${host ?? context.path} post ${id}`,
        fields: pictureOf(post['_embedded']),
      },
      problems: isHidden ? [warn(context, hiddenPost(item ?? 'the post'))] : [],
    },
    context,
  );
}

/** An excerpt that WordPress cut from the text itself ends in an ellipsis in brackets. */
function summaryOf(html: string | undefined): string | undefined {
  const text = textOfHtml(html ?? '');
  return text === '' || /\[(?:…|\.\.\.)\]$|\bContinue reading\b/.test(text) ? undefined : text;
}

/** The terms of a post: a list for each of its taxonomies. */
const termsOf = (embedded: Yaml | undefined): JsonRecord[] => {
  const lists = at(embedded, 'wp:term');
  return Array.isArray(lists) ? lists.flatMap(recordsIn) : [];
};

const namesOf = (terms: readonly JsonRecord[]): string[] => [
  ...new Set(terms.map((term) => textOfHtml(textAt(term, 'name') ?? '')).filter(Boolean)),
];

function subjectsOf(embedded: Yaml | undefined): { section?: string; tags?: string[] } {
  const of = (taxonomy: string): string[] =>
    namesOf(
      termsOf(embedded).filter(
        (term) => textAt(term, 'taxonomy') === taxonomy && term['slug'] !== 'uncategorized',
      ),
    );
  const [section, ...others] = of('category');
  const tags = [...new Set([...others, ...of('post_tag')])];
  return { ...(section !== undefined && { section }), ...(tags.length > 0 && { tags }) };
}

/** Co-authors plug-ins keep the authors as terms; else the post has the one who entered it. */
function authorsOf(embedded: Yaml | undefined): string[] {
  const terms = namesOf(termsOf(embedded).filter((term) => textAt(term, 'taxonomy') === 'author'));
  return terms.length > 0 ? terms : namesOf(recordsIn(at(embedded, 'author')));
}

function pictureOf(embedded: Yaml | undefined): Record<string, unknown> | undefined {
  const [picture] = recordsIn(at(embedded, 'wp:featuredmedia'));
  const url = textAt(picture, 'source_url');
  if (url === undefined) return undefined;
  const alt = textAt(picture, 'alt_text');
  return { picture: { url, ...(alt !== undefined && { alt }) } };
}

export const importer: Importer = {
  format: 'wordpress-rest',
  reads: 'posts from the REST interface of WordPress',
  hasValues: true,
  recognise: ({ text }) =>
    /^\s*[[{]/.test(text) &&
    /"(?:title|content|excerpt)"\s*:\s*\{[^{}]*"(?:rendered|raw)"\s*:/.test(text) &&
    (/"(?:date_gmt|modified_gmt|comment_status|ping_status|wp:term)"\s*:/.test(text) ||
      /"type"\s*:\s*"(?:post|page)"/.test(text))
      ? 85
      : 0,
  read,
};
