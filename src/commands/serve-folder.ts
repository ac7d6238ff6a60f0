import type { Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';

/** Answers a request with a file of a folder, by RFC 9110. */
export type ServeFile = (
  request: IncomingMessage,
  response: ServerResponse,
  where: {
    /** Decoded, with a slash at its beginning. */
    path: string;
    onMissing: () => void;
    /** Is told of a folder that was asked for without its slash at the end. */
    onFolder?: () => void;
  },
) => void;

/**
 * Serves the files of a folder, each as it is at the time of the request. A file is closed when its reader goes away.
 *
 * Of the libraries tried, `send` alone keeps to RFC 9110 §14 (`bytes=5-2`, `bytes=0-0`, `bytes=-1`, other units) and
 * closes files; sirv 3, which Vite's preview stands on, does neither.
 */
export function serveFolder(folder: string): ServeFile {
  return (request, response, { path, onMissing, onFolder = onMissing }) => {
    ignoreUnsureRange(request);
    // Asked each time whether it has changed, as a delivered site is.
    response.setHeader('cache-control', 'no-cache');
    send(request, path.split('/').map(encodeURIComponent).join('/'), {
      root: folder,
      dotfiles: 'allow',
      cacheControl: false,
    })
      .on('file', (_, { size }: Stats) => takeWholeForLongSuffix(request, size))
      .on('directory', onFolder)
      .on('error', (error: Refusal) => {
        const { status = 500, headers = {} } = error;
        if (status === 400 || status === 403 || status === 404) onMissing();
        else response.writeHead(status, headers).end();
      })
      .pipe(response);
  };
}

/** A suffix longer than the file is the whole of it (RFC 9110 §14.1.2), which `send` refuses. */
function takeWholeForLongSuffix({ headers }: IncomingMessage, size: number): void {
  const suffix = Number(/^ *bytes=-(\d+) *$/.exec(headers.range ?? '')?.[1]);
  if (size > 0 && suffix > size) headers.range = 'bytes=0-';
}

interface Refusal extends Error {
  status?: number;
  headers?: Record<string, string>;
}

/**
 * Takes away a range that must not be answered: GET alone has ranges (RFC 9110 §14.2), and the tags given here are
 * weak, which never match in `If-Range` (§13.1.5).
 */
function ignoreUnsureRange({ method, headers }: IncomingMessage): void {
  if (method !== 'GET' || /^\s*W\//.test(String(headers['if-range'] ?? ''))) delete headers.range;
}
