// WebKitGTK's small browser, driven by WebDriver (W3C, level 1): JSON over HTTP. It wants a display, which Xvfb
// makes where there is none.

import { type ChildProcess, spawn } from 'node:child_process';
import { findProgram, endProgram, startProgram, type Walker } from './walker.ts';

const driver = findProgram(['/usr/bin/WebKitWebDriver']);
const miniBrowser = findProgram([
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
]);
const xvfb = findProgram(['/usr/bin/Xvfb']);

/** The programs that a walk in WebKit takes, if all of them are installed. */
export const webkit = driver && miniBrowser && xvfb ? { driver, miniBrowser, xvfb } : undefined;

async function ask(address: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(address, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(90_000),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`${address}: ${JSON.stringify(value)}`);
  return value;
}

/** Starts the driver, and by it the browser, on a display of their own. */
export async function startWebKit(programs: NonNullable<typeof webkit>): Promise<Walker> {
  const display = await startProgram(
    programs.xvfb,
    ['-displayfd', '1', '-screen', '0', '1280x900x24'],
    {
      until: /^(\d+)\n/m,
    },
  );
  let child: ChildProcess | undefined;
  const end = async (): Promise<void> => {
    if (child) await endProgram(child);
    await endProgram(display.child);
  };
  try {
    const port = 20_000 + (process.pid % 20_000);
    child = spawn(programs.driver, [`--port=${port}`], {
      env: {
        ...process.env,
        DISPLAY: `:${display.match[1]}`,
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
      stdio: 'ignore',
    });
    const server = `http://127.0.0.1:${port}`;
    await untilItListens(`${server}/status`);
    const { sessionId } = (await ask(`${server}/session`, 'POST', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: programs.miniBrowser, args: ['--automation'] },
        },
      },
    })) as { sessionId: string };
    const session = `${server}/session/${sessionId}`;
    return {
      open: async (url) => {
        await ask(`${session}/url`, 'POST', { url });
      },
      evaluate: async (expression) => {
        const script = `const done = arguments[0]; Promise.resolve(${expression}).then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
        const text = (await ask(`${session}/execute/async`, 'POST', {
          script,
          args: [],
        })) as string;
        const { value, error } = JSON.parse(text) as { value?: unknown; error?: string };
        if (error) throw new Error(error);
        return value;
      },
      close: async () => {
        await ask(session, 'DELETE').catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function untilItListens(address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(address);
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
  }
}
