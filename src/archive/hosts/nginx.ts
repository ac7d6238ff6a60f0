// nginx takes maps outside of a server and the rest inside of it: two files to include.
// https://nginx.org/en/docs/http/ngx_http_map_module.html

import { encodePath } from '../urls.ts';
import { askedForEachTime, keptForEver, types, type HostDescription } from './description.ts';

/** To be included in `http { … }`. */
export function printNginxMaps({ base, redirects, gone }: HostDescription): string {
  // Names are compared without regard to case: the first has it.
  const led = new Map<string, string>();
  for (const { from, to } of redirects) {
    const key = from.toLowerCase();
    if (!led.has(key))
      led.set(key, `${quote(from)} ${quote(encodePath(to).replaceAll('$', '%24'))};`);
  }
  for (const from of gone) led.set(from.toLowerCase(), `${quote(from)} gone;`);
  return `# Include this file in http { … }.
map_hash_bucket_size 2048;
map_hash_max_size ${Math.max(2048, 2 * led.size)};
map $uri $dateline_cache {
  default ${quote(askedForEachTime)};
${keptForEver
  .map(({ folder, cache }) => `  ${quote(`~^${base}${folder}`)} ${quote(cache)};`)
  .join('\n')}
}
map $uri$is_args$args $dateline_redirect {
  # Asked anew for the page of what is gone.
  volatile;
  default "";
${[...led.values()].map((line) => `  ${line}\n`).join('')}}
`;
}

/** To be included in `server { … }`. */
export function printNginxServer({ base, headers }: HostDescription): string {
  return `# Include this file in server { … }, where \`root\` is said, and nginx-maps.conf in http { … }.
${headers.map(([name, value]) => `add_header ${name} ${quote(value)} always;`).join('\n')}
add_header Cache-Control $dateline_cache;
error_page 404 ${base}404.html;
# The page at an address that is gone says why.
error_page 410 \${uri}index.html;
if ($dateline_redirect = gone) {
  return 410;
}
if ($dateline_redirect) {
  return 301 $dateline_redirect;
}
${types
  .map(
    ({ path, type }) =>
      `location = ${base}${path.slice(1)} {\n  types {}\n  default_type ${quote(type)};\n}`,
  )
  .join('\n')}
location ~ "^${base}.+/feed\\.xml$" {
  types {}
  default_type "application/atom+xml; charset=utf-8";
}
`;
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
