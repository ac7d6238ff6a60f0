// What was sent is listed at the target. A delivery deletes only what stands in that list: whatever else lies there
// is another's.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The list's file, at the root of the target. */
export const listFile = '.dateline-delivery.json';

/** What says which files the search index has, and where these lie. */
export const indexManifest = {
  folder: 'search-index/',
  path: 'search-index/manifest.pack',
} as const;

const format = 'dateline-delivery-1';

export interface DeliveryList {
  /** The address of the archive that sent them; empty where its pages do not say it. */
  archive: string;
  /** The files of the site. */
  files: string[];
  /** Files that only the site before had, for readers whose page is open while the site is delivered. */
  kept: string[];
}

export const printList = (list: DeliveryList): string =>
  `${JSON.stringify({ format, ...list }, null, 1)}\n`;

/** Reads a list; none where the text is not one. */
export function parseList(text: string): DeliveryList | undefined {
  try {
    const list = JSON.parse(text) as Partial<DeliveryList & { format: string }>;
    const { archive = '', files, kept = [] } = list;
    if (list.format !== format || !Array.isArray(files) || !Array.isArray(kept)) return undefined;
    return { archive, files, kept };
  } catch {
    return undefined;
  }
}

/** The address that a built site says it has, from the front page's `<link rel="canonical">`; empty where it says none. */
export function addressOf(siteDir: string): string {
  const front = readFileSync(join(siteDir, 'index.html'), 'utf8');
  return /<link\b[^>]*\brel="?canonical"?[^>]*\bhref="?([^">\s]+)/i.exec(front)?.[1] ?? '';
}
