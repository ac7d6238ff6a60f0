// The search page: improves the form, which leads here without scripts too, into a search.

import { asksForSomething, parseState, printState, type SearchState } from './address.ts';
import { openClient, type SearchClient } from './client.ts';
import { exportAs, mostExported, saveFile, type ExportFile, type ExportFormat } from './export.ts';
import { columns, drawChosen, drawFacet } from './facets.ts';
import { SearchHistogram } from './histogram.ts';
import { sayFailures, sayLiberty, sayNote, sayProgress } from './messages.ts';
import { firstPage, nextPages } from './page-size.ts';
import { part } from './parts.ts';
import { isEnd } from './period.ts';
import { drawResult } from './results.ts';
import type { Progress } from './search-run.ts';
import { makeWording, type Wording } from './wording.ts';
import type { SearchWords } from '../../words.ts';
import type { DayCount } from '../../search/format/manifest.ts';

/** How long the reader pauses before what is typed is searched, and then before other spellings are tried. */
const pauseMs = 300;
const longPauseMs = 1200;

class SearchPage extends HTMLElement {
  private wording!: Wording;
  private client: SearchClient | undefined;
  private state: SearchState = parseState('');
  private progress: Progress | undefined;
  private all: DayCount[] = [];
  private shown = 0;
  /** The number of the search whose results are listed. */
  private search = 0;
  private listed = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private facetsAreOpen = false;

  connectedCallback(): void {
    const words = JSON.parse(part(this, 'words').textContent ?? '') as SearchWords;
    this.wording = makeWording(words, this.dataset['language'] ?? 'en');
    part(this, 'page').hidden = false;
    this.form.addEventListener('submit', (event) => this.onSubmit(event));
    this.form.addEventListener('input', (event) => this.onInput(event));
    this.addEventListener('change', (event) => this.onChange(event));
    this.addEventListener('click', (event) => this.onLink(event));
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('range', (event) => {
      const { from, to } = (event as CustomEvent<{ from: string; to: string }>).detail;
      this.go({ ...this.state, from, to });
    });
    this.addEventListener('save', (event) => saveFile((event as CustomEvent<ExportFile>).detail));
    part(this, 'stop').addEventListener('click', () => this.client?.stop());
    part(this, 'resume').addEventListener('click', () => this.resume());
    part(this, 'retry').addEventListener('click', () => this.resume());
    part(this, 'more').addEventListener('click', () => void this.showMore());
    part(this, 'reorder').addEventListener('click', () => void this.list());
    part(this, 'facets').addEventListener('toggle', () => {
      this.facetsAreOpen = part<HTMLDetailsElement>(this, 'facets').open;
      void this.drawFacets();
    });
    for (const format of ['csv', 'json', 'ris'] as const) {
      part(this, `save-${format}`).addEventListener('click', () => void this.save(format));
    }
    globalThis.addEventListener('popstate', () => this.read());
    this.read();
    if (!this.client) this.open();
    if (this.state.text === '') this.box.focus({ preventScroll: true });
  }

  private get form(): HTMLFormElement {
    return part<HTMLFormElement>(this, 'form');
  }

  private get box(): HTMLInputElement {
    return part<HTMLInputElement>(this, 'box');
  }

  private get histogram(): SearchHistogram {
    return part<SearchHistogram>(this, 'histogram');
  }

  private get base(): string {
    return this.dataset['base'] ?? '/';
  }

  private open(): SearchClient {
    const address = new URL(`${this.base}search-index/`, location.href).href;
    this.client = openClient(address, {
      opened: ({ dates }) => {
        this.all = dates;
        part(this, 'failure').hidden = true;
        this.drawHistogram();
      },
      unopened: (reason) => this.fail(reason),
      progress: (progress) => void this.onProgress(progress),
    });
    return this.client;
  }

  /** Takes the state from the address: at the start, and when the reader goes back or forward. */
  private read(): void {
    this.state = parseState(location.search);
    this.fillForm();
    this.run({ forgive: true });
  }

