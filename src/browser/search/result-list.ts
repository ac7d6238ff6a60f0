// The list of results on the page: what is listed, what comes to it, and the reader's place in it.

import type { SearchClient } from './client.ts';
import { firstPage, nextPages } from './page-size.ts';
import { part } from './parts.ts';
import type { FoundArticle, LostArticle, Progress } from './progress.ts';
import type { Place } from './search-history.ts';

type Listed = FoundArticle | LostArticle;

export interface ListContext {
  client(): SearchClient | undefined;
  /** Makes the list item of an article. */
  draw(article: Listed): HTMLElement;
  /** Is told when more is listed. */
  listed(): void;
}

export class ResultList {
  /** How many results are listed. */
  shown = 0;
  private readonly page: HTMLElement;
  private readonly context: ListContext;
  /** A number for each search: what an older one still brings is not listed. */
  private search = 0;
  /** Where the reader was when the page was left, until it is so again. */
  private place: Place | undefined;

  constructor(page: HTMLElement, context: ListContext) {
    this.page = page;
    this.context = context;
    // A reader who moves has a place of their own.
    for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
      addEventListener(kind, () => (this.place = undefined), { passive: true, capture: true });
    }
  }

  /** Begins the list of another search. What the last one listed stays until there is something else to list. */
  begin(place: Place | undefined): void {
    this.search++;
    this.shown = 0;
    this.place = place;
  }

  clear(): void {
    this.list.replaceChildren();
  }

  /** Lists what a search has found. */
  async update({ found, state }: Progress): Promise<void> {
    if (state === 'searching') return;
    if (found > 0) await this.relist();
    else this.clear();
    this.place = undefined;
  }

  /** Lists the best results in their order. */
  private async relist(): Promise<void> {
    const { search } = this;
    const articles =
      (await this.context
        .client()
        ?.page(0, this.wanted)
        .catch(() => [])) ?? [];
    if (search !== this.search) return;
    this.list.replaceChildren(...articles.map((article) => this.draw(article)));
    this.ended(articles.length);
    this.page.dataset['listed'] = String(articles.length);
  }

  /** Lists more. Returns the first of them. */
  async showMore(): Promise<HTMLElement | undefined> {
    const { search } = this;
    const next = this.context.client()?.page(this.shown, nextPages);
    const articles = (await next?.catch(() => [])) ?? [];
    if (search !== this.search) return undefined;
    const items = articles.map((article) => this.draw(article));
    this.list.append(...items);
    this.shown += items.length;
    this.context.listed();
    return items[0];
  }

  /** The reader's place; none before anything is listed. */
  findPlace(): Place | undefined {
    if (this.shown === 0 || this.place) return undefined;
    const items = [...this.list.children] as HTMLElement[];
    const first = items.find((item) => item.getBoundingClientRect().bottom > 0);
    const top = first?.getBoundingClientRect().top ?? 0;
    const id = top < innerHeight ? first?.dataset['id'] : undefined;
    return { shown: this.shown, id, top, scrolled: scrollY };
  }

  private get list(): HTMLElement {
    return part(this.page, 'results');
  }

  /** How many results are to be listed at first. */
  private get wanted(): number {
    return Math.max(this.shown, this.place?.shown ?? 0, firstPage);
  }

  private draw(article: Listed): HTMLElement {
    const item = this.context.draw(article);
    const id = idOf(article);
    if (id !== undefined) item.dataset['id'] = id;
    return item;
  }

  private ended(shown: number): void {
    this.shown = shown;
    this.restorePlace();
    this.context.listed();
  }

  private restorePlace(): void {
    const { place } = this;
    if (!place) return;
    const item = ([...this.list.children] as HTMLElement[]).find(
      ({ dataset }) => dataset['id'] === place.id,
    );
    if (item) {
      const by = item.getBoundingClientRect().top - place.top;
      scrollBy({ top: by, behavior: 'instant' });
    } else scrollTo({ top: place.scrolled, behavior: 'instant' });
  }
}

const idOf = (article: Listed | undefined): string | undefined =>
  article && 'id' in article ? article.id : undefined;
