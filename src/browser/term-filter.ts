// Finds topics, sections or authors by the beginnings of their words. Their names lie in parts, each of a beginning; the
// one with the longest beginning of the first word typed has them.

import { beginningKey } from '../alphabet/beginning-key.ts';
import { nameWords } from '../alphabet/name-words.ts';
import { localeOfPage } from './locale.ts';

/** As `NamesPart` of the views. */
interface Part {
  names: [name: string, slug: string][];
  next?: string;
}

/** Of what is found, so many are shown. */
const mostShown = 100;

class TermFilter extends HTMLElement {
  private readonly parts = new Map<string, Promise<Part>>();
  private order: Intl.Collator | undefined;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('[data-typed]');
    input?.addEventListener('input', () => void this.find(input));
    // A browser keeps what was typed when a reader comes back.
    if (input && input.value !== '') void this.find(input);
  }

  private async find(input: HTMLInputElement): Promise<void> {
    const typed = input.value;
    const words = nameWords(typed);
    if (words.length === 0) return this.show(undefined, '');
    try {
      const { names, next } = await this.partFor(words[0] ?? '');
      if (input.value !== typed) return;
      const found = names.filter(([name]) => {
        const has = nameWords(name);
        return words.every((word) => has.some((one) => one.startsWith(word)));
      });
      const isMore = next !== undefined || found.length > mostShown;
      this.show(found, found.length === 0 ? 'none' : isMore ? 'more' : '');
    } catch {
      if (input.value === typed) this.show(undefined, 'failed');
    }
  }

  /** The names that have a word with a beginning, as far as they are listed under one. */
  private async partFor(word: string): Promise<Part> {
    const letters = Array.from(word);
    let part = await this.fetchPart('');
    for (let at = 0; part.next !== undefined && at < letters.length; at++) {
      const letter = letters[at] ?? '';
      if (!part.next.includes(letter)) return { names: [] };
      // oxlint-disable-next-line no-await-in-loop -- each part says whether there is a next one
      part = await this.fetchPart(letters.slice(0, at + 1).join(''));
    }
    return part;
  }

  private fetchPart(beginning: string): Promise<Part> {
    let part = this.parts.get(beginning);
    if (!part) {
      const address = `${this.dataset['path']}~names/${beginningKey(beginning) || '_'}.json`;
      part = fetch(address).then((response) => {
        if (!response.ok) throw new Error(address);
        return response.json() as Promise<Part>;
      });
      this.parts.set(beginning, part);
      part.catch(() => this.parts.delete(beginning));
    }
    return part;
  }

  private show(found: Part['names'] | undefined, message: 'none' | 'more' | 'failed' | ''): void {
    const list = this.querySelector<HTMLElement>('[data-found]');
    const all = this.querySelector<HTMLElement>('[data-all]');
    const status = this.querySelector('[data-status]');
    if (!list || !all || !status) return;
    const order = (this.order ??= new Intl.Collator(localeOfPage(), { numeric: true }));
    const shown = (found ?? []).toSorted(([a], [b]) => order.compare(a, b)).slice(0, mostShown);
    list.replaceChildren(...shown.map((name) => this.printName(name)));
    list.hidden = found === undefined;
    all.hidden = found !== undefined;
    status.textContent = message === '' ? '' : (this.dataset[message] ?? '');
  }

  private printName([name, slug]: [string, string]): HTMLElement {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `${this.dataset['path']}${slug}/`;
    link.textContent = name;
    link.dir = 'auto';
    item.append(link);
    return item;
  }
}

customElements.define('term-filter', TermFilter);
