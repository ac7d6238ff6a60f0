import type { DraftDate } from './dates/draft-date.ts';
import { updatedDay } from './dates/updated-day.ts';
import type { MarkdownFromHtml } from './html/html-to-markdown.ts';
import { textOfHtml } from './html/html-text.ts';
import type { Draft, DraftFields, DraftSource, ImportContext, Refusal } from './importer.ts';
import type { Problem } from '../problem.ts';
import { refuse } from './refuse.ts';
import { withLanguage } from './text/draft-language.ts';

/** Where a draft stands in an original that holds several. */
export interface DraftPlace {
  item?: string | undefined;
  line?: number | undefined;
  /** The original's text of this part alone. */
  part?: string | undefined;
}

/** What a reader has found out about an article. */
export interface DraftParts extends DraftPlace {
  date: DraftDate;
  content: MarkdownFromHtml;
  fields: Omit<DraftFields, 'date' | 'time' | 'updated'>;
  /** The day of the last revision as written; one that is no day is passed over. */
  updated?: string | undefined;
  slug?: string | undefined;
  source: DraftSource;
  /** How the headline came about where there is one: `given`, `given (first line)`. */
  headline?: string | undefined;
  /** How the authors came about where there are any: `given`, `given (byline)`. */
  author?: string | undefined;
  problems?: readonly Problem[] | undefined;
  notes?: readonly string[] | undefined;
  /** The text its language is detected in, where the body is not plain enough. */
  sample?: string | undefined;
}

/** Characters of a text that are enough to detect its language. */
const sampleLength = 2000;

/** Makes a draft: its provenance, language and day of revision follow from what was found. */
export function makeDraft(parts: DraftParts, context: ImportContext): Draft {
  const { date, content, fields, source } = parts;
  const authors = namesOf(fields.authors);
  const draft: Draft = {
    kind: 'draft',
    item: parts.item,
    line: parts.line,
    fields: {
      ...fields,
      date: date.date,
      time: date.time,
      updated: updatedDay(parts.updated, date.date, context),
      authors,
    },
    slug: parts.slug,
    body: content.markdown,
    source,
    provenance: {
      headline: fields.title === undefined ? 'derived' : (parts.headline ?? 'given'),
      date: date.provenance,
      language: 'unknown',
      author: authors === undefined ? 'unknown' : (parts.author ?? 'given'),
    },
    part: parts.part,
    problems: [...date.problems, ...(parts.problems ?? [])],
    notes: [...(parts.notes ?? []), ...content.notes],
    pictures: content.pictures,
  };
  return withLanguage(draft, parts.sample ?? textOfHtml(content.markdown.slice(0, sampleLength)));
}

/** What stands where nobody is named, and what is an address: no name. */
const noName = /^(?:n\/?a|none|null|undefined|unknown)$|^https?:\/\/\S*$/i;

/** Names with at least one letter: themes print `----` where nobody is named. */
function namesOf(authors: readonly string[] | undefined): string[] | undefined {
  const named = (authors ?? []).filter((name) => /\p{L}/u.test(name) && !noName.test(name.trim()));
  return named.length > 0 ? named : undefined;
}

/** Refuses a part of an original that has neither a headline nor a text. */
export function refuseEmpty(
  context: ImportContext,
  { item, line, part }: DraftPlace & { item: string },
  fix: string,
): Refusal {
  const finding = {
    rule: 'item-empty',
    line,
    item,
    message: `There is neither a headline nor a text in ${item}.`,
    fix,
  };
  return { ...refuse(context, finding), part };
}
