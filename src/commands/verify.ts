// `npm run verify -- DIR|URL`: checks a copy of a site, or a mirror, against its manifest.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Stop } from '../disk/stop.ts';
import { checkCopy, type Differences } from '../proof/check-copy.ts';
import { manifestFile, parseManifest, signatureFile, type Digests } from '../proof/manifest.ts';
import { checkSignature } from '../proof/signature.ts';
import { folderCopy, webCopy, type SiteCopy } from '../proof/site-copy.ts';
import { readOptions } from './options.ts';
import { out } from './shared-options.ts';
import { counted, Misuse, run, startStage } from './terminal.ts';

await run(
  async () => {
    const { values, positionals } = readOptions({
      name: 'npm run verify',
      operand: 'DIR|URL',
      does: 'Checks a copy of a site, in a folder or at an address, against its manifest, and names each file that differs.',
      options: {
        manifest: {
          type: 'string',
          value: 'FILE',
          does: `the manifest to hold it against (its own ${manifestFile})`,
        },
        signers: {
          type: 'string',
          value: 'FILE',
          does: 'whose signatures count: a file of allowed signers (ssh-keygen)',
        },
        out: out('what is checked where no DIR and no URL is named'),
      },
      more: 'Of a site at an address only those files can be asked for that the manifest names: what was added there stays unseen.',
    });
    for (const file of [values.manifest, values.signers]) {
      if (file !== undefined && !existsSync(file)) throw new Misuse(`There is no file ${file}.`);
    }
    return verify(findCopy(positionals[0] ?? values.out), values);
  },
  { needsArchive: false },
);

function findCopy(named: string): SiteCopy {
  if (/^https?:\/\//i.test(named)) {
    if (!URL.canParse(named)) throw new Misuse(`${named} is no address.`);
    return webCopy(named.replace(/\/*$/, '/'));
  }
  if (!existsSync(named)) throw new Misuse(`There is no folder ${named}.`);
  return folderCopy(resolve(named));
}

async function verify(
  copy: SiteCopy,
  { manifest, signers }: { manifest?: string | undefined; signers?: string | undefined },
): Promise<0 | 1> {
  const own = await copy.read(manifestFile);
  const bytes = manifest === undefined ? own : readFileSync(manifest);
  if (bytes === undefined) {
    throw new Stop(
      `There is no \`${manifestFile}\`, so nothing can be checked. Name the manifest that you kept: --manifest FILE.`,
    );
  }
  const digests = readManifest(bytes);
  const isSigned = manifest === undefined ? await reportSignature(copy, bytes, signers) : true;
  const stage = startStage('Compared');
  const found = await checkCopy(copy, digests, stage.count);
  stage.end(counted(digests.size, 'file'));
  requireSame(own, await copy.read(manifestFile));
  return report(found, copy.files === undefined) && isSigned ? 0 : 1;
}

function readManifest(bytes: Uint8Array): Digests {
  const { digests, fault } = parseManifest(new TextDecoder().decode(bytes));
  if (fault === undefined && digests.size > 0) return digests;
  throw new Stop(
    `Line ${fault ?? 1} of the manifest is not one that \`sha256sum\` prints: 64 hexadecimal digits, two spaces, a path. The file is damaged, or another.`,
  );
}

/** @throws Stop where a manifest is not the one that was read first */
function requireSame(before: Uint8Array | undefined, after: Uint8Array | undefined): void {
  if (Buffer.from(before ?? []).equals(after ?? Buffer.of())) return;
  throw new Stop(
    `manifest-changed: the site was built or delivered anew while it was read, so what was found belongs to neither. Check it again when that is done.`,
  );
}

/** Says whose signature stands under a manifest; whether it is as good as was asked for. */
async function reportSignature(
  copy: SiteCopy,
  manifest: Uint8Array,
  signers: string | undefined,
): Promise<boolean> {
  const signature = await copy.read(signatureFile);
  if (signature === undefined) {
    if (signers !== undefined) process.stdout.write(`unsigned ${manifestFile}\n`);
    return signers === undefined;
  }
  const verdict = checkSignature(manifest, signature, signers);
  switch (verdict.kind) {
    case 'trusted':
      process.stderr.write(`Signature  of ${verdict.signer}, key ${verdict.fingerprint}\n`);
      return true;
    case 'unknown-signer':
      process.stderr.write(
        signers === undefined
          ? `Signature  of the key ${verdict.fingerprint}; whose that is, \`--signers FILE\` would tell\n`
          : `The signature is of the key ${verdict.fingerprint}, which ${signers} does not name. Either the manifest was signed by someone else, or the keeper has another key: ask the keeper, and add the key to that file.\n`,
      );
      return signers === undefined;
    case 'bad':
      process.stderr.write(
        `The signature does not belong to this manifest (${verdict.reason}): one of the two was changed after it was signed.\n`,
      );
      return false;
  }
}

/** Names what differs, a line each; whether nothing does. */
function report(found: Differences, isAtAddress: boolean): boolean {
  const lines = [
    ...found.changed.map((path) => `changed  ${path}`),
    ...found.missing.map((path) => `missing  ${path}`),
    ...found.added.map((path) => `added    ${path}`),
    ...found.moved.map(({ from, to }) => `moved    ${from} → ${to}`),
    ...found.unread.map(({ path, reason }) => `unread   ${path} (${reason})`),
  ];
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (isAtAddress) {
    const kept =
      found.byHost.length > 0
        ? ` ${counted(found.byHost.length, 'file')} the host keeps to itself or answers with a redirect.`
        : '';
    process.stderr.write(
      `Only files that the manifest names were asked for; what was added there is not seen.${kept}\n`,
    );
  }
  process.stderr.write(
    lines.length === 0
      ? 'The copy is as the manifest says.\n'
      : `The copy differs from the manifest in ${counted(lines.length, 'file')}.\n`,
  );
  return lines.length === 0;
}
