// Messages (RFC 5322), one to a file or a box of them: newsletters, and lists that were a newspaper.

import type { BytesImporter, ImportContext, Reading } from '../importer.ts';
import { cutMailbox } from '../mail/cut-mailbox.ts';
import { readMessage } from '../mail/read-message.ts';
import { refuse } from '../refuse.ts';

async function* readBytes(
  open: () => AsyncIterable<Uint8Array>,
  context: ImportContext,
): AsyncGenerator<Reading> {
  let number = 0;
  for await (const message of cutMailbox(open())) {
    number++;
    yield readMessage(message, message.isBoxed ? `message ${number}` : undefined, context);
  }
  if (number === 0)
    yield refuse(context, {
      rule: 'empty',
      message: 'There is no message in it.',
      fix: 'Look for a better copy of the original, or leave it out.',
    });
}

/** Headers that nothing but a message has, and those that texts of people have, too. */
const ofMessages =
  /^(?:message-id|mime-version|received|return-path|delivered-to|x-mailer|list-id):/im;
const ofLetters = [/^from:[^\n]*@/im, /^date:[^\n]*\d{4}/im, /^subject:/im];

const box = /^From \S[^\n]*\d{1,2}:\d{2}[^\n]*\d{4}[^\n]*\n(?:>?[\w-]+:|\s)/;

export const importer: BytesImporter = {
  format: 'mail',
  reads: 'mail: messages (.eml) and boxes of them (mbox)',
  recognise({ text, path }) {
    if (box.test(text)) return 92;
    const head = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/.exec(text)?.[0] ?? '';
    if (/\.(?:eml|mbox|mbx)$/i.test(path)) return head === '' ? 40 : 96;
    const isLetter = ofLetters.every((header) => header.test(head));
    return isLetter || (ofMessages.test(head) && ofLetters.slice(1).some((h) => h.test(head)))
      ? 75
      : 0;
  },
  readBytes,
};
