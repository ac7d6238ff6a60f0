import { findDigest, type Part } from './manifest-line.ts';

/**
 * Holds one page of the archive against the manifest: `/proof/#/2024/03/01/flood/` checks the page of that path. What it
 * says stands in its `data-` attributes.
 */
class CheckPage extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', () => void this.#check());
    void this.#check();
  }

  async #check(): Promise<void> {
    const root = new URL(this.dataset['root'] ?? '/', location.href);
    const page = new URL(`.${location.hash.slice(1)}`, root);
    if (!location.hash.startsWith('#/') || !page.href.startsWith(root.href)) return;
    const link = Object.assign(document.createElement('a'), {
      href: page.href,
      textContent: decodeURIComponent(page.pathname),
    });
    const status = document.createElement('p');
    status.role = 'status';
    status.textContent = this.dataset['checking'] ?? '';
    this.replaceChildren(paragraph(link), status);
    try {
      const path = decodeURIComponent(page.pathname.slice(root.pathname.length));
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const [listed, found] = await Promise.all([
        findDigest(file, askFor(new URL(this.dataset['manifest'] ?? '', root))),
        digestOf(page),
      ]);
      const result = listed === undefined ? 'unlisted' : listed === found ? 'same' : 'differs';
      this.dataset['result'] = result;
      status.textContent = this.dataset[result] ?? '';
      this.append(paragraph(Object.assign(document.createElement('code'), { textContent: found })));
    } catch {
      status.textContent = this.dataset['failed'] ?? '';
    }
  }
}

function paragraph(...children: Node[]): HTMLElement {
  const made = document.createElement('p');
  made.append(...children);
  return made;
}

/** What the host has by now, not what the browser kept. */
const fresh: RequestInit = { cache: 'no-store' };

async function digestOf(page: URL): Promise<string> {
  const response = await fetch(page, fresh);
  if (!response.ok) throw new Error(`The host answers ${response.status}.`);
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const askFor =
  (manifest: URL) =>
  async (from: number, to: number): Promise<Part> => {
    const headers = { range: `bytes=${from}-${to - 1}` };
    const response = await fetch(manifest, { ...fresh, headers });
    if (!response.ok) throw new Error(`The host answers ${response.status}.`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    // Some hosts cut parts out of compressed bytes: then the whole file is asked for.
    if (response.status === 206 && (total === undefined || bytes.length !== to - from)) {
      if (Number(total) === from + bytes.length) return { bytes, total: Number(total) };
      const whole = new Uint8Array(await (await fetch(manifest, fresh)).arrayBuffer());
      return { bytes: whole, total: whole.length };
    }
    return { bytes, total: response.status === 206 ? Number(total) : bytes.length };
  };

customElements.define('check-page', CheckPage);
