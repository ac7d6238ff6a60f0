// The picture of when something was in the news: a bar for each year, month or day, each a link that narrows the
// search to its time. Bars can be chosen by pointer, by dragging over several, and by keys.

import type { DayCount } from '../../search/format/manifest.ts';
import type { SearchState } from './address.ts';
import {
  describe,
  drawAxis,
  drawBar,
  drawPath,
  drawRows,
  measured,
  printMeasure,
  printTable,
  type BarContext,
} from './bars.ts';
import { countBuckets, type Bucket, type Buckets } from './buckets.ts';
import { part } from './parts.ts';
import { RangeChoice } from './range-choice.ts';
import type { Wording } from './wording.ts';

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
  private choice: RangeChoice | undefined;

  connectedCallback(): void {
    this.choice = new RangeChoice(part(this, 'bars'), {
      links: () => this.links(),
      marked: (low, high) => this.sayRange(low, high),
      forgotten: () => this.redrawIfResized(),
      chosen: (low, high) => this.choose(low, high),
    });
    this.addEventListener('pointerover', (event) => this.readOut(event.target));
    this.addEventListener('focusin', (event) => this.readOut(event.target));
    new ResizeObserver(() => this.redrawIfResized()).observe(this);
    part(this, 'save-table').addEventListener('click', () => this.saveTable());
    part(this, 'size').addEventListener('click', () => this.resize(!this.isLarge));
  }

  /** Shows the counts of a search. */
  show(view: HistogramView, wording: Wording): void {
    this.view = view;
    this.wording = wording;
    // The choice of the measure is among what the larger picture shows.
    if (view.state.measure === 'share' && !this.isLarge) this.resize(true);
    this.draw();
  }

  private get isLarge(): boolean {
    return 'large' in this.dataset;
  }

  private resize(isLarge: boolean): void {
    this.toggleAttribute('data-large', isLarge);
    const button = part(this, 'size');
    const { words } = this.wording ?? {};
    button.textContent = (isLarge ? words?.smaller : words?.larger) ?? '';
  }

  /** The width that is drawn for, in pixels. */
  private drawnFor = 0;

  private redrawIfResized(): void {
    if (this.clientWidth !== this.drawnFor && !this.choice?.isActive) this.draw();
  }

  private draw(): void {
    const { view, wording } = this;
    if (!view || !wording) return;
    this.drawnFor = this.clientWidth;
    const pixels = matchMedia('(pointer: coarse)').matches ? narrowest.coarse : narrowest.fine;
    const room = Math.max(10, Math.floor(this.clientWidth / pixels));
    const chosen = view.state.from === 'undated' ? { from: '', to: '' } : view.state;
    this.buckets = countBuckets(view.found, view.all, chosen, room);
    const { bars, undated } = this.buckets;
    const context = { state: view.state, wording };
    this.hidden = bars.length === 0 && undated.all === 0;
    const most = Math.max(...[...bars, undated].map((bar) => measured(bar, view.state)), 0);
    this.keepingFocus(() => {
      this.drawBars(bars, most, context);
      this.drawUndated(undated, most, context);
      part(this, 'path').replaceChildren(...drawPath(context));
    });
    part(this, 'top').textContent = printMeasure(most, context);
    part(this, 'axis').replaceChildren(...drawAxis(bars, this.clientWidth, wording));
    const shown = undated.all > 0 ? [...bars, undated] : bars;
    part(this, 'rows').replaceChildren(...drawRows(shown, wording));
  }

  /** A link that is drawn anew while it has the focus keeps it: it is the link at the same place. */
  private keepingFocus(work: () => void): void {
    for (const place of ['bars', 'undated', 'path'].map((name) => part(this, name))) {
      const at = [...place.querySelectorAll('a')].indexOf(document.activeElement as never);
      if (at < 0) continue;
      work();
      const links = [...place.querySelectorAll('a')];
      const link = links[Math.min(at, links.length - 1)];
      for (const bar of place === part(this, 'bars') ? links : []) {
        bar.tabIndex = bar === link ? 0 : -1;
      }
      link?.focus({ preventScroll: true });
      return;
    }
    work();
  }

  private links(): HTMLAnchorElement[] {
    return [...part(this, 'bars').querySelectorAll('a')];
  }

  private drawBars(bars: readonly Bucket[], most: number, context: BarContext): void {
    const items = bars.map((bar, i) => {
      const item = document.createElement('li');
      if (bar.all === 0) item.dataset['gap'] = '';
      const link = drawBar(bar, most, context);
      link.dataset['bar'] = String(i);
      link.tabIndex = i === 0 ? 0 : -1;
      item.append(link);
      return item;
    });
    part(this, 'bars').replaceChildren(...items);
  }

  private drawUndated(undated: Bucket, most: number, context: BarContext): void {
    const place = part(this, 'undated');
    place.hidden = undated.all === 0;
    part(this, 'undated-label').hidden = place.hidden;
    const link = drawBar(undated, most, context);
    link.dataset['bar'] = 'undated';
    if (context.state.from === 'undated') link.setAttribute('aria-current', 'true');
    place.replaceChildren(link);
  }

  private readOut(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest('a[data-bar]') : null;
    const name = link?.getAttribute('data-bar') ?? '';
    const bar = name === 'undated' ? this.buckets.undated : this.buckets.bars[Number(name || -1)];
    if (bar && !this.choice?.isActive) this.say(bar);
  }

  private say(bar: Bucket): void {
    if (this.wording) part(this, 'readout').textContent = describe(bar, this.wording);
  }

  private sayRange(low: number, high: number): void {
    const bars = this.buckets.bars.slice(low, high + 1);
    const [first, last] = [bars[0], bars.at(-1)];
    if (!first || !last) return;
    const sum = (of: 'found' | 'all'): number => bars.reduce((total, bar) => total + bar[of], 0);
    this.say({ from: first.from, to: last.to, found: sum('found'), all: sum('all') });
  }

  private choose(low: number, high: number): void {
    const [first, last] = [this.buckets.bars[low], this.buckets.bars[high]];
    if (!first || !last) return;
    const detail = { from: first.from, to: last.to };
    this.dispatchEvent(new CustomEvent('range', { bubbles: true, detail }));
  }

  private saveTable(): void {
    const { bars, undated } = this.buckets;
    const detail = { text: printTable([...bars, undated]), type: 'text/csv', name: 'dates.csv' };
    this.dispatchEvent(new CustomEvent('save', { bubbles: true, detail }));
  }
}
