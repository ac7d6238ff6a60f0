import { hash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { manifestFile, printManifest, signatureFile } from '../../src/proof/manifest.ts';
import { sign } from '../../src/proof/signature.ts';
import { makeContent, runCommand } from './run-command.ts';

const files: Record<string, string> = {
  'index.html': 'front',
  '2024/03/01/flood/index.html': 'flood',
  '2024/03/01/flood/map.svg': '<svg/>',
  '2024/03/02/after/index.html': 'after',
  'old/index.html': 'leads on',
  _headers: '/*',
};

const manifest = printManifest(
  new Map(Object.entries(files).map(([path, text]) => [path, hash('sha256', text)])),
);

const makeCopy = (): string => makeContent({ ...files, [manifestFile]: manifest });

interface Verified {
  status: number | null;
  lines: string[];
  said: string;
}

async function verify(...args: string[]): Promise<Verified> {
  const { status, stdout, stderr } = await runCommand('verify', args);
  return { status, lines: stdout.split('\n').filter(Boolean), said: stderr };
}

test('a copy is whole where every file is as the manifest says', async () => {
  const copy = makeCopy();
  writeFileSync(join(copy, '.dateline-delivery.json'), '{}');
  expect(await verify(copy)).toMatchObject({ status: 0, lines: [] });
});

test('a flipped bit, a missing, an added, a re-dated and a renamed file are named', async () => {
  const copy = makeCopy();
  const bytes = readFileSync(join(copy, 'index.html'));
  bytes[2]! ^= 1;
  writeFileSync(join(copy, 'index.html'), bytes);
  rmSync(join(copy, '_headers'));
  writeFileSync(join(copy, 'added.html'), 'not of this site');
  mkdirSync(join(copy, '2024/03/03/after'), { recursive: true });
  // Its page says another day, too, so that its bytes are others.
  writeFileSync(join(copy, '2024/03/03/after/index.html'), 'after, on the third');
  rmSync(join(copy, '2024/03/02'), { recursive: true });
  renameSync(join(copy, '2024/03/01/flood/map.svg'), join(copy, 'plan.svg'));
  expect(await verify(copy)).toMatchObject({
    status: 1,
    lines: [
      'changed  index.html',
      'missing  _headers',
      'added    added.html',
      'moved    2024/03/02/after/index.html → 2024/03/03/after/index.html',
      'moved    2024/03/01/flood/map.svg → plan.svg',
    ],
  });
});

test('a copy is held against a manifest that was kept elsewhere, whatever its own says', async () => {
  const copy = makeCopy();
  const kept = join(dirname(copy), `kept-${process.pid}`);
  onTestFinished(() => rmSync(kept, { force: true }));
  writeFileSync(kept, manifest);
  writeFileSync(join(copy, 'index.html'), 'forged');
  writeFileSync(
    join(copy, manifestFile),
    manifest.replace(hash('sha256', 'front'), hash('sha256', 'forged')),
  );
  expect(await verify(copy)).toMatchObject({ status: 0, lines: [] });
  expect(await verify(copy, '--manifest', kept)).toMatchObject({
    status: 1,
    lines: ['changed  index.html'],
  });
});

test('a manifest that is missing or damaged is told with what to do', async () => {
  const copy = makeCopy();
  appendFileSync(join(copy, manifestFile), 'torn');
  expect(await verify(copy)).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^Line 7 of the manifest/) as string,
  });
  rmSync(join(copy, manifestFile));
  expect((await verify(copy)).said).toContain('--manifest FILE');
});

/** Makes a key that only this test knows, and a file that allows it to sign for somebody. */
function makeKey(folder: string, name: string): { key: string; signers: string } {
  const key = join(folder, name);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', key]);
  const signers = `${key}.signers`;
  writeFileSync(signers, `${name}@example.org ${readFileSync(`${key}.pub`, 'utf8')}`);
  return { key, signers };
}

test('a signature is told by its signer; that of another key, or under another manifest, is refused', async () => {
  const copy = makeCopy();
  const keys = makeContent();
  const keeper = makeKey(keys, 'keeper');
  const stranger = makeKey(keys, 'stranger');
  expect(await verify(copy, '--signers', keeper.signers)).toMatchObject({
    status: 1,
    lines: [`unsigned ${manifestFile}`],
  });
  writeFileSync(join(copy, signatureFile), sign(manifest, keeper.key));
  const trusted = await verify(copy, '--signers', keeper.signers);
  expect(trusted).toMatchObject({ status: 0, lines: [] });
  expect(trusted.said).toContain('of keeper@example.org, key SHA256:');
  expect((await verify(copy)).status).toBe(0);
  expect(await verify(copy, '--signers', stranger.signers)).toMatchObject({
    status: 1,
    said: expect.stringContaining('stranger.signers does not name') as string,
  });
  writeFileSync(join(copy, signatureFile), sign(`${manifest}\n`, keeper.key));
  expect(await verify(copy, '--signers', keeper.signers)).toMatchObject({
    status: 1,
    said: expect.stringContaining('does not belong to this manifest') as string,
  });
});

test('a key that cannot be read is told with the way to make one', () => {
  expect(() => sign('text', '/nowhere/key')).toThrow('could not be signed with `/nowhere/key`');
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/archive`;
}

test('of a mirror what the manifest names is asked for as readers ask, and the host may lead on', async () => {
  const asked: string[] = [];
  const address = await serve((request, response) => {
    const path = decodeURIComponent(request.url!.slice('/archive/'.length));
    asked.push(path);
    if (path === 'old/') return void response.writeHead(301, { location: '/archive/' }).end();
    if (path === '2024/03/02/after/') return void response.writeHead(500).end();
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const body = { ...files, [manifestFile]: manifest, _headers: undefined }[file];
    response
      .writeHead(body === undefined ? 404 : 200)
      .end(file.endsWith('.svg') ? '<svg />' : body);
  });
  const { status, lines, said } = await verify(address);
  expect(status).toBe(1);
  expect(lines).toEqual([
    'changed  2024/03/01/flood/map.svg',
    'unread   2024/03/02/after/index.html (the host answers 500)',
  ]);
  expect(said).toContain('what was added there is not seen. 2 files the host keeps to itself');
  expect(asked).toContain('2024/03/01/flood/');
});

test('a site that is exchanged while it is read is a named problem', async () => {
  let times = 0;
  const address = await serve((request, response) => {
    const isManifest = request.url?.endsWith(manifestFile);
    response.end(isManifest ? `${manifest}${times++ === 0 ? '' : '\n'}` : '');
  });
  const { status, lines, said } = await verify(address);
  expect([status, lines]).toEqual([1, []]);
  expect(said).toContain('manifest-changed: ');
});
