// OpenSearch 1.1 description documents (https://github.com/dewitt/opensearch), by which a browser can add the
// archive to its search engines.

import { escapeXml } from './xml.ts';

export interface SearchEngine {
  name: string;
  description: string;
  language: string;
  /** The address of the search page. */
  page: string;
  icon: string;
}

const longestName = 16;

/** As many whole words as have room. */
function shortName(name: string): string {
  if (name.length <= longestName) return name;
  const cut = name.slice(0, longestName + 1).replace(/\s\S*$/, '');
  return cut.slice(0, longestName).trim();
}

/** A `ShortName` has at most 16 characters, a `Description` at most 1024. */
export function printOpenSearch({ name, description, language, page, icon }: SearchEngine): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(shortName(name))}</ShortName>
<Description>${escapeXml(description.slice(0, 1024))}</Description>
<Language>${escapeXml(language)}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${escapeXml(icon)}</Image>
<Url type="text/html" method="get" template="${escapeXml(page)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
