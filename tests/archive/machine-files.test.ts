import { expect, test } from 'vitest';
import { printLlmsTxt } from '../../src/archive/llms-txt.ts';
import { printRobots } from '../../src/archive/robots.ts';
import { printSecurityTxt } from '../../src/archive/security-txt.ts';
import { printWebManifest } from '../../src/archive/web-manifest.ts';

const sitemap = 'https://news.example/sitemap.xml';
const all = { searchEngines: 'allow', aiTraining: 'allow', preservation: 'allow' } as const;

/** What a robot may read, by RFC 9309 §2.2: the group that names it, else that of `*`. */
function mayRead(text: string, robot: string): boolean {
  const groups = text.split('\n\n').map((group) => ({
    robots: [...group.matchAll(/^User-agent: (.+)$/gm)].map(([, name]) => name),
    refused: /^Disallow: \/$/m.test(group),
  }));
  const group =
    groups.find(({ robots }) => robots.includes(robot)) ??
    groups.find(({ robots }) => robots.includes('*'));
  return group !== undefined && !group.refused;
}

const robots = ['SomeSearchBot', 'GPTBot', 'archive.org_bot'];

test.each([
  [all, [true, true, true]],
  [{ ...all, aiTraining: 'refuse' }, [true, false, true]],
  [{ ...all, preservation: 'refuse' }, [true, true, false]],
  [{ ...all, searchEngines: 'refuse' }, [false, true, true]],
  [{ searchEngines: 'refuse', aiTraining: 'refuse', preservation: 'allow' }, [false, false, true]],
] as const)('robots of each kind are told what %j says, and no others', (permissions, expected) => {
  const text = printRobots(permissions, sitemap);
  expect(robots.map((robot) => mayRead(text, robot))).toEqual(expected);
  expect(text.endsWith(`\n\nSitemap: ${sitemap}\n`)).toBe(true);
});

test('security.txt has the fields that RFC 9116 requires, each once', () => {
  const address = 'https://news.example/.well-known/security.txt';
  const text = printSecurityTxt(
    { contact: 'mailto:desk@news.example', expires: '2027-06-30' },
    { languages: ['nl'], address },
  );
  expect(text.split('\n')).toEqual([
    'Contact: mailto:desk@news.example',
    'Expires: 2027-06-30T23:59:59Z',
    'Preferred-Languages: nl',
    `Canonical: ${address}`,
    '',
  ]);
});

const archive = {
  name: 'The Westwerd Courier',
  description: 'News of the island,\nday by day.',
  address: 'https://news.example/archive/',
  language: 'ar',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
};

test('llms.txt has one heading, one summary, and whole addresses', () => {
  const lines = printLlmsTxt(archive).split('\n');
  expect(lines.filter((line) => line.startsWith('# '))).toEqual(['# The Westwerd Courier']);
  expect(lines).toContain('> News of the island, day by day.');
  const links = lines.join('\n').matchAll(/\]\(([^)]+)\)/g);
  for (const [, link] of links) expect(link).toMatch(/^https:\/\//);
});

test('the manifest of the web application stays below the address of the site', () => {
  const manifest = JSON.parse(printWebManifest(archive, 'rtl')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ start_url: '/archive/', scope: '/archive/', dir: 'rtl' });
  expect(manifest['icons']).toEqual([
    { src: '/archive/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/archive/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/archive/icon-512.png', sizes: '512x512', type: 'image/png' },
  ]);
});
