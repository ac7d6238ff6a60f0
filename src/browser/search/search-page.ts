// The search page: improves the form, which leads here without scripts too, into a search. It has one state, which
// stands in the address, and one progress, which the search reports; all that is shown follows from the two.

import { tellZotero } from '../coins.ts';
import {
  asksForSomething,
  parseState,
  printState,
  requestOf,
  type SearchState,
} from './address.ts';
import { openClient, type SearchClient } from './client.ts';
import type { ExportFormat } from './export.ts';
import { saveFile, saveResults, type ExportFile } from './save-file.ts';
import { drawFacets } from './facets.ts';
import { linkFollowed } from './followed-link.ts';
import { SearchHistogram } from './histogram.ts';
import { readLimits } from './limits.ts';
import { part } from './parts.ts';
import type { Progress, SearchRequest } from './progress.ts';
import { ResultList } from './result-list.ts';
import { drawResult } from './results.ts';
import { fillForm, readForm } from './search-form.ts';
import * as searchHistory from './search-history.ts';
import { moveByKey } from './search-keys.ts';
import { SearchView, type Shown } from './search-view.ts';
import type { Unopened } from './service.ts';
import { Typing } from './typing.ts';
import { makeWording, type Wording } from './wording.ts';
import type { SearchMessages } from '../../messages.ts';

class SearchPage extends HTMLElement {
  private wording!: Wording;
  private view!: SearchView;
  private results!: ResultList;
  private client: SearchClient | undefined;
  private state: SearchState = parseState('');
  private request: SearchRequest | undefined;
  private progress: Progress | undefined;
  private readonly typing = new Typing({
    search: () => {
      const state = readForm(this.form, this.state);
      searchHistory.type(printState(state));
      this.state = state;
      this.run({ relax: false });
    },
    relax: () => {
      const { progress } = this;
      if (progress?.state === 'complete' && progress.found < 3) this.run({ relax: true });
    },
    rest: searchHistory.rest,
  });

  connectedCallback(): void {
    const words = JSON.parse(part(this, 'words').textContent ?? '') as SearchMessages;
    this.wording = makeWording(words, this.dataset['language'] ?? 'en');
    this.view = new SearchView(this, this.wording);
    this.results = new ResultList(this, {
      client: () => this.client,
      draw: (article) =>
        drawResult(this, article, {
          wording: this.wording,
          base: this.base,
          marks: this.state.text.trim(),
          language: this.dataset['language'] ?? 'en',
        }),
      listed: () => {
        this.view.drawMore(this.progress?.found ?? 0, this.results.shown);
        tellZotero();
      },
    });
    this.listen();
    part(this, 'without-script').hidden = true;
    part(this, 'page').hidden = false;
    const typedBefore = this.box.value;
    this.read();
    // Until the script came, the form was there to be typed into.
    if (this.state.text === '' && typedBefore.trim() !== '') {
      this.box.value = typedBefore;
      this.typing.goOn();
    }
    if (!this.client) this.open();
    if (this.state.text === '') this.box.focus({ preventScroll: true });
  }

