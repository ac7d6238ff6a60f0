// The keeper's signature under the manifest, made and checked by OpenSSH (`ssh-keygen -Y`, 8.1 and later): its keys are
// what keepers have already, and whoever checks one needs no more than OpenSSH either.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop } from '../disk/stop.ts';

/** What is signed, so that a signature under a file can stand for nothing else (`ssh-keygen(1)`, `-n`). */
const namespace = 'file';

interface Said {
  ok: boolean;
  stdout: string;
  stderr: string;
}

/** @throws Stop where the machine has no `ssh-keygen` */
function sshKeygen(args: readonly string[], input: string | Uint8Array = ''): Said {
  const { error, status, stdout, stderr } = spawnSync('ssh-keygen', args, { input });
  if (error) {
    throw new Stop(
      `Signatures are made and checked by \`ssh-keygen\`, which cannot be run here (${error.message}). Install OpenSSH.`,
    );
  }
  return { ok: status === 0, stdout: stdout.toString(), stderr: stderr.toString().trim() };
}

/**
 * The fingerprint of a key, `SHA256:…`.
 *
 * @param key a file with a private key, or with a public one whose private part an agent holds
 * @throws Stop where it is none
 */
export function fingerprintOf(key: string): string {
  const { ok, stdout, stderr } = sshKeygen(['-l', '-f', key]);
  const fingerprint = /\bSHA256:\S+/.exec(stdout)?.[0];
  if (ok && fingerprint !== undefined) return fingerprint;
  throw new Stop(
    `\`${key}\` is no key that \`ssh-keygen\` can read (${stderr}). Make one with \`ssh-keygen -t ed25519 -f ${key}\`, outside the archive and its repository.`,
  );
}

/** @throws Stop where the key does not sign */
export function sign(text: string, key: string): string {
  const { ok, stdout, stderr } = sshKeygen(['-Y', 'sign', '-q', '-f', key, '-n', namespace], text);
  if (ok && stdout !== '') return stdout;
  throw new Stop(`The manifest could not be signed with \`${key}\`: ${stderr}`);
}

/** What a signature is worth. */
export type Verdict =
  | { kind: 'trusted'; signer: string; fingerprint: string }
  | { kind: 'unknown-signer'; fingerprint: string }
  | { kind: 'bad'; reason: string };

/**
 * Checks a signature under bytes.
 *
 * @param allowedSigners a file as `ssh-keygen(1)` describes it under ALLOWED SIGNERS; without one nobody is known
 */
export function checkSignature(
  signed: Uint8Array,
  signature: Uint8Array,
  allowedSigners?: string,
): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-signature-'));
  try {
    const file = join(folder, 'signature');
    writeFileSync(file, signature);
    const sound = sshKeygen(['-Y', 'check-novalidate', '-n', namespace, '-s', file], signed);
    const fingerprint = /\bSHA256:\S+/.exec(sound.stdout)?.[0];
    if (!sound.ok || fingerprint === undefined) return { kind: 'bad', reason: sound.stderr };
    if (allowedSigners === undefined) return { kind: 'unknown-signer', fingerprint };
    const [signer] = sshKeygen(['-Y', 'find-principals', '-s', file, '-f', allowedSigners])
      .stdout.split('\n')
      .filter(Boolean);
    if (signer === undefined) return { kind: 'unknown-signer', fingerprint };
    const verify = ['-Y', 'verify', '-f', allowedSigners, '-I', signer, '-n', namespace];
    const verified = sshKeygen([...verify, '-s', file], signed);
    return verified.ok
      ? { kind: 'trusted', signer, fingerprint }
      : { kind: 'bad', reason: verified.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
