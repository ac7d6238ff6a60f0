// What hosts of static sites take, so that a site which is too large is known before it is sent.

import { Stop } from '../disk/stop.ts';
import type { RecordedFile } from './recorded-file.ts';

interface Limits {
  name: string;
  files?: number;
  /** In bytes. */
  largestFile?: number;
  total?: number;
  source: string;
}

const MiB = 2 ** 20;

/** As their documentation says; a host that is not here is used without a check. */
const hosts: Record<string, Limits> = {
  'cloudflare-pages': {
    name: 'Cloudflare Pages (free plan)',
    files: 20_000,
    largestFile: 25 * MiB,
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
  },
  'cloudflare-pages-paid': {
    name: 'Cloudflare Pages (paid plan)',
    files: 100_000,
    largestFile: 25 * MiB,
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
  },
  'github-pages': {
    name: 'GitHub Pages',
    total: 1024 * MiB,
    source:
      'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
  },
  'gitlab-pages': {
    name: 'GitLab Pages (GitLab.com)',
    total: 1024 * MiB,
    source: 'https://docs.gitlab.com/user/gitlab_com/#gitlab-pages',
  },
};

export const hostNames: readonly string[] = Object.keys(hosts);

const numbers = new Intl.NumberFormat('en');
const inMiB = (bytes: number): string => `${numbers.format(Math.ceil(bytes / MiB))} MiB`;

/**
 * Makes sure that a host takes a site.
 *
 * @throws Stop with what is too large and what can be done
 */
export function requireFits(host: string, files: ReadonlyMap<string, RecordedFile>): void {
  const limits = hosts[host];
  if (!limits) return;
  const faults: string[] = [];
  if (limits.files !== undefined && files.size > limits.files) {
    const pictures = [...files.keys()].filter((path) => path.endsWith('/share.png')).length;
    faults.push(
      `The site has ${numbers.format(files.size)} files; ${limits.name} takes ${numbers.format(limits.files)}.` +
        (pictures > 0
          ? ` ${numbers.format(pictures)} of them are pictures for sharing: \`sharePictures: years\` in archive.yaml makes one for a year.`
          : ''),
    );
  }
  const total = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  if (limits.total !== undefined && total > limits.total) {
    faults.push(`The site has ${inMiB(total)}; ${limits.name} takes ${inMiB(limits.total)}.`);
  }
  for (const [path, { size }] of files) {
    if (limits.largestFile === undefined || size <= limits.largestFile) continue;
    faults.push(
      `\`${path}\` has ${inMiB(size)}; ${limits.name} takes ${inMiB(limits.largestFile)} for a file.`,
    );
  }
  if (faults.length === 0) return;
  throw new Stop(
    [
      ...faults,
      `An object store (any that speaks S3) or a server of your own takes any number: \`npm run deliver\`. The limits: ${limits.source}`,
    ].join('\n'),
  );
}
