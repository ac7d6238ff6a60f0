// `.htaccess` of Apache 2.4 (https://httpd.apache.org/docs/2.4/howto/htaccess.html), which a server reads where
// `AllowOverride All` lets it; what a module is missing for is passed over.

import { askedForEachTime, keptForEver, types, type HostDescription } from './description.ts';

/** Addresses that are gone have no rule: Apache would send a page of its own in place of the one that says why. */
export function printHtaccess({ base, headers, redirects }: HostDescription): string {
  const led = redirects.filter(({ from }) => !from.includes('?'));
  return `DirectoryIndex index.html
ErrorDocument 404 ${base}404.html
<IfModule mod_headers.c>
${headers.map(([name, value]) => `Header always set ${name} ${quote(value)}`).join('\n')}
Header set Cache-Control ${quote(askedForEachTime)}
${keptForEver
  .map(
    ({ folder, cache }) =>
      `<If "%{REQUEST_URI} =~ m#^${base}${folder}#">\nHeader set Cache-Control ${quote(cache)}\n</If>`,
  )
  .join('\n')}
</IfModule>
<IfModule mod_setenvif.c>
SetEnvIf Request_URI ${quote(`^${base}search-index/`)} no-gzip
</IfModule>
<IfModule mod_mime.c>
${types
  .map(
    ({ path, type }) =>
      `<Files ${quote(path.split('/').at(-1) ?? '')}>\nForceType ${quote(type)}\n</Files>`,
  )
  .join('\n')}
</IfModule>
<IfModule mod_alias.c>
${led
  .map(
    ({ from, to }) =>
      `RedirectMatch permanent ${quote(`^${escapeRegExp(from)}$`)} ${quote(to.replaceAll('$', String.raw`\$`))}\n`,
  )
  .join('')}</IfModule>
`;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const quote = (text: string): string => `"${text.replaceAll('"', String.raw`\"`)}"`;
