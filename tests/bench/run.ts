// `npm run bench -- NAME [ARGUMENTS…]`: runs one of the measurements of this folder; each says at its head how.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

const [name = ''] = process.argv.splice(2, 1);
const file = join(import.meta.dirname, `${name}.ts`);
if (/^[a-z-]+$/.test(name) && existsSync(file)) await import(file);
else {
  process.stderr.write(
    'Usage: npm run bench -- NAME [ARGUMENTS…]\nNames are those of the files in tests/bench/: `search-index` for one.\n',
  );
  process.exitCode = 2;
}
