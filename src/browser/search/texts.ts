// The texts of articles, as their records hold them.

import type { ArticleText, ShardEntry } from '../../search/format/manifest.ts';
import { sealBytes, unseal } from '../../search/format/sealed.ts';
import { recordBytes, recordHead, recordsInPiece, textOf } from '../../search/format/texts.ts';
import type { ByteRange } from './host.ts';
import type { IndexFiles } from './index-files.ts';
import { decompress } from './unpack.ts';

export interface ShownText {
  /** The article; of a long one the beginning. */
  article: ArticleText;
  /** Gives the whole of a long one; absent where all of it is here. */
  whole: (() => Promise<ArticleText>) | undefined;
}

/** Reads the record of an article. @param date of the article: the text of another day is none of it */
export async function readText(
  files: IndexFiles,
  entry: ShardEntry,
  position: number,
  date: string | undefined,
): Promise<ShownText> {
  const { path, record, records } = placeOf(entry, position);
  const range = { start: record * recordBytes, length: recordBytes };
  const { article, rest } = await files.readPart(path, range, readRecord);
  if (article.date !== date) throw new RangeError(`${path} has another article.`);
  if (rest.length === 0 || rest.start < records * recordBytes) return { article, whole: undefined };
  let asked: Promise<ArticleText> | undefined;
  const whole = async (): Promise<ArticleText> => {
    const [headings, content, tags] = (await readJson(
      await files.readPart(path, rest, (sealed) => unseal(sealed).slice()),
    )) as [[number, string, string][], string, string[]];
    return {
      ...article,
      tags,
      content: article.content + content,
      headings: headings.map(([at, id, text]) => ({ at, id, text })),
    };
  };
  return {
    article,
    whole: () => {
      asked ??= whole();
      asked.catch(() => (asked = undefined));
      return asked;
    },
  };
}

/** Reads a record: the article, and where the rest of it lies. */
async function readRecord(
  sealed: Uint8Array<ArrayBuffer>,
): Promise<{ article: ArticleText; rest: ByteRange }> {
  const bytes = unseal(sealed);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = recordHead - sealBytes;
  const article = textOf(await readJson(bytes.slice(head, head + view.getUint16(0, true))));
  return { article, rest: { start: view.getUint32(2, true), length: view.getUint32(6, true) } };
}

/** Where a record lies: in which file, as which record of how many. */
function placeOf(
  { parts }: ShardEntry,
  position: number,
): { path: string; record: number; records: number } {
  let before = 0;
  for (const [digest, count] of parts) {
    if (position < before + count) {
      const within = position - before;
      const piece = Math.floor(within / recordsInPiece);
      const records = Math.min(recordsInPiece, count - piece * recordsInPiece);
      return { path: `x/${digest}/${piece}`, record: within % recordsInPiece, records };
    }
    before += count;
  }
  throw new RangeError(`The shard has no article ${position}.`);
}

async function readJson(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await decompress(bytes, 'deflate-raw')));
}
