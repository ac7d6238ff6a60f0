// The search runs here, beside the page, so that no search makes the page stutter.

import { startService, type FromService, type ToService } from './service.ts';

const scope = globalThis as unknown as {
  postMessage(message: FromService): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToService>) => void): void;
};

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
const service = startService((message) => scope.postMessage(message));
scope.addEventListener('message', ({ data }) => service.receive(data));
