// `npm run init -- FOLDER`: begins an archive: asks five questions, writes it, imports, checks, and says what is next.

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { configurationFile } from '../configuration/archive-folder.ts';
import { gatherAnswers, questions } from './init-questions.ts';
import { requireFree, writeArchive } from './new-archive.ts';
import { readOptions } from './options.ts';
import { Misuse, run } from './terminal.ts';

const option = (value: string, does: string) => ({ type: 'string', value, does }) as const;

await run(
  async () => {
    const { values, positionals } = readOptions({
      name: 'npm run init',
      operand: 'FOLDER',
      does: 'Begins an archive in a folder of its own: asks what it has to know, imports, and checks.',
      options: {
        name: option('NAME', 'what it is called'),
        address: option('URL', `where it will be served (${questions.address.usual})`),
        language: option('TAG', `its language (${questions.language.usual})`),
        import: option('PATH', 'a file, folder or archive of texts to import'),
        licence: option('NAME', `the licence of its texts (${questions.licence.usual})`),
      },
      more: 'What no option says is asked for at a terminal.',
    });
    const [folder] = positionals;
    if (folder === undefined) {
      throw new Misuse('Name the folder of the new archive: npm run init -- ../my-archive');
    }
    const dir = resolve(folder);
    requireFree(dir);
    const atTerminal = process.stdin.isTTY && process.stdout.isTTY;
    const { import: originals, ...fields } = await gatherAnswers(values, atTerminal);
    const description = `${fields.name}: read, search and browse by date.`;
    const about = `This is the archive of ${fields.name}.`;
    if (!writeArchive(dir, { ...fields, description }, about)) return 1;
    process.stdout.write(`${join(folder, configurationFile)} is written.\n`);
    if (originals !== '') runCommand('import', folder, [originals]);
    const status = runCommand('check', folder, []);
    process.stdout.write(describeNext(folder));
    return status === 0 ? 0 : 1;
  },
  { needsArchive: false },
);

/** Runs another command on the archive, as a keeper would. */
function runCommand(name: string, archive: string, args: readonly string[]): number | null {
  const program = join(import.meta.dirname, `${name}.ts`);
  process.stdout.write(
    `\n> npm run ${name} -- --archive ${archive}${args.map((arg) => ` ${arg}`).join('')}\n`,
  );
  return spawnSync(process.execPath, [program, '--archive', archive, ...args], {
    stdio: 'inherit',
  }).status;
}

function describeNext(archive: string): string {
  return `
The archive is in ${archive}. What is next:

  npm start -- --archive ${archive}
      builds it, and serves it with its search on this machine
  npm run new -- --archive ${archive} "Headline"
      begins an article
  npm run import -- --archive ${archive} --dry-run PATHS…
      shows what an import would take

${join(archive, configurationFile)} explains what can be set, pages/about.md says what the archive is.
`;
}
