import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explainPath } from '../../src/build/sound-path.cjs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-launch-'));
  write('package.json', '{ "type": "module" }');
  for (const file of ['src/commands/launch.cjs', 'src/build/sound-path.cjs'])
    cpSync(file, join(root, file));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Runs the copied door, as a Node of the given version where one is named. */
function launch(args: readonly string[], version?: string): { status: number; output: string } {
  const pretend = join(root, 'pretend.cjs');
  writeFileSync(
    pretend,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(version === undefined ? [] : ['--require', pretend]), 'src/commands/launch.cjs', ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status: status ?? -1, output: stdout + stderr };
}

test('before the packages are installed, a sentence says how', () => {
  expect(launch(['src/commands/build.ts'])).toEqual({
    status: 1,
    output: 'The packages that Dateline stands on are not installed. Run `npm ci` first.\n',
  });
});

test.each(['50%25', 'a%2Fb', 'c#', 'what?', 'a"b', 'a*b', 'a\\b', 'a\nb'])(
  'a project in the folder %j is refused in a sentence, before any work',
  (name) => {
    const odd = join(root, name);
    for (const file of ['package.json', 'src/commands/launch.cjs', 'src/build/sound-path.cjs'])
      cpSync(join(root, file), join(odd, file));
    const { status, stderr } = spawnSync(
      process.execPath,
      ['src/commands/launch.cjs', 'src/commands/build.ts'],
      { cwd: odd, encoding: 'utf8' },
    );
    expect(stderr).toContain('cannot work below a folder with');
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(1);
  },
);

test.each(['a b', `it's [an] {odd} (folder) & $HOME`, 'ünï 日本 +!;,=@:<>|^~`', '.a', '-b'])(
  'the folder %j is no fault',
  (name) => expect(explainPath(`/home/me/${name}/archive`)).toBeUndefined(),
);

test('a Node too old, where install scripts were off, is told with what fixes it', () => {
  mkdirSync(join(root, 'node_modules/node'), { recursive: true });
  const { status, output } = launch(['src/commands/build.ts'], '20.19.0');
  expect(output).toMatch(
    /^Dateline needs Node 24; this is Node 20\.19\.0\. .*`npm rebuild node .*\n$/,
  );
  expect(status).toBe(1);
});

test('a Node too old beside the right one is led to the scripts', () => {
  write('node_modules/node/bin/node', '');
  const { status, output } = launch(['src/commands/build.ts'], '22.4.1');
  expect(output).toMatch(
    /^Dateline needs Node 24; this is Node 22\.4\.1\. .*`npm run build` for one\.\n$/,
  );
  expect(status).toBe(1);
});

test('a package that is missing is named', () => {
  mkdirSync(join(root, 'node_modules'));
  write('src/commands/build.ts', `import 'not-there/at-all';`);
  expect(launch(['src/commands/build.ts'])).toEqual({
    status: 1,
    output: 'The package `not-there` is not installed. Run `npm ci` first.\n',
  });
});

test('a command gets its arguments, and its own errors keep their stack', () => {
  mkdirSync(join(root, 'node_modules'));
  write('src/commands/echo.ts', 'console.log(process.argv.slice(2).join(" "), process.argv[1]);');
  const { output } = launch(['src/commands/echo.ts', '--a', 'b c']);
  expect(output).toBe(`--a b c ${join(root, 'src/commands/echo.ts')}\n`);
  write('src/commands/fails.ts', 'throw new Error("of ours")');
  expect(launch(['src/commands/fails.ts'])).toMatchObject({
    status: 1,
    output: expect.stringContaining('fails.ts:1'),
  });
});

test('the compiled code of a command is kept among the packages, where it can be', () => {
  const run = (): string =>
    spawnSync(process.execPath, ['src/commands/launch.cjs', 'src/commands/tell.ts'], {
      cwd: root,
      env: { ...process.env, NODE_COMPILE_CACHE: undefined },
      encoding: 'utf8',
    }).stdout;
  mkdirSync(join(root, 'node_modules'));
  write('src/commands/tell.ts', 'console.log(process.env.NODE_COMPILE_CACHE);');
  expect(run()).toBe(`${join(root, 'node_modules/.cache/compiled')}\n`);
  expect(readdirSync(join(root, 'node_modules/.cache/compiled'))).not.toEqual([]);
  rmSync(join(root, 'node_modules/.cache'), { recursive: true });
  write('node_modules/.cache', 'no folder can be made here');
  expect(run()).toBe('undefined\n');
});

test('every npm script that runs TypeScript goes through the door', () => {
  const direct = Object.entries(scripts).filter(
    ([, line]) => line.includes('.ts') && /\bnode (?!src\/commands\/launch\.cjs )/.test(line),
  );
  expect(direct).toEqual([]);
  expect(scripts['build']).toBe('node src/commands/launch.cjs src/commands/build.ts');
});

test('the README names no file that an older Node would have to read', () => {
  expect(readFileSync('README.md', 'utf8')).not.toMatch(/\bnode [\w./-]+\.ts\b/);
});
