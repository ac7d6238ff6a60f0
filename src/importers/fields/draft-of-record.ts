// A row of a table or an object of a JSON file as a draft.

import type { Yaml } from '../../article/front-matter.ts';
import { dateInAddresses } from '../dates/date-in-path.ts';
import { draftDate } from '../dates/draft-date.ts';
import type { Draft, ImportContext, Refusal } from '../importer.ts';
import { makeDraft, refuseEmpty } from '../make-draft.ts';
import { refuse } from '../refuse.ts';
import { bodyOf, guessBodyKind, type BodyKind } from '../text/body-of.ts';
import { fieldsOfRecord } from './fields-of-record.ts';

/** Where a record stands in its original. */
export interface RecordPlace {
  /** `line 3`, `row 12`. */
  item: string;
  line: number;
  /** The original's text of the record. */
  part: string;
}

/** Reads a record as a draft, or says why it is none. */
export function draftOfRecord(
  record: Readonly<Record<string, Yaml>>,
  place: RecordPlace,
  context: ImportContext,
): Draft | Refusal {
  const { item, line, part } = place;
  const reading = fieldsOfRecord(record, { from: 'column', columns: context.columns });
  const inAddress = dateInAddresses([reading.address, reading.slug], context);
  const date = draftDate([reading.date, inAddress], context, { line });
  if ('finding' in date) return { ...refuse(context, { ...date.finding, line, item }), part };
  const written = textOfBody(reading.body);
  if (written === undefined) {
    return {
      ...refuse(context, {
        rule: 'record-wrong-type',
        line,
        item,
        message: `There is no text in ${item} where its text should be.`,
        fix: 'Correct it in the original, or name the right column with `--map`.',
      }),
      part,
    };
  }
  const content = bodyOf(written, kindOf(reading.bodyName, written), reading.address);
  if (reading.fields.title === undefined && content.markdown === '')
    return refuseEmpty(context, place, 'Leave it out; or name the right columns with `--map`.');
  const { fields, address, updated, slug, source, notes } = reading;
  const own = context.withAddresses && address !== undefined ? [address] : [];
  return makeDraft(
    {
      ...place,
      date,
      content,
      fields: { ...fields, aliases: [...(fields.aliases ?? []), ...own] },
      updated,
      slug,
      source,
      notes,
    },
    context,
  );
}

/** The text of a body: a list is its paragraphs; anything else but text is no body. */
function textOfBody(body: Yaml | undefined): string | undefined {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (Array.isArray(body) && body.every((part) => typeof part === 'string'))
    return body.join('\n\n');
  if (typeof body === 'object' && !Array.isArray(body) && typeof body['rendered'] === 'string')
    return body['rendered'];
  return undefined;
}

function kindOf(name: string | undefined, text: string): BodyKind {
  if (name !== undefined && /html/i.test(name)) return 'html';
  if (name !== undefined && /markdown|md$/i.test(name)) return 'markdown';
  return guessBodyKind(text);
}
