import { expect, test } from 'vitest';
import { contentSecurityPolicy, printPolicy } from '../../src/layouts/security.ts';

const none = { scripts: [], images: [], connections: [], frames: [] };

test('pages ask no other host as long as the configuration names none', () => {
  expect(printPolicy('/', none)).not.toContain('https:');
  expect(printPolicy('/', none)).toBe(contentSecurityPolicy('/'));
});

test('each other host is admitted for what it is named for, and nothing else', () => {
  const policy = printPolicy('/', {
    scripts: [{ src: 'https://stats.example.org/count.js', data: {} }],
    images: ['https://iiif.example.org'],
    connections: ['https://stats.example.org'],
    frames: ['https://comments.example.org'],
  });
  const added = policy
    .split('; ')
    .filter((directive) => directive.includes('https:'))
    .map((directive) => directive.replaceAll(/ 'sha256-[^']+'/g, ''));
  expect(added).toEqual([
    "script-src 'self' https://stats.example.org/count.js",
    "img-src 'self' https://iiif.example.org",
    "connect-src 'self' https://stats.example.org",
    'frame-src https://comments.example.org',
  ]);
  expect(policy).toContain("default-src 'none'");
});
