import PostalMime, { type Email } from 'postal-mime';
import { draftDate } from '../dates/draft-date.ts';
import type { MarkdownFromHtml } from '../html/html-to-markdown.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { ImportContext, Reading } from '../importer.ts';
import { makeDraft, refuseEmpty } from '../make-draft.ts';
import { refuse, warn } from '../refuse.ts';
import { bodyOf } from '../text/body-of.ts';
import type { CutMessage } from './cut-mailbox.ts';

/**
 * Reads a message: its subject is the headline, its sender the author, and its date the day of the `Date` header as
 * the sender's own clock shows it.
 *
 * @param item its name in a box; none where the original is this message alone
 */
export async function readMessage(
  { bytes, line }: CutMessage,
  item: string | undefined,
  context: ImportContext,
): Promise<Reading> {
  const isAlone = item === undefined;
  const part = isAlone ? undefined : Buffer.from(bytes).toString('latin1');
  const place = { item, line: isAlone ? undefined : line, part };
  const mail = await parse(bytes);
  if (!mail) return { ...refuse(context, { ...notAMessage, item, line: place.line }), part };
  const header = (key: string): string | undefined =>
    mail.headers.find((entry) => entry.key === key)?.value.trim() || undefined;
  const written = header('date');
  const date = draftDate([written === undefined ? undefined : { written, from: 'mail' }], context, {
    line: place.line,
  });
  if ('finding' in date) return { ...refuse(context, { ...date.finding, item }), part };
  const title = mail.subject?.replace(/\s+/g, ' ').trim() || undefined;
  const content = contentOf(mail, context.address);
  if (title === undefined && content.markdown === '')
    return refuseEmpty(context, { ...place, item: item ?? 'the message' }, 'Leave it out.');
  const { attachments, messageId } = mail;
  return makeDraft(
    {
      ...place,
      date,
      content,
      fields: { title, authors: nameOf(mail), lang: header('content-language')?.split(/[,;]/)[0] },
      source: {
        name: listName(header('list-id')),
        url: /https?:\/\/[^<>\s]+/.exec(header('archived-at') ?? '')?.[0],
        // RFC 2392 §2 names a message by its identifier.
        id: messageId === undefined ? undefined : `mid:${messageId.replace(/^<|>$/g, '')}`,
      },
      problems:
        attachments.length > 0
          ? [warn(context, { ...filesLeftOut(attachments.length), line: place.line })]
          : [],
    },
    context,
  );
}

async function parse(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    const mail = await PostalMime.parse(bytes);
    return mail.headers.length > 0 ? mail : undefined;
  } catch {
    // What nests too deep, or has headers without end, is no letter.
    return undefined;
  }
}

/** The sender's name; an address is not for the public. */
function nameOf({ from }: Email): string[] | undefined {
  const name = (from?.name ?? '').trim().replace(/^["'](.*)["']$/, '$1');
  return name === '' || name.includes('@') ? undefined : [name];
}

/** `"Harbour news" <news.harbour.example>`: the words for people (RFC 2919 §2). */
const listName = (written: string | undefined): string | undefined =>
  written
    ?.replace(/\s*<[^<>]*>\s*$/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim() || undefined;

/** The part for reading: plain text, unless it is a stub beside one in HTML. */
function contentOf({ text = '', html = '' }: Email, address: string | undefined): MarkdownFromHtml {
  const isStub = text.trim().length < textOfHtml(html).length / 3;
  return isStub ? bodyOf(html, 'html', address) : bodyOf(text.replace(/\r\n?/g, '\n'), 'plain');
}

const notAMessage = {
  rule: 'mail-broken',
  message: 'It has no headers of a message.',
  fix: 'Save the message again as it is (`.eml`), or its text as a file of its own.',
};

const filesLeftOut = (count: number) => ({
  rule: 'mail-attachments',
  message: `${count} attached files were left out.`,
  fix: 'Put those that belong to the article beside it and link to them.',
});
