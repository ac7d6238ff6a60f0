// The metadata of a built page, as a program that meets it reads it.

const entities: Record<string, string> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

const decode = (text: string): string =>
  text.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity);

/** The contents of all `meta` of a name or property, in their order. */
export function metaOf(html: string, name: string): string[] {
  return [...html.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)"/g)]
    .filter((match) => match[1]?.toLowerCase() === name.toLowerCase())
    .map((match) => decode(match[2] ?? ''));
}

export function titleOf(html: string): string {
  return decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
}

/** The things of a page's JSON-LD by their type. */
export function jsonLdOf(html: string): Record<string, Record<string, unknown>> {
  const text = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1];
  if (text === undefined) return {};
  const { '@graph': things } = JSON.parse(text) as { '@graph': { '@type': string }[] };
  return Object.fromEntries(things.map((thing) => [thing['@type'], thing]));
}
