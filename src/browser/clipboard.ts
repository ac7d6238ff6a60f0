/**
 * Puts text on the clipboard, with its HTML for programs that keep italics. Must be called while a click or a
 * key is handled.
 *
 * @returns whether it is there
 */
export async function copyText(text: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem(flavours(text, html))]);
    return true;
  } catch {
    // The Clipboard API is missing where a site is served without encryption, and may be refused.
    return copyByCommand(text, html);
  }
}

const flavours = (text: string, html: string): Record<string, Blob> => ({
  'text/plain': new Blob([text], { type: 'text/plain' }),
  'text/html': new Blob([html], { type: 'text/html' }),
});

function copyByCommand(text: string, html?: string): boolean {
  let copied = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    copied = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill);
  // oxlint-disable-next-line typescript/no-deprecated -- the only way without the Clipboard API
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return copied;
}
