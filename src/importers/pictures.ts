// Pictures an original names by a path. Those that lie beside it are copied to the article; of the others a
// link stays, or, where even that leads nowhere, the path in `source`.

import type { Image, ImageReference, Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { isLocalAddress } from '../markdown/local-address.ts';
import type { Problem } from '../problem.ts';
import type { Draft } from './importer.ts';
import { cutIntoPieces } from './markdown/cut-pieces.ts';
import { definitionLines, withDefinitions } from './markdown/definitions.ts';
import { warn } from './refuse.ts';
import { escapeMarkdown } from './text/escape-markdown.ts';

/** A picture of a draft that is at hand, and the name of its copy beside the article. */
export interface PlacedPicture {
  /** As the original writes it. */
  written: string;
  /** `flood-1.jpg`. */
  copy: string;
}

/** A picture in a body. */
interface BodyPicture {
  /** Its address, as written. */
  written: string;
  alt: string;
  title: string;
  /** Where its mark stands in the body: the first character, and the one behind the last. */
  start: number;
  end: number;
  isInLink: boolean;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * The pictures of a body, in its order; those by reference with the address that is defined for them. A long body is
 * parsed in pieces: the time a parser takes grows faster than a text.
 */
function picturesIn(body: string): BodyPicture[] {
  if (!body.includes('![')) return [];
  const pieces = cutIntoPieces(body);
  const definitions = pieces.length > 1 ? definitionLines(body) : new Map<string, string>();
  let at = 0;
  return pieces.flatMap((piece) => {
    const before = at;
    at += piece.length;
    if (!piece.includes('![')) return [];
    return picturesInPiece(definitions.size > 0 ? withDefinitions(piece, definitions) : piece).map(
      (picture) => ({ ...picture, start: before + picture.start, end: before + picture.end }),
    );
  });
}

function picturesInPiece(piece: string): BodyPicture[] {
  const tree = parser.parse(piece);
  const defined = new Map<string, { url: string; title?: string | null | undefined }>();
  visit(tree, 'definition', (definition) => {
    // The first definition of a name counts (CommonMark 0.31 §4.7).
    if (!defined.has(definition.identifier)) defined.set(definition.identifier, definition);
  });
  const found: BodyPicture[] = [];
  visitParents(tree, ['image', 'imageReference'], (visited, ancestors) => {
    const node = visited as Image | ImageReference;
    const { url, title } =
      node.type === 'image' ? node : (defined.get(node.identifier) ?? { url: '' });
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (url === '' || start === undefined || end === undefined) return;
    const isInLink = (ancestors as Nodes[]).some(({ type }) => type.startsWith('link'));
    found.push({ written: url, alt: node.alt ?? '', title: title ?? '', start, end, isInLink });
  });
  return found;
}

/** The paths of pictures a draft names, at its head and in its body: those without scheme and host. */
export function localPicturesOf({ fields, body }: Draft): string[] {
  const head = fields.image === undefined ? [] : [fields.image.src];
  const written = [...head, ...picturesIn(body).map((picture) => picture.written)];
  return [...new Set(written)].filter(isLocalPicture);
}

/** A path on the disk of whoever wrote it: `C:\photos\a.jpg`, `file:///home/ann/a.jpg`. */
const onAnotherDisk = /^(?:[a-z]:[\\/]|file:)/i;

export const isLocalPicture = (written: string): boolean =>
  onAnotherDisk.test(written) || isLocalAddress(written);

/**
 * The paths under which a picture may lie, as written without percent signs, and with the slashes of Windows turned;
 * likeliest first. `?` and `#` may end a path or be part of a name. Of a path on another disk the end is looked for.
 */
export function pathsOf(written: string): string[] {
  const whole = decoded(written).replaceAll('\\', '/');
  const paths = [decoded(written.split(/[?#]/)[0] ?? '').replaceAll('\\', '/'), whole];
  // The folder of uploads of a blog is handed over as it is, or within `wp-content/`.
  const uploads = /\/wp-content(\/uploads\/.*)$/s.exec(whole);
  if (uploads) paths.push(uploads[0], uploads[1] ?? '');
  if (!onAnotherDisk.test(written)) return [...new Set(paths)];
  const names = whole.split('/').filter((name) => !/^(?:[a-z]:|file:)?$/i.test(name));
  return names.map((_, i) => names.slice(i).join('/'));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A draft whose pictures are the copies beside it, and whose other local pictures are links: to where the original was
 * published, as far as it says so. Those are told as a warning.
 *
 * @param path the original's recorded name
 */
export function withPictures(draft: Draft, placed: readonly PlacedPicture[], path: string): Draft {
  const local = localPicturesOf(draft);
  if (local.length === 0) return draft;
  const copies = new Map(placed.map(({ written, copy }) => [written, copy]));
  const { image, ...fields } = draft.fields;
  const headCopy = image && copies.get(image.src);
  const missing = local.filter((written) => !copies.has(written));
  return {
    ...draft,
    body: replacePictures(draft, copies),
    fields: {
      ...fields,
      ...(image && headCopy !== undefined && { image: { ...image, src: `./${headCopy}` } }),
    },
    source: {
      ...draft.source,
      fields:
        image && headCopy === undefined && draft.source.fields?.['picture'] === undefined
          ? { ...draft.source.fields, image: image.src }
          : draft.source.fields,
    },
    problems: [...draft.problems, ...missingPictures(missing, path, draft.line)],
    notes:
      placed.length > 0 ? [...draft.notes, `${placed.length} pictures were copied.`] : draft.notes,
  };
}

function missingPictures(
  missing: readonly string[],
  path: string,
  line: number | undefined,
): Problem[] {
  if (missing.length === 0) return [];
  const which = missing.length === 1 ? 'A picture is' : `${missing.length} pictures are`;
  const finding = {
    rule: 'picture-missing',
    line,
    message: `${which} not at hand: \`${missing[0]}\`. A link stands in its place.`,
    fix: 'Lay it where the original names it and take this again with `--update`; or put it beside the article.',
  };
  return [warn({ path }, finding)];
}

function replacePictures({ body, source }: Draft, copies: ReadonlyMap<string, string>): string {
  let result = '';
  let at = 0;
  for (const picture of picturesIn(body)) {
    if (!isLocalPicture(picture.written)) continue;
    const copy = copies.get(picture.written);
    result += body.slice(at, picture.start);
    result += copy === undefined ? printLink(picture, source.url) : printPicture(picture, copy);
    at = picture.end;
  }
  return result + body.slice(at);
}

const printPicture = ({ alt, title }: BodyPicture, copy: string): string =>
  `![${onOneLine(alt)}](./${copy}${title === '' ? '' : ` "${onOneLine(title).replaceAll('"', '\\"')}"`})`;

function printLink({ alt, written, isInLink }: BodyPicture, published: string | undefined): string {
  const name = pathsOf(written)[0]?.split('/').at(-1);
  const label = onOneLine(alt.trim() === '' ? name || written : alt);
  // A link cannot stand in a link: the picture's words stay.
  if (isInLink) return label;
  const address = onAnotherDisk.test(written) ? undefined : resolved(written, published);
  return address === undefined ? label : `[${label}](${encodeMarks(address)})`;
}

/** Where a picture was published; its path as it is written where nobody knows. */
const resolved = (written: string, published: string | undefined): string =>
  (published !== undefined && /^https?:/i.test(published)
    ? URL.parse(written, published)?.href
    : undefined) ?? written;

const onOneLine = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ').trim());

/** A sign that would end the address of a link. */
const encodeMarks = (address: string): string =>
  address.replace(
    /[\s()<>\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
