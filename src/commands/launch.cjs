// The door of every npm script. Node before 24 cannot read the commands, and without packages they cannot begin;
// this file is a script that any Node reads wherever it lies, and says in a sentence what is wrong.
//
//   node src/commands/launch.cjs FILE [ARGUMENTS…]

const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { explainPath } = require('../build/sound-path.cjs');

/** The first Node that runs TypeScript as it stands and has all that the commands use. */
const leastNode = 24;

const root = path.resolve(__dirname, '../..');

/**
 * What is wrong or missing for the commands to run, with what fixes it.
 *
 * @returns {string | undefined} none where nothing is missing
 */
function findMissing() {
  const reason = explainPath(root);
  if (reason !== undefined) return reason;
  if (!existsSync(path.join(root, 'node_modules'))) {
    return 'The packages that Dateline stands on are not installed. Run `npm ci` first.';
  }
  const { node } = process.versions;
  if (Number.parseInt(node, 10) >= leastNode) return undefined;
  const running = `Dateline needs Node ${leastNode}; this is Node ${node}.`;
  return existsSync(path.join(root, 'node_modules/node/bin/node'))
    ? `${running} The right one is installed with the packages: use the npm scripts, \`npm run build\` for one.`
    : `${running} The Node ${leastNode} that the project brings was not installed, because \`npm ci\` ran without install scripts (\`--ignore-scripts\`). Run \`npm rebuild node --ignore-scripts=false\`, or use a Node ${leastNode} of your own.`;
}

/**
 * Keeps what V8 makes of the code among the packages, for the next start, and for the threads and programs that the command
 * begins. Where nothing can be written there, Node does without.
 */
function keepCompiledCode() {
  const folder = path.join(root, 'node_modules/.cache/compiled');
  if (enableCompileCache(folder).directory) process.env['NODE_COMPILE_CACHE'] ??= folder;
}

/**
 * Runs a file as if Node had been given it.
 *
 * @param {string} file
 */
async function launch(file) {
  keepCompiledCode();
  const program = path.resolve(root, file);
  process.argv.splice(1, 2, program);
  try {
    await import(pathToFileURL(program).href);
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    const missing = code === 'ERR_MODULE_NOT_FOUND' && /package '([^']+)'/.exec(message);
    if (!missing) throw error;
    refuse(`The package \`${missing[1]}\` is not installed. Run \`npm ci\` first.`);
  }
}

/** @param {string} reason */
function refuse(reason) {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

const missing = findMissing();
if (missing === undefined) void launch(process.argv[2] || '');
else refuse(missing);
