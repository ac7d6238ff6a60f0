// The rules by which Zotero makes an item of a ContextObject in Dublin Core: those of `parseContextObject` in its
// `openurl.js`, for the keys that our pages may carry.

export interface CoinsItem {
  itemType: string;
  title?: string;
  url?: string;
  date?: string;
  publicationTitle?: string;
  language?: string;
  tags: string[];
}

const fields: Record<string, 'title' | 'date' | 'publicationTitle' | 'language'> = {
  'rft.title': 'title',
  'rft.date': 'date',
  'rft.source': 'publicationTitle',
  'rft.language': 'language',
};

/** Makes an item; none where Zotero would pass the span over. */
export function parseContextObject(text: string): CoinsItem | undefined {
  const pairs = text.split('&').map((part) => {
    const [key = '', value = ''] = part.split('=');
    return [key, decodeURIComponent(value.replace(/\+|%2[bB]/g, ' '))] as const;
  });
  const format = pairs.find(([key]) => key === 'rft_val_fmt')?.[1];
  if (format !== 'info:ofi/fmt:kev:mtx:dc') return undefined;
  const item: CoinsItem = { itemType: 'webpage', tags: [] };
  for (const [key, value] of pairs) {
    const field = fields[key];
    if (value === '') continue;
    if (field) item[field] = value;
    else if (key === 'rft.type' && value === 'newspaperArticle') item.itemType = value;
    else if (key === 'rft.identifier' && /^https?:\/\//.test(value)) item.url = value;
    else if (key === 'rft.subject') item.tags.push(value);
  }
  return item.title === undefined ? undefined : item;
}
