import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  integrity?: string;
  link?: boolean;
}

test('every package of the lock file, of any platform, is held to the digest of its bytes', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Entry>;
  };
  const loose = Object.entries(packages)
    .filter(([path, { link }]) => path !== '' && !link)
    .filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))
    .map(([path]) => path);
  expect(Object.keys(packages).length).toBeGreaterThan(1);
  expect(loose).toEqual([]);
});