  private listen(): void {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.go(readForm(this.form, this.state), 'enter');
    });
    this.box.addEventListener('input', (event) => {
      if (!event.isComposing) this.typing.goOn();
    });
    this.box.addEventListener('compositionend', () => this.typing.goOn());
    this.addEventListener('change', (event) => {
      if (event.target !== this.box) this.go(readForm(this.form, this.state), 'choice');
    });
    this.addEventListener('click', (event) => this.onLink(event));
    this.addEventListener('keydown', (event) => moveByKey(this, event));
    this.addEventListener('range', (event) => {
      const { from, to } = (event as CustomEvent<{ from: string; to: string }>).detail;
      this.go({ ...this.state, ...readLimits({ from, to }) }, 'choice');
      this.status.focus({ preventScroll: true });
    });
    this.addEventListener('save', (event) => saveFile((event as CustomEvent<ExportFile>).detail));
    this.onButton('retry', () => this.retry());
    this.onButton('reload', () => location.reload());
    this.onButton('more', () => void this.showMore());
    part(this, 'facets').addEventListener('toggle', () => void this.drawFacets());
    this.openWhereThereIsRoom();
    for (const format of ['csv', 'json', 'ris'] as const) {
      this.onButton(`save-${format}`, () => void this.save(format));
    }
    globalThis.addEventListener('popstate', () => this.read());
    searchHistory.followPlace(() => this.results.findPlace());
  }

  /** On a wide screen facets stand open beside the results, and the help until there are any. */
  private openWhereThereIsRoom(): void {
    const facets = part<HTMLDetailsElement>(this, 'facets');
    const wide = matchMedia('(width >= 64rem)');
    facets.open = wide.matches;
    wide.addEventListener('change', () => (facets.open = wide.matches));
    part<HTMLDetailsElement>(this, 'help').open = wide.matches;
  }

  /** A button that hides itself when it is pressed hands the focus on. */
  private onButton(name: string, press: () => void): void {
    part(this, name).addEventListener('click', () => this.view.draw(press));
  }

  private get form(): HTMLFormElement {
    return part<HTMLFormElement>(this, 'form');
  }

  private get box(): HTMLInputElement {
    return part<HTMLInputElement>(this, 'box');
  }

  private get status(): HTMLElement {
    return this.view.status;
  }

  /** What is shown now. */
  private get shown(): Shown {
    return { state: this.state, progress: this.progress };
  }

  private get base(): string {
    return this.dataset['base'] ?? '/';
  }

  private open(): SearchClient {
    const manifest = new URL(this.dataset['manifest'] ?? '', location.href).href;
    this.client = openClient(manifest, {
      opened: ({ dates, renewed }) => {
        this.view.all = dates;
        this.view.hide('failure');
        this.view.drawHistogram(this.shown);
        if (renewed) this.renew();
      },
      unopened: (reason) => this.view.draw(() => this.fail(reason)),
      progress: (progress) => void this.onProgress(progress),
    });
    return this.client;
  }

  /** The archive has been published anew: the search is asked again of what it holds now. */
  private renew(): void {
    this.view.news = [this.wording.words.renewed];
    if (asksForSomething(this.state)) this.run({ relax: true, place: this.results.findPlace() });
  }

  /** Takes the state from the address: at the start, and when the reader goes back or forward. */
  private read(): void {
    this.state = parseState(location.search);
    this.typing.end();
    const place = searchHistory.arrive();
    this.fill();
    this.run({ relax: true, place });
  }

  private fill(): void {
    fillForm(this.form, this.state, this.wording);
  }

  /** Searches a state and gives it an address of its own, to come back to. */
  private go(state: SearchState, by: 'enter' | 'choice'): void {
    this.typing.end();
    const isSame = printState(state) === printState(this.state);
    searchHistory.make(printState(state), by);
    this.state = isSame ? { ...state, reversed: state.reversed || this.state.reversed } : state;
    this.fill();
    const isAsked = JSON.stringify(requestOf(state, true)) === JSON.stringify(this.request);
    const isAnswered = this.progress?.failed.length === 0 && !this.progress.spellingFailed;
    if (isAsked && this.client && isAnswered) this.view.show(this.shown);
    else this.run({ relax: true });
  }

  private run({ relax, place }: { relax: boolean; place?: searchHistory.Place | undefined }): void {
    const { state } = this;
    if (!this.request && asksForSomething(state)) {
      part<HTMLDetailsElement>(this, 'help').open = false;
    }
    this.progress = undefined;
    this.request = requestOf(state, relax);
    this.results.begin(place);
    this.view.begin(this.shown, this.dataset['archive']);
    if (!asksForSomething(state)) return this.view.draw(() => this.clear());
    const client = this.client ?? this.open();
    client.search(this.request);
  }

  private clear(): void {
    this.client?.stop();
    this.request = undefined;
    this.results.clear();
    this.view.clear(this.shown);
  }

  private async onProgress(progress: Progress): Promise<void> {
    this.progress = progress;
    this.view.hide('failure');
    this.view.show(this.shown);
    await this.results.update(progress);
    if (this.progress !== progress || progress.state === 'searching') return;
    this.view.announce(progress);
    await this.drawFacets();
  }

  private async showMore(): Promise<void> {
    const first = await this.results.showMore();
    first?.querySelector<HTMLElement>('[data-part="headline"]')?.focus();
    this.keepPlace();
  }

  private keepPlace(): void {
    const place = this.results.findPlace();
    if (place) searchHistory.keepPlace(place);
  }

  private async drawFacets(): Promise<void> {
    const { progress, state, wording, client } = this;
    const panel = part<HTMLDetailsElement>(this, 'facets');
    if (!panel.open || !progress || progress.state === 'searching') return;
    await drawFacets(panel, {
      state,
      wording,
      count: async (facet) => (await client?.counts(facet)) ?? [],
      isWanted: () => progress === this.progress,
    });
  }

  private fail(reason: Unopened): void {
    this.view.fail(reason);
    this.client?.close();
    this.client = undefined;
  }

  private retry(): void {
    if (this.client && this.progress) this.client.retry();
    else this.run({ relax: true });
  }

  private async save(format: ExportFormat): Promise<void> {
    const site = new URL(this.base, location.href).href;
    const context = { site, archive: this.dataset['archive'] ?? '', search: location.href };
    const isSaved = await saveResults(this.client, format, context);
    part(this, 'save-failed').hidden = isSaved;
  }

  /** Links that change the search do so without leaving the page. */
  private onLink(event: MouseEvent): void {
    const href = linkFollowed(event);
    if (href === undefined) return;
    this.keepPlace();
    if (!href.startsWith('?')) return;
    event.preventDefault();
    const chosen = parseState(href);
    const { from, to, wrong } = this.state;
    const hasSameLimits = chosen.from === from && chosen.to === to;
    this.go(hasSameLimits ? { ...chosen, wrong } : chosen, 'choice');
    // What was chosen may be gone, or be another place now: the count is where the reader goes on.
    this.status.focus({ preventScroll: event.detail > 0 });
  }
}

customElements.define('search-histogram', SearchHistogram);
customElements.define('search-page', SearchPage);
