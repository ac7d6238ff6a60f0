import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDigest, type Part } from '../../src/browser/manifest-line.ts';
import { printManifest } from '../../src/proof/manifest.ts';

/** Serves a manifest, and counts the bytes asked for. */
function serve(paths: readonly string[]): {
  ask: (from: number, to: number) => Promise<Part>;
  sent: () => number;
  total: number;
} {
  const manifest = Buffer.from(
    printManifest(new Map(paths.map((path) => [path, hash('sha256', path)]))),
  );
  let sent = 0;
  return {
    total: manifest.length,
    sent: () => sent,
    ask: (from, to) => {
      const bytes = manifest.subarray(from, to);
      sent += bytes.length;
      return Promise.resolve({ bytes, total: manifest.length });
    },
  };
}

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  .filter((text) => !/[\\\n\r\u2028\u2029\0]/.test(text));

test('each file of a manifest of any length is found, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { minLength: 1, maxLength: 300, size: 'max' }),
      async ([other = '', ...paths]) => {
        const { ask } = serve(paths);
        for (const path of paths) expect(await findDigest(path, ask)).toBe(hash('sha256', path));
        expect(await findDigest(other, ask)).toBeUndefined();
      },
    ),
    { numRuns: 20 },
  );
});

test('of a manifest of ten megabytes less than 80 kilobytes are asked for', async () => {
  const paths = Array.from({ length: 100_000 }, (_, i) => `2024/03/${i}/a-long-name/index.html`);
  const { ask, sent, total } = serve(paths);
  const path = paths[77_777]!;
  expect(await findDigest(path, ask)).toBe(hash('sha256', path));
  expect(total).toBeGreaterThan(9_000_000);
  expect(sent()).toBeLessThan(80_000);
});

test('a host that gives no parts is asked once', async () => {
  const { ask, total } = serve(Array.from({ length: 1000 }, (_, i) => `${i}`));
  let asked = 0;
  const whole = (): Promise<Part> => {
    asked++;
    return ask(0, total);
  };
  expect(await findDigest('500', whole)).toBe(hash('sha256', '500'));
  expect(asked).toBe(1);
});

test('a manifest that is exchanged meanwhile is an error', async () => {
  const one = serve(Array.from({ length: 1000 }, (_, i) => `${i}`));
  const two = serve(Array.from({ length: 1001 }, (_, i) => `${i}`));
  await expect(
    findDigest('500', (from, to) => (from === 0 ? one : two).ask(from, to)),
  ).rejects.toThrow('The manifest has changed');
});
