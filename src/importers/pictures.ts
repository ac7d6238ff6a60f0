// Pictures an original names by a path. Those that lie beside it are copied to the article; of the others a
// link stays, or, where even that leads nowhere, the path in `source`.

import type { Draft } from './importer.ts';

/** A picture of a draft that is at hand, and the name of its copy beside the article. */
export interface PlacedPicture {
  /** As the original writes it. */
  written: string;
  /** `flood-1.jpg`. */
  copy: string;
}

/** The paths of pictures a draft names, in its body and at its head. */
export function picturesOf(draft: Draft): string[] {
  const head = draft.fields.image?.src;
  return [...new Set([...(head === undefined ? [] : [head]), ...(draft.pictures ?? [])])];
}

/** Whether a path may be looked for: one without a scheme. */
export const isLocalPicture = (path: string): boolean =>
  !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path);

/** A written path without query, fragment and percent signs. */
export function cleanPath(written: string): string {
  const path = written.split(/[?#]/)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A draft whose pictures are the copies beside it, and whose other pictures are links. */
export function withPictures(draft: Draft, placed: readonly PlacedPicture[]): Draft {
  const names = picturesOf(draft);
  if (names.length === 0) return draft;
  const copies = new Map(placed.map(({ written, copy }) => [written, copy]));
  const missing = names.filter((name) => !copies.has(name));
  const { image, ...fields } = draft.fields;
  const headCopy = image && copies.get(image.src);
  const body = (draft.pictures ?? []).reduce(
    (text, name) => replacePicture(text, name, copies.get(name)),
    draft.body,
  );
  return {
    ...draft,
    body,
    fields: {
      ...fields,
      ...(image && headCopy !== undefined && { image: { ...image, src: `./${headCopy}` } }),
    },
    source: {
      ...draft.source,
      fields:
        image && headCopy === undefined
          ? { ...draft.source.fields, image: image.src }
          : draft.source.fields,
    },
    notes: [
      ...draft.notes,
      ...(placed.length > 0 ? [`${placed.length} pictures were copied.`] : []),
      ...(missing.length > 0
        ? [
            `${missing.length} pictures are not at hand, such as \`${missing[0]}\`; links stand for them.`,
          ]
        : []),
    ],
  };
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function replacePicture(body: string, written: string, copy: string | undefined): string {
  const picture = new RegExp(
    `(\\[)?!\\[((?:[^\\]\\\\]|\\\\.)*)\\]\\(<?${escapePattern(written)}>?((?:\\s+"[^"]*"|\\s+'[^']*')?)\\)`,
    'g',
  );
  return body.replace(picture, (_, inLink: string | undefined, alt: string, title: string) => {
    if (copy !== undefined) return `${inLink ?? ''}![${alt}](./${copy}${title})`;
    const name = cleanPath(written).split('/').at(-1) ?? written;
    const label = alt.trim() === '' ? name.replace(/[[\]]/g, '') : alt;
    // A link cannot stand in a link: the picture's words stay.
    return inLink === undefined
      ? `[${label}](${written.replace(/[\s()<>]/g, encodeURIComponent)})`
      : `[${label}`;
  });
}
