/** Declarations stand in the first bytes: HTML asks for 1024 (HTML Standard §13.2.3.2), XML for the first line. */
const headBytes = 2048;

/**
 * The encoding an XML declaration, an HTML `meta` element or an editor's line (`-*- coding: … -*-`) names,
 * as a label of the Encoding Standard; none where there is no declaration or no such encoding.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  const name =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ??
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /-\*-.*\bcoding:\s*([\w.-]+).*-\*-/i.exec(head)?.[1] ??
    /^@charset "([\w-]+)"/.exec(head)?.[1];
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