  private fillForm(): void {
    const { text, order, from, to, measure } = this.state;
    if (this.box.value.trim() !== text) this.box.value = text;
    const fields = this.form.elements;
    for (const [name, value] of Object.entries({ order, from, to, show: measure })) {
      const field = fields.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = value;
      }
      if (field instanceof RadioNodeList) field.value = value;
    }
  }

  /** Searches a state and gives it an address of its own, to come back to. */
  private go(state: SearchState): void {
    const address = printState(state) || location.pathname;
    if (printState(state) !== printState(this.state) || location.search !== printState(state)) {
      history.pushState(null, '', address);
    }
    this.state = state;
    this.fillForm();
    this.run({ forgive: true });
  }

  private run({ forgive }: { forgive: boolean }): void {
    clearTimeout(this.timer);
    const { state } = this;
    this.search++;
    this.progress = undefined;
    part(this, 'announce').textContent = '';
    this.shown = 0;
    this.listed = 0;
    drawChosen(part(this, 'chosen'), { state, wording: this.wording });
    document.title = [state.text, this.wording.words.title, this.dataset['archive']]
      .filter((piece) => piece)
      .join(' – ');
    if (!asksForSomething(state)) return this.clear();
    const client = this.client ?? this.open();
    part(this, 'status').textContent = this.wording.words.searching;
    const { order, from, to, facts, text } = state;
    client.search({
      text,
      order: text.trim() === '' && order === 'relevance' ? 'newest' : order,
      from: from === '' ? undefined : from,
      to: to === '' ? undefined : to,
      facts,
      forgive,
    });
  }

  private clear(): void {
    this.client?.stop();
    part(this, 'status').textContent = this.wording.words.empty;
    part(this, 'announce').textContent = '';
    for (const name of ['notes', 'suggestions', 'results']) part(this, name).replaceChildren();
    for (const name of [
      'more',
      'stop',
      'resume',
      'retry',
      'reorder',
      'failure',
      'after',
      'facets',
    ]) {
      part(this, name).hidden = true;
    }
    this.drawHistogram();
  }

  private async onProgress(progress: Progress): Promise<void> {
    this.progress = progress;
    const { wording } = this;
    const { state, found } = progress;
    part(this, 'failure').hidden = true;
    part(this, 'status').textContent = sayProgress(progress, wording, this.state.text.trim());
    part(this, 'stop').hidden = state !== 'searching' || progress.waiting.length === 0;
    part(this, 'resume').hidden = state !== 'stopped';
    this.drawNotes(progress);
    this.drawHistogram();
    part(this, 'after').hidden = found === 0;
    part(this, 'facets').hidden = found === 0;
    const finished = state !== 'searching';
    if (found > 0 && this.listed !== this.search) {
      this.listed = this.search;
      await this.list();
    } else if (this.progress === progress && (finished || this.shown < firstPage)) {
      await this.refresh();
    } else if (found === 0 && finished) part(this, 'results').replaceChildren();
    this.drawMore();
    if (finished) {
      part(this, 'announce').textContent = part(this, 'status').textContent;
      await this.drawFacets();
    }
  }

  /**
   * Adds what further answers have brought. Where results listed before are no longer in order, they are put in
   * order if the reader has not begun to read them; else the reader is asked.
   */
  private async refresh(): Promise<void> {
    const { search } = this;
    const articles = (await this.client?.page(0, Math.max(this.shown, firstPage))) ?? [];
    const ids = articles.map((article) => ('id' in article ? article.id : ''));
    const results = part(this, 'results');
    const listed = [...results.children].map((item) => (item as HTMLElement).dataset['id'] ?? '');
    if (search !== this.search) return;
    if (listed.every((id, i) => id === ids[i])) {
      results.append(...articles.slice(listed.length).map((article) => this.draw(article)));
      this.shown = articles.length;
      this.client?.drawn(this.shown);
      return;
    }
    const reading =
      results.contains(document.activeElement) || results.getBoundingClientRect().top < 0;
    if (reading) part(this, 'reorder').hidden = false;
    else await this.list();
  }

  private async list(): Promise<void> {
    const { search } = this;
    part(this, 'reorder').hidden = true;
    const count = Math.max(this.shown, firstPage);
    const articles = (await this.client?.page(0, count).catch(() => [])) ?? [];
    if (search !== this.search) return;
    part(this, 'results').replaceChildren(...articles.map((article) => this.draw(article)));
    this.shown = articles.length;
    this.client?.drawn(this.shown);
    this.drawMore();
    this.dataset['listed'] = String(articles.length);
  }

  private draw(article: Parameters<typeof drawResult>[1]): HTMLElement {
    const item = drawResult(this, article, {
      wording: this.wording,
      base: this.base,
      marks: this.state.text.trim(),
      language: this.dataset['language'] ?? 'en',
    });
    if ('id' in article) item.dataset['id'] = article.id;
    return item;
  }

  private async showMore(): Promise<void> {
    const { search } = this;
    const articles = (await this.client?.page(this.shown, nextPages)) ?? [];
    if (search !== this.search) return;
    const items = articles.map((article) => this.draw(article));
    part(this, 'results').append(...items);
    this.shown += items.length;
    items[0]?.querySelector<HTMLElement>('[data-part="headline"]')?.focus();
    this.drawMore();
  }

  private drawMore(): void {
    const left = (this.progress?.found ?? 0) - this.shown;
    const more = part(this, 'more');
    more.hidden = left <= 0 || this.shown === 0;
    more.textContent = this.wording.plural(this.wording.words.more, Math.min(left, nextPages));
  }

  private drawNotes({ notes, liberties, suggestions, failed }: Progress): void {
    const { wording } = this;
    const said = [
      ...notes.map((note) => sayNote(note, wording)),
      ...liberties.map((liberty) => sayLiberty(liberty, wording)),
      ...(failed.length > 0 ? [sayFailures(failed, wording)] : []),
    ];
    part(this, 'notes').replaceChildren(
      ...said.map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
    part(this, 'retry').hidden = failed.length === 0;
    const links = suggestions.slice(0, 4).map(({ word, instead }) => {
      const link = document.createElement('a');
      const text = this.state.text.replace(word, instead);
      link.href = printState({ ...this.state, text });
      link.textContent = text;
      return link;
    });
    const asking = links.flatMap((link, i) => [
      i === 0 ? `${wording.words.didYouMean} ` : ', ',
      link,
    ]);
    part(this, 'suggestions').replaceChildren(...asking, ...(links.length > 0 ? ['?'] : []));
  }

  private drawHistogram(): void {
    if (this.all.length === 0) return;
    const asked = asksForSomething(this.state);
    const found = asked ? (this.progress?.dates ?? []) : this.all;
    const measure = asked ? this.state.measure : 'count';
    const { overTime, allOverTime } = this.wording.words;
    part(this, 'over-time').textContent = asked ? overTime : allOverTime;
    part(this, 'measure').hidden = !asked;
    const view = { state: { ...this.state, measure }, found, all: this.all };
    this.histogram.show(view, this.wording);
  }

  private async drawFacets(): Promise<void> {
    if (!this.facetsAreOpen || !this.progress || this.progress.state === 'searching') return;
    const { search, state, wording, client } = this;
    const panel = part(this, 'facets');
    try {
      for (const column of columns) {
        const counts = (await client?.counts(column)) ?? [];
        if (search !== this.search) return;
        drawFacet(panel, column, counts, { state, wording });
      }
      part(panel, 'facets-failed').hidden = true;
    } catch {
      if (search === this.search) part(panel, 'facets-failed').hidden = false;
    }
  }

  private fail(reason: 'no-webassembly' | 'unreachable'): void {
    const { words } = this.wording;
    const text = reason === 'no-webassembly' ? words.noWebAssembly : words.unreachable;
    const failure = part(this, 'failure');
    failure.hidden = false;
    part(failure, 'failure-text').textContent = [navigator.onLine ? '' : words.offline, text]
      .filter(Boolean)
      .join(' ');
    part(this, 'status').textContent = '';
    part(this, 'retry').hidden = reason === 'no-webassembly';
    part(this, 'announce').textContent = text;
    this.client = undefined;
  }

  private resume(): void {
    if (this.client && this.progress) this.client.resume();
    else this.run({ forgive: true });
  }

  private async save(format: ExportFormat): Promise<void> {
    try {
      const articles = (await this.client?.list(mostExported)) ?? [];
      saveFile(
        exportAs(format, articles, {
          site: new URL(this.base, location.href).href,
          archive: this.dataset['archive'] ?? '',
          search: location.href,
        }),
      );
      part(this, 'save-failed').hidden = true;
    } catch {
      part(this, 'save-failed').hidden = false;
    }
  }

  private readForm(): SearchState {
    const data = new FormData(this.form);
    const field = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const from = field('from');
    const to = field('to');
    for (const [name, value] of Object.entries({ from, to })) this.checkDate(name, value);
    return {
      ...this.state,
      text: this.box.value.trim(),
      order: parseState(`?order=${field('order')}`).order,
      from: isEnd(from) ? from : '',
      to: isEnd(to) ? to : '',
      measure: field('show') === 'share' ? 'share' : 'count',
    };
  }

  private checkDate(name: string, value: string): void {
    const field = this.form.elements.namedItem(name);
    const wrong = value !== '' && !isEnd(value);
    const text = wrong ? this.wording.fill(this.wording.words.dateWrong, { text: value }) : '';
    if (field instanceof HTMLInputElement) {
      field.setAttribute('aria-invalid', String(wrong));
      field.setCustomValidity(text);
      if (wrong) field.reportValidity();
    }
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.go(this.readForm());
  }

  /** While the reader types, the last address is rewritten, so that back leads to the search before. */
  private onInput(event: Event): void {
    if (event.target !== this.box) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.state = this.readForm();
      history.replaceState(null, '', printState(this.state) || location.pathname);
      this.run({ forgive: false });
      this.timer = setTimeout(() => {
        if (this.progress?.state === 'complete' && this.progress.found < 3)
          this.run({ forgive: true });
      }, longPauseMs);
    }, pauseMs);
  }

  private onChange(event: Event): void {
    if (event.target !== this.box) this.go(this.readForm());
  }

  /** Links that change the search do so without leaving the page. */
  private onLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (!link || !href?.startsWith('?') || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.go(parseState(href));
    if (!link.isConnected) part(this, 'status').focus();
  }

  private onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const inBox = target === this.box;
    const links = [
      ...part(this, 'results').querySelectorAll<HTMLElement>('[data-part="headline"]'),
    ];
    const at = links.indexOf(target);
    if (!inBox && at < 0 && event.key !== 'Escape') return;
    if (event.key === 'ArrowDown') (links[at + 1] ?? part(this, 'more')).focus();
    else if (event.key === 'ArrowUp' && !inBox) (links[at - 1] ?? this.box).focus();
    else if (event.key === 'Escape' && !inBox) {
      this.box.focus();
      this.box.select();
    } else return;
    event.preventDefault();
  }
}

customElements.define('search-histogram', SearchHistogram);
customElements.define('search-page', SearchPage);
