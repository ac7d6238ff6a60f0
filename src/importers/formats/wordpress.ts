// WordPress exports (WXR 1.0 to 1.2): RSS with the fields of WordPress. Read item by item, so that an export
// of any size needs the memory of its largest post.

import type { Importer, ImportContext, Reading } from '../importer.ts';
import { channelParts, Export } from '../wordpress/export.ts';
import { XmlPartReader } from '../xml/xml-tree.ts';

function read(text: string, context: ImportContext): Reading[] {
  const wxr = new Export(context);
  wxr.readHead(text);
  const reader = new XmlPartReader(channelParts);
  const parts = [...reader.write(text), ...reader.end()];
  for (const part of parts) wxr.collect(part);
  const readings = parts
    .map((part) => wxr.readItem(part))
    .filter((reading) => reading !== undefined);
  return [...readings, ...wxr.finish(reader)];
}

/** Two passes: attachments stand behind the posts they belong to. */
async function* readLarge(
  open: () => AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<Reading> {
  const wxr = new Export(context);
  const first = new XmlPartReader(channelParts);
  for await (const piece of open()) {
    wxr.readHead(piece);
    for (const part of first.write(piece)) wxr.collect(part);
  }
  for (const part of first.end()) wxr.collect(part);
  const second = new XmlPartReader(['item']);
  for await (const piece of open()) {
    for (const part of second.write(piece)) {
      const reading = wxr.readItem(part);
      if (reading) yield reading;
    }
  }
  for (const part of second.end()) {
    const reading = wxr.readItem(part);
    if (reading) yield reading;
  }
  yield* wxr.finish(second);
}

export const importer: Importer = {
  format: 'wordpress',
  reads: 'WordPress exports (WXR 1.0 to 1.2)',
  recognise({ text }) {
    const head = text.slice(0, 20_000);
    if (/xmlns:wp\s*=|<wp:wxr_version>/.test(head)) return 98;
    return /<rss\b/i.test(head) && /<wp:post_(?:type|id|date)>/.test(text) ? 95 : 0;
  },
  read,
  readLarge,
};
