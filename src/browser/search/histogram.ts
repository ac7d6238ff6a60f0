// The picture of when something was in the news: a bar for each year, month or day, each a link that narrows the
// search to its time. Bars can be chosen by pointer, by dragging over several, and by keys.

import type { DayCount } from '../../search/format/manifest.ts';
import { printState, type SearchState } from './address.ts';
import { countBuckets, type Bucket, type Buckets } from './buckets.ts';
import { part } from './parts.ts';
import type { Wording } from './wording.ts';

const svg = 'http://www.w3.org/2000/svg';
const height = 100;
/** The narrowest bar that a finger or eye can still tell apart, in pixels. */
const narrowest = { fine: 5, coarse: 9 };

export interface HistogramView {
  state: SearchState;
  found: readonly DayCount[];
  all: readonly DayCount[];
}

export class SearchHistogram extends HTMLElement {
  private wording: Wording | undefined;
  private view: HistogramView | undefined;
  private buckets: Buckets = { bars: [], undated: { from: '', to: '', found: 0, all: 0 } };
  /** The bars from which and to which a range is being chosen. */
  private anchor: number | undefined;
  private head = 0;
  private dragged = false;

  connectedCallback(): void {
    const bars = this.bars;
    bars.addEventListener('keydown', (event) => this.onKey(event));
    bars.addEventListener('pointerdown', (event) => this.onPointerDown(event));
    bars.addEventListener('pointermove', (event) => this.onPointerMove(event));
    bars.addEventListener('pointerup', () => this.onPointerUp());
    bars.addEventListener('pointercancel', () => this.forget());
    bars.addEventListener('click', (event) => {
      if (this.dragged) event.preventDefault();
      this.dragged = false;
    });
    bars.addEventListener('dragstart', (event) => event.preventDefault());
    this.addEventListener('pointerover', (event) => this.readOut(event.target));
    this.addEventListener('focusin', (event) => this.readOut(event.target));
    new ResizeObserver(() => this.redraw()).observe(this);
    part(this, 'save-table').addEventListener('click', () => this.saveTable());
  }

  /** Shows the counts of a search. */
  show(view: HistogramView, wording: Wording): void {
    this.view = view;
    this.wording = wording;
    this.draw();
  }

  private get bars(): HTMLElement {
    return part(this, 'bars');
  }

  private redraw(): void {
    if (this.view && this.anchor === undefined) this.draw();
  }

  private draw(): void {
    const { view, wording } = this;
    if (!view || !wording) return;
    const pixels = matchMedia('(pointer: coarse)').matches ? narrowest.coarse : narrowest.fine;
    const room = Math.max(10, Math.floor(this.clientWidth / pixels));
    const chosen = view.state.from === 'undated' ? { from: '', to: '' } : view.state;
    this.buckets = countBuckets(view.found, view.all, chosen, room);
    const { bars, undated } = this.buckets;
    this.hidden = bars.length === 0 && undated.all === 0;
    const most = Math.max(...[...bars, undated].map((bar) => this.measured(bar)), 0);
    const focused = this.focusedBar();
    this.bars.replaceChildren(...bars.map((bar, i) => this.drawBar(bar, i, most)));
    if (focused !== undefined) this.link(Math.min(focused, bars.length - 1))?.focus();
    part(this, 'top').textContent = this.printValue(most);
    part(this, 'axis').replaceChildren(...this.drawAxis(bars));
    this.drawUndated(undated, most);
    this.drawPath(view.state);
    this.drawTable();
  }

  private focusedBar(): number | undefined {
    const at = this.links().findIndex((link) => link === document.activeElement);
    return at < 0 ? undefined : at;
  }

  private links(): HTMLAnchorElement[] {
    return [...this.bars.querySelectorAll('a')];
  }

  private link(i: number): HTMLAnchorElement | undefined {
    return this.links()[i];
  }

  private measured({ found, all }: Bucket): number {
    if (this.view?.state.measure === 'count') return found;
    return all === 0 ? 0 : found / all;
  }

  private printValue(value: number): string {
    if (!this.wording || value === 0) return '';
    return this.view?.state.measure === 'count'
      ? this.wording.number(value)
      : this.wording.share(value, 1);
  }

  private drawBar(bar: Bucket, i: number, most: number): HTMLElement {
    const item = document.createElement('li');
    if (bar.all === 0) item.dataset['gap'] = '';
    const link = this.drawLink(bar, most);
    link.dataset['bar'] = String(i);
    link.tabIndex = i === 0 ? 0 : -1;
    item.append(link);
    return item;
  }

