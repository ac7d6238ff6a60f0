import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { makeContent } from './run-command.ts';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const flood = '---\ntitle: Flood\ndate: 2024-03-01\n---\n\nThe water rose.\n\n![Map](map.svg)\n';

const configuration = (name: string): string =>
  `format: 1\nname: ${name}\ndescription: News.\naddress: https://example.org/\nlanguage: en\nlicence: CC BY 4.0\n`;

/** Waits until something is so; the test's own limit ends it where it never is. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(100);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts `npm run dev` beside an index that is empty, so that nothing has to be built first. */
async function startDev(contentDir: string): Promise<{ address: string; output: () => string }> {
  const port = await freePort();
  mkdirSync(join(contentDir, 'dist/search-index'), { recursive: true });
  const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  // Astro serves nothing where it thinks that it is tested.
  delete env['VITEST'];
  const child: ChildProcess = spawn(
    process.execPath,
    ['src/commands/dev.ts', '--search', 'built', '--archive', contentDir, '--port', String(port)],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  while (!output.includes('Search finds')) {
    if (child.exitCode !== null) throw new Error(output);
    await delay(100);
  }
  return { address: `http://localhost:${port}`, output: () => output };
}

test('what is saved is seen at once: texts, pictures, and faults with their place', async () => {
  const contentDir = makeContent({
    'archive.yaml': configuration('The Courier'),
    'articles/flood.md': flood,
    'articles/map.svg': drawing,
  });
  const { address, output } = await startDev(contentDir);
  const page = `${address}/2024/03/01/flood/`;
  const save = (text: string): void => writeFileSync(join(contentDir, 'articles/flood.md'), text);

  const picture = await fetch(`${page}map.svg`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(await picture.text()).toBe(drawing);
  expect(await (await fetch(page)).text()).toContain('The water rose.');

  save(flood.replace('rose', 'fell'));
  const edited = await fetch(page);
  expect([edited.status, await edited.text()]).toEqual([
    200,
    expect.stringContaining('The water fell.'),
  ]);

  save(flood.replace('03-01', '13-01'));
  const broken = await fetch(page);
  expect(broken.status).toBe(500);
  expect(await broken.text()).toContain(`${contentDir}/articles/flood.md:3:7 date-not-a-day\n`);

  expect((await fetch(address)).status).toBe(200);

  save(flood);
  expect((await fetch(page)).status).toBe(200);

  const configure = (text: string): void => writeFileSync(join(contentDir, 'archive.yaml'), text);
  configure(`${configuration('The Courier')}adress: x\n`);
  await until(() => output().includes('archive-key-unknown'));
  expect((await fetch(page)).status).toBe(200);
  configure(configuration('The Herald'));
  await until(() => output().includes('the server begins again'));
  await until(async () => {
    const response = await fetch(page).catch(() => undefined);
    return (await response?.text())?.includes('The Herald') ?? false;
  });

  rmSync(join(contentDir, 'articles/flood.md'));
  await until(async () => (await fetch(page)).status === 404);
  expect(output()).not.toContain('    at ');
  expect(readFileSync(join(contentDir, 'articles/map.svg'), 'utf8')).toBe(drawing);
});
