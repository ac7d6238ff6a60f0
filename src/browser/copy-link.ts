import { copyText } from './clipboard.ts';

const saidShownMs = 2000;

/**
 * A mark beside the passage that the pointer or a tap is on: it links to the passage and copies its address. One
 * mark serves them all, so that it is one stop for the Tab key however long the text is; the arrow keys move it
 * from passage to passage. Home and End go to the first and the last.
 */
class CopyLink extends HTMLElement {
  #passages: HTMLElement[] = [];
  #at = 0;
  readonly #link = document.createElement('a');
  readonly #status = document.createElement('span');
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#passages = [...this.querySelectorAll<HTMLElement>(passage)];
    if (this.#passages.length === 0 || this.#link.isConnected) return;
    this.#link.className = 'to-passage screen-only';
    this.#status.className = 'sr-only';
    this.#status.role = 'status';
    // The text may be in another language than the page's words.
    this.#link.lang = this.#status.lang = document.documentElement.lang;
    this.prepend(this.#link, this.#status);
    this.#moveTo(0);
    this.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'mouse') this.#pointAt(event.target);
    });
    this.addEventListener('pointerleave', () => delete this.#link.dataset['shown']);
    this.addEventListener('click', (event) => this.#pointAt(event.target));
    this.#link.addEventListener('click', (event) => {
      event.preventDefault();
      void this.#copy();
    });
    this.#link.addEventListener('keydown', (event) => this.#step(event));
    this.#link.addEventListener('focus', () => this.#moveTo(this.#at));
  }

  #pointAt(target: EventTarget | null): void {
    const at = target instanceof Element ? target.closest<HTMLElement>(passage) : null;
    if (!at || !this.#passages.includes(at)) return;
    this.#moveTo(this.#passages.indexOf(at));
    this.#link.dataset['shown'] = '';
  }

  #moveTo(at: number): void {
    const to = this.#passages[at];
    if (!to) return;
    if (at !== this.#at) delete this.#link.dataset['said'];
    this.#at = at;
    this.#link.href = `#${to.id}`;
    this.#link.ariaLabel = `${this.dataset['label'] ?? ''}: ${opening(to)}`;
    const above = to.getBoundingClientRect().top - this.getBoundingClientRect().top;
    this.#link.style.insetBlockStart = `${above}px`;
  }

  #step(event: KeyboardEvent): void {
    const last = this.#passages.length - 1;
    const to = {
      ArrowDown: Math.min(this.#at + 1, last),
      ArrowUp: Math.max(this.#at - 1, 0),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#moveTo(to);
    this.#passages[to]?.scrollIntoView({ block: 'nearest' });
    this.#status.textContent = this.#link.ariaLabel;
  }

  async #copy(): Promise<void> {
    const { hash } = this.#link;
    const page = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    const copied = await copyText(new URL(hash, page ?? location.href).href);
    history.replaceState(history.state, '', hash);
    const said = this.dataset[copied ? 'copied' : 'failed'] ?? '';
    this.#link.dataset['said'] = said;
    this.#status.textContent = said;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      delete this.#link.dataset['said'];
      this.#status.textContent = '';
    }, saidShownMs);
  }
}

/** What can be linked: paragraphs and list entries with ids made of their text, and headings. */
const passage = ':is([id^="p-"], h2, h3, h4, h5, h6)[id]:not(.footnotes *)';

const opening = (of: HTMLElement): string => {
  const text = of.textContent.trim();
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
};

customElements.define('copy-link', CopyLink);
