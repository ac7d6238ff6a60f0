// What is said of a feed as a whole.

import type { ImportContext, Reading } from '../importer.ts';
import { warn, type Finding } from '../refuse.ts';
import type { XmlElement, XmlFault } from '../xml/xml-tree.ts';
import { isFeedOfSummaries } from './item-content.ts';

/** Says what a keeper should know about a feed before its items. */
export function feedRemarks(
  text: string,
  items: readonly XmlElement[],
  fault: XmlFault | undefined,
  context: ImportContext,
): Reading[] {
  const older = olderPage(text);
  const findings: (Finding | undefined)[] = [
    /<!ENTITY/i.test(text) ? ownEntities : undefined,
    fault && {
      rule: 'xml-not-well-formed',
      line: fault.line,
      message: `The XML is broken: ${fault.message}.`,
      fix: 'Look at the last articles of the feed; fetch it again if something is missing.',
    },
    isFeedOfSummaries(items) ? summariesOnly : undefined,
    older === undefined
      ? undefined
      : {
          rule: 'feed-has-older-pages',
          message: `The feed goes on with older items at ${older}.`,
          fix: 'Fetch that address, too, and import it.',
        },
  ];
  return findings
    .filter((finding) => finding !== undefined)
    .map((finding) => ({ kind: 'remark', problem: warn(context, finding) }));
}

const ownEntities: Finding = {
  rule: 'xml-entities',
  message: 'The feed defines entities of its own; they are not expanded.',
  fix: 'Look for `&` in the articles; write what is meant.',
};

const summariesOnly: Finding = {
  rule: 'feed-of-summaries',
  message: 'The feed holds summaries only, not the articles.',
  fix: 'Look for a feed with the full text, or import the saved pages.',
};

/** The next document of a feed in pages or an archived feed (RFC 5005). */
function olderPage(text: string): string | undefined {
  const link = /<(?:atom:)?link\b[^>]*\brel\s*=\s*["'](?:next|prev-archive)["'][^>]*>/i.exec(
    text,
  )?.[0];
  return link === undefined ? undefined : /\bhref\s*=\s*["']([^"']+)["']/i.exec(link)?.[1];
}
