// `npm start`: builds the site with its search index and serves it.

import { resolve } from 'node:path';
import { basePath } from '../archive/urls.ts';
import { onEndingSignal } from '../build/ending-signals.ts';
import { readOptions } from './options.ts';
import type { Listening } from './serve-site.ts';
import { archive, content, out, readPort, serving } from './shared-options.ts';
import { Misuse, run } from './terminal.ts';

await run(async () => {
  const { values } = readOptions({
    name: 'npm start',
    does: 'Builds the site with its search index, and serves it.',
    options: {
      ...serving,
      archive,
      content,
      out: out('where the site is put'),
    },
  });
  const listening: Listening = { port: readPort(values.port), host: values.host };
  const outDir = resolve(values.out);
  const { requireFree, serveSite } = await import('./serve-site.ts');
  try {
    await requireFree(listening);
    const { buildSite } = await import('./build-site.ts');
    if (!(await buildSite({ contentDir: resolve(values.content), outDir }))) return 1;
    const { site } = await import('../site.ts');
    const { address, stop } = await serveSite(outDir, {
      ...listening,
      base: basePath(site.address),
    });
    onEndingSignal(() => void stop().then(() => process.exit(0)));
    process.stdout.write(`The archive is at ${address} (stop with Ctrl+C)\n`);
    return 0;
  } catch (error) {
    throw explainListening(error, listening);
  }
});

/** What keepers read where a port or a host cannot be had; any other error as it is. */
function explainListening(error: unknown, { port, host }: Listening): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return error;
  switch (code) {
    case 'EADDRINUSE':
      return new Misuse(
        `Port ${port} is taken. Choose another: npm start -- --port ${port < 65_535 ? port + 1 : 4321}`,
      );
    case 'EACCES':
      return new Misuse(
        `Port ${port} is kept for administrators. Choose one from 1024 up: npm start -- --port 8080`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Misuse(
        `--host ${host}: this machine has no such name or address. \`localhost\` is for this machine alone, \`0.0.0.0\` lets others in.`,
      );
    default:
      return error;
  }
}
