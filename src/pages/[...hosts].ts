// What hosts read of the site: headers and redirects, each in the host's own file.

import type { APIRoute } from 'astro';
import { printHtaccess } from '../archive/hosts/apache.ts';
import { printCaddyfile } from '../archive/hosts/caddy.ts';
import { describeHost, type HostDescription } from '../archive/hosts/description.ts';
import { printHeadersFile, printRedirectsFile } from '../archive/hosts/netlify.ts';
import { printNginxMaps, printNginxServer } from '../archive/hosts/nginx.ts';
import { contentSecurityPolicy } from '../layouts/security.ts';
import { getArchive, getTombstones, page } from './_archive.ts';

const files: Record<string, (description: HostDescription) => string> = {
  _headers: printHeadersFile,
  _redirects: printRedirectsFile,
  '.htaccess': printHtaccess,
  '_hosts/nginx-maps.conf': printNginxMaps,
  '_hosts/nginx-server.conf': printNginxServer,
  '_hosts/Caddyfile': printCaddyfile,
};

export async function getStaticPaths() {
  const base = import.meta.env.BASE_URL;
  const { newestFirst } = await getArchive();
  const view = describeHost(
    { base, policy: contentSecurityPolicy(base) },
    newestFirst,
    getTombstones(),
  );
  return Object.keys(files).map((hosts) => page({ hosts }, view));
}

export const GET: APIRoute<{ view: HostDescription }> = ({ params, props: { view } }) =>
  new Response(files[params['hosts'] ?? '']?.(view));
