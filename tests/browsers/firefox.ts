// Firefox as it is installed, driven by WebDriver BiDi (W3C): JSON over a web socket, which Firefox itself serves.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProgram, findProgram, startProgram, type Walker } from './walker.ts';

export const firefox = findProgram([
  process.env['FIREFOX_PATH'] ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]);

type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

interface Answer {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** Opens a session. Commands are answered by their number. */
async function connect(address: string): Promise<{ send: Send; close: () => void }> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(String(data)) as Answer;
    const asked = id === undefined ? undefined : waiting.get(id);
    if (type === 'success') asked?.resolve(result ?? {});
    else if (type === 'error') asked?.reject(new Error(`${error}: ${message}`));
  });
  let last = 0;
  return {
    send: (method, params) => {
      const answer = Promise.withResolvers<Record<string, unknown>>();
      waiting.set(++last, answer);
      socket.send(JSON.stringify({ id: last, method, params }));
      return answer.promise;
    },
    close: () => socket.close(),
  };
}

/** Starts Firefox without a window, with an empty profile. */
export async function startFirefox(program: string): Promise<Walker> {
  const profile = await mkdtemp(join(tmpdir(), 'dateline-firefox-'));
  const { child, match } = await startProgram(
    program,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { until: /WebDriver BiDi listening on (ws:\/\/\S+)/ },
  );
  const { send, close } = await connect(`${match[1]}/session`);
  await send('session.new', { capabilities: {} });
  const { contexts } = (await send('browsingContext.getTree', {})) as {
    contexts: { context: string }[];
  };
  const context = contexts[0]?.context;
  // A page's own violations come before a script that is sent to it could listen.
  await send('script.addPreloadScript', {
    functionDeclaration: `() => {
      window.policyViolations = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        window.policyViolations.push(event.violatedDirective + ' ' + event.blockedURI));
    }`,
  });
  return {
    open: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: async (expression) => {
      const answer = (await send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? 'null')`,
        target: { context },
        awaitPromise: true,
      })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
      return JSON.parse(answer.result?.value ?? 'null');
    },
    close: async () => {
      await send('session.end', {}).catch(() => undefined);
      close();
      await endProgram(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
