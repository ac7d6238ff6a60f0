import { expect, test } from 'vitest';
import { requireFits } from '../../src/build/host-limits.ts';

const file = (size: number) => ({ key: '', size, mtimeMs: 0, digest: '' });

const files = (count: number, name: (n: number) => string, size = 10) =>
  new Map(Array.from({ length: count }, (_, n) => [name(n), file(size)]));

test('a site that fits, or a host that is not known, is let through', () => {
  const small = files(100, (n) => `${n}/index.html`);
  for (const host of ['cloudflare-pages', 'github-pages', 'another'])
    expect(() => requireFits(host, small)).not.toThrow();
});

test('too many files are counted, and pictures for sharing named as what can be spared', () => {
  const many = files(20_001, (n) => `${n}/share.png`);
  expect(() => requireFits('cloudflare-pages', many)).toThrow(
    'The site has 20,001 files; Cloudflare Pages (free plan) takes 20,000. 20,001 of them are pictures for sharing: `sharePictures: years`',
  );
  expect(() => requireFits('cloudflare-pages-paid', many)).not.toThrow();
});

test('a file or a site that is too large is named', () => {
  const large = files(1, () => 'film.mp4', 2 ** 30 + 1);
  expect(() => requireFits('cloudflare-pages', large)).toThrow(
    '`film.mp4` has 1,025 MiB; Cloudflare Pages (free plan) takes 25 MiB for a file.',
  );
  expect(() => requireFits('github-pages', large)).toThrow(
    'The site has 1,025 MiB; GitHub Pages takes 1,024 MiB.',
  );
});
