// Lines for a site block of Caddy 2 (https://caddyserver.com/docs/caddyfile).

import { encodePath } from '../urls.ts';
import { askedForEachTime, keptForEver, types, type HostDescription } from './description.ts';

/** To be imported into a site block, where `root` and `file_server` stand. */
export function printCaddyfile({ base, headers, redirects, gone }: HostDescription): string {
  const led = [
    ...redirects
      .filter(({ from }) => !from.includes('?'))
      .map(({ from, to }) => `\t${quote(from)} ${quote(encodePath(to))}`),
    ...gone.map((from) => `\t${quote(from)} gone`),
  ];
  return `# Import this file into the block of your site, where \`root\` and \`file_server\` stand.
${headers.map(([name, value]) => `header ${name} ${quote(value)}`).join('\n')}
header ?Cache-Control ${quote(askedForEachTime)}
${keptForEver
  .map(({ folder, cache }) => `header ${base}${folder}* Cache-Control ${quote(cache)}`)
  .join('\n')}
${types.map(({ path, type }) => `header ${base}${path.slice(1)} Content-Type ${quote(type)}`).join('\n')}
map {path} {dateline_redirect} {
${led.map((line) => `${line}\n`).join('')}\tdefault ""
}
@dateline_gone expression \`{dateline_redirect} == "gone"\`
handle @dateline_gone {
	rewrite * {path}index.html
	file_server {
		status 410
	}
}
@dateline_moved expression \`{dateline_redirect} != "" && {dateline_redirect} != "gone"\`
redir @dateline_moved {dateline_redirect} 301
handle_errors {
	@dateline_missing expression \`{err.status_code} == 404\`
	handle @dateline_missing {
		rewrite * ${base}404.html
		file_server
	}
}
`;
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