  private drawLink(bar: Bucket, most: number): HTMLAnchorElement {
    const link = document.createElement('a');
    link.href = this.addressOf(bar.from, bar.to);
    link.setAttribute('aria-label', this.describe(bar));
    const picture = document.createElementNS(svg, 'svg');
    picture.setAttribute('viewBox', `0 0 10 ${height}`);
    picture.setAttribute('preserveAspectRatio', 'none');
    picture.setAttribute('aria-hidden', 'true');
    const rect = document.createElementNS(svg, 'rect');
    const tall = most === 0 ? 0 : (height * this.measured(bar)) / most;
    const drawn = bar.found > 0 ? Math.max(tall, 1.5) : 0;
    rect.setAttribute('width', '10');
    rect.setAttribute('y', String(height - drawn));
    rect.setAttribute('height', String(drawn));
    picture.append(rect);
    link.append(picture);
    return link;
  }

  /** About as many labels as have room, at round places. */
  private drawAxis(bars: readonly Bucket[]): HTMLElement[] {
    const labels = Math.max(2, Math.floor(this.clientWidth / 64));
    const every =
      [1, 2, 5, 10, 20, 25, 50, 100].find((step) => bars.length / step <= labels) ?? 100;
    return bars.map((bar, i) => {
      const label = document.createElement('span');
      const number = bar.from.length === 4 ? Number(bar.from) : i;
      const years = Number(bar.to) - Number(bar.from) + 1;
      const round = bar.from.length === 4 && years === 1 ? number % every === 0 : i % every === 0;
      if (round && i + every / 2 <= bars.length) label.textContent = this.shortLabel(bar);
      return label;
    });
  }

  private shortLabel({ from }: Bucket): string {
    if (from.length === 4) return from;
    if (from.length === 10) return String(Number(from.slice(8)));
    return from.endsWith('-01') || this.clientWidth < 500 ? from : from.slice(5);
  }

  private drawUndated(undated: Bucket, most: number): void {
    const place = part(this, 'undated');
    place.hidden = undated.all === 0;
    part(this, 'undated-label').hidden = place.hidden;
    const link = this.drawLink(undated, most);
    link.dataset['bar'] = 'undated';
    if (this.view?.state.from === 'undated') link.setAttribute('aria-current', 'true');
    place.replaceChildren(link);
  }

  /** The way out of a chosen range: all dates, its year, its month. */
  private drawPath({ from, to }: SearchState): void {
    const path = part(this, 'path');
    path.replaceChildren();
    if (!this.wording || (from === '' && to === '')) return;
    const steps: [label: string, from: string, to: string][] = [
      [this.wording.words.allDates, '', ''],
    ];
    const same = from.slice(0, 4) === to.slice(0, 4);
    if (same && from.length > 4) steps.push([from.slice(0, 4), from.slice(0, 4), from.slice(0, 4)]);
    if (from.length === 10 && from.slice(0, 7) === to.slice(0, 7)) {
      steps.push([this.wording.date(from.slice(0, 7)), from.slice(0, 7), from.slice(0, 7)]);
    }
    for (const [label, first, last] of steps) {
      const link = document.createElement('a');
      link.href = this.addressOf(first, last);
      link.textContent = label;
      path.append(link, ' › ');
    }
    const here = document.createElement('strong');
    here.textContent = this.printRange(from, to);
    path.append(here);
  }

  private printRange(from: string, to: string): string {
    // A range may be open at one end.
    const [first, last] = [from, to].map((tag) =>
      tag === '' ? '…' : (this.wording?.date(tag) ?? tag),
    );
    return from === to ? `${first}` : `${first}–${last}`;
  }

  private describe(bar: Bucket): string {
    const { wording } = this;
    if (!wording) return '';
    const { words } = wording;
    const period = this.printRange(bar.from, bar.to);
    if (bar.all === 0) return `${period}: ${words.noArticles}`;
    const values = {
      period,
      found: wording.number(bar.found),
      all: wording.plural(words.found, bar.all),
      share: wording.share(bar.found, bar.all),
    };
    return wording.fill(words.barShare, values);
  }

  private readOut(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest('a[data-bar]') : null;
    const name = link?.getAttribute('data-bar') ?? '';
    const bar = name === 'undated' ? this.buckets.undated : this.buckets.bars[Number(name || -1)];
    if (bar && this.anchor === undefined) part(this, 'readout').textContent = this.describe(bar);
  }

  private drawTable(): void {
    const rows = this.rows().map((cells) => {
      const row = document.createElement('tr');
      row.append(
        ...cells.map((text, i) => {
          const cell = document.createElement(i === 0 ? 'th' : 'td');
          if (i === 0) cell.setAttribute('scope', 'row');
          cell.textContent = text;
          return cell;
        }),
      );
      return row;
    });
    part(this, 'rows').replaceChildren(...rows);
  }

