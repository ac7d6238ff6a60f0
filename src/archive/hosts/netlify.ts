// `_headers` and `_redirects` of Netlify and Cloudflare Pages: the rules that both read alike.
// https://docs.netlify.com/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/

import { encodePath } from '../urls.ts';
import { keptForEver, types, type HostDescription } from './description.ts';

const rule = (path: string, lines: readonly (readonly [string, string])[]): string =>
  `${path}\n${lines.map(([name, value]) => `  ${name}: ${value}`).join('\n')}\n`;

/** Both ask for what has no rule each time anew, and a second rule for one header would be added to the first. */
export function printHeadersFile({ base, headers }: HostDescription): string {
  return [
    rule(`${base}*`, headers),
    ...keptForEver.map(({ folder, cache }) =>
      rule(`${base}${folder}*`, [['Cache-Control', cache]]),
    ),
    ...types.map(({ path, type }) => rule(base + path.slice(1), [['Content-Type', type]])),
  ].join('\n');
}

/** Cloudflare Pages takes so many rules; at addresses beyond them a page leads on. */
const mostRedirects = 2_000;

export const printRedirectsFile = ({ redirects }: HostDescription): string =>
  redirects
    .filter(({ from }) => !from.includes('?'))
    .slice(0, mostRedirects)
    .map(({ from, to }) => `${encodePath(from)} ${encodePath(to)} 301\n`)
    .join('');
