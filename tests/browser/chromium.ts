// A Chromium for the tests: one that is installed on the machine, or the one inside the npm package
// @sparticuz/chromium, with the libraries that a bare machine lacks.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packaged, { inflate } from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core';

const installed = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless browser with an empty profile. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await launchOptions());

/** Starts one that other processes connect to. */
export const launchServer = async (): Promise<BrowserServer> =>
  chromium.launchServer(await launchOptions());

async function launchOptions(): Promise<LaunchOptions> {
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found) return { executablePath: found, args: quiet };
  return {
    executablePath: await packaged.executablePath(),
    args: [...quiet, '--no-zygote', '--font-render-hinting=none'],
    env: { ...definedEnvironment(), ...(await packagedLibraries()) },
  };
}

/** The package's own libraries, unpacked, where the system has no NSS. */
async function packagedLibraries(): Promise<Record<string, string>> {
  const fonts = { FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
  if (hasSystemLibrary('libnss3.so')) return fonts;
  const bin = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../bin',
  );
  const libraries = join(tmpdir(), 'al2023', 'lib');
  if (!existsSync(libraries)) await inflate(join(bin, 'al2023.tar.br'));
  return { ...fonts, LD_LIBRARY_PATH: libraries };
}

function hasSystemLibrary(name: string): boolean {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes(name);
  } catch {
    return false;
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