  private rows(): string[][] {
    const { bars, undated } = this.buckets;
    const shown = undated.all > 0 ? [...bars, undated] : bars;
    return shown.map((bar) => [
      this.printRange(bar.from, bar.to),
      this.wording?.number(bar.found) ?? '',
      this.wording?.number(bar.all) ?? '',
      bar.all === 0 ? '' : (this.wording?.share(bar.found, bar.all) ?? ''),
    ]);
  }

  private saveTable(): void {
    const { bars, undated } = this.buckets;
    const lines = [...bars, undated].map(({ from, to, found, all }) =>
      [from, to, found, all, all === 0 ? '' : found / all].join(','),
    );
    const text = ['from,to,found,all,share', ...lines, ''].join('\r\n');
    this.dispatchEvent(
      new CustomEvent('save', {
        bubbles: true,
        detail: { text, type: 'text/csv', name: 'dates.csv' },
      }),
    );
  }

  private addressOf(from: string, to: string): string {
    const { view } = this;
    if (!view) return '';
    return printState({ ...view.state, from, to }) || '?';
  }

  private choose(from: number, to: number): void {
    const first = this.buckets.bars[Math.min(from, to)];
    const last = this.buckets.bars[Math.max(from, to)];
    if (!first || !last) return;
    this.dispatchEvent(
      new CustomEvent('range', { bubbles: true, detail: { from: first.from, to: last.to } }),
    );
  }

  private markChosen(): void {
    const [low, high] =
      this.anchor === undefined
        ? [1, 0]
        : [Math.min(this.anchor, this.head), Math.max(this.anchor, this.head)];
    for (const [i, link] of this.links().entries()) {
      link.toggleAttribute('data-chosen', i >= low && i <= high);
    }
    const first = this.buckets.bars[low];
    const last = this.buckets.bars[high];
    if (first && last && this.anchor !== undefined) {
      const all = this.buckets.bars.slice(low, high + 1);
      const sum = (of: 'found' | 'all'): number => all.reduce((total, bar) => total + bar[of], 0);
      const range = { from: first.from, to: last.to, found: sum('found'), all: sum('all') };
      part(this, 'readout').textContent = this.describe(range);
    }
  }

  private forget(): void {
    this.anchor = undefined;
    this.markChosen();
  }

  private onKey(event: KeyboardEvent): void {
    const at = this.focusedBar();
    if (at === undefined) return;
    const rtl = getComputedStyle(this).direction === 'rtl';
    const steps: Record<string, number> = {
      ArrowLeft: rtl ? 1 : -1,
      ArrowRight: rtl ? -1 : 1,
      PageUp: -10,
      PageDown: 10,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const to = Math.max(0, Math.min(this.buckets.bars.length - 1, at + step));
      if (event.shiftKey) this.anchor ??= at;
      else this.anchor = undefined;
      this.head = to;
      for (const [i, link] of this.links().entries()) link.tabIndex = i === to ? 0 : -1;
      this.link(to)?.focus();
      this.markChosen();
    } else if (event.key === 'Enter' && this.anchor !== undefined) {
      event.preventDefault();
      const { anchor } = this;
      this.forget();
      this.choose(anchor, this.head);
    } else if (event.key === 'Escape' && this.anchor !== undefined) {
      event.stopPropagation();
      this.forget();
    }
  }

  private barAt(event: PointerEvent): number | undefined {
    const { left, right } = this.bars.getBoundingClientRect();
    const { length } = this.buckets.bars;
    if (length === 0) return undefined;
    const along = (event.clientX - left) / (right - left);
    const rtl = getComputedStyle(this).direction === 'rtl';
    return Math.max(0, Math.min(length - 1, Math.floor((rtl ? 1 - along : along) * length)));
  }

  private onPointerDown(event: PointerEvent): void {
    // A finger that moves scrolls the page; it has the date fields and single bars.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    this.dragged = false;
    this.anchor = this.barAt(event);
    this.head = this.anchor ?? 0;
  }

  private onPointerMove(event: PointerEvent): void {
    if (this.anchor === undefined || event.buttons !== 1) return;
    const at = this.barAt(event);
    if (at === undefined || (at === this.head && !this.dragged)) return;
    if (!this.dragged) this.bars.setPointerCapture(event.pointerId);
    this.dragged = true;
    this.head = at;
    this.markChosen();
  }

  private onPointerUp(): void {
    const { anchor } = this;
    if (anchor === undefined) return;
    this.forget();
    if (this.dragged) this.choose(anchor, this.head);
  }
}
