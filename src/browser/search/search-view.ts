// What stands on the search page beside its form and its results: all of it follows from a state and a progress.

import { asksForSomething, type SearchState } from './address.ts';
import { drawChosen } from './facets.ts';
import { keepFocus } from './focus.ts';
import type { SearchHistogram } from './histogram.ts';
import { sayProgress } from './sentences.ts';
import { nextPages } from './page-size.ts';
import { part } from './parts.ts';
import type { Progress } from './progress.ts';
import { drawFailure, drawRemarks, remarksAloud } from './remarks.ts';
import type { Unopened } from './service.ts';
import type { Wording } from './wording.ts';
import type { DayCount } from '../../search/format/manifest.ts';

/** What is shown. */
export interface Shown {
  state: SearchState;
  /** Of the search that is asked; none where nothing is known of it yet. */
  progress: Progress | undefined;
}

export class SearchView {
  /** How many articles of the archive each date tag has; none before the index is open. */
  all: DayCount[] = [];
  /** What is remarked whatever the search. */
  news: string[] = [];
  private readonly page: HTMLElement;
  private readonly wording: Wording;

  constructor(page: HTMLElement, wording: Wording) {
    this.page = page;
    this.wording = wording;
  }

  get status(): HTMLElement {
    return part(this.page, 'status');
  }

  /** Draws, and sees to it that the focus is somewhere afterwards. */
  draw(work: () => void): void {
    keepFocus(this.page, () => this.status, work);
  }

  hide(...names: string[]): void {
    for (const name of names) part(this.page, name).hidden = true;
  }

  /** Says what is being searched, before anything is known of it. */
  begin(shown: Shown, archive: string | undefined): void {
    const { words } = this.wording;
    part(this.page, 'announce').textContent = '';
    document.title = [shown.state.text, words.title, archive].filter((piece) => piece).join(' – ');
    if (!asksForSomething(shown.state)) return;
    this.status.textContent = words.searching;
    this.draw(() => {
      this.hide('more');
      this.drawState(shown);
    });
  }

  clear(shown: Shown): void {
    this.status.textContent = this.wording.words.empty;
    this.hide('more', 'after', 'facets', 'failure');
    this.drawState(shown);
    this.drawHistogram(shown);
  }

  /** Draws all that follows from the state and the progress, but the results. */
  show(shown: Shown): void {
    const { progress, state } = shown;
    this.draw(() => {
      if (progress) {
        this.status.textContent = sayProgress(progress, this.wording, state.text.trim());
        part(this.page, 'after').hidden = progress.found === 0;
        part(this.page, 'facets').hidden = progress.found === 0;
      }
      this.drawState(shown);
      this.drawHistogram(shown);
    });
  }

  /** Tells a screen reader what has been found. */
  announce(progress: Progress): void {
    const said = [this.status.textContent ?? '', ...remarksAloud(progress, this.wording)];
    part(this.page, 'announce').textContent = said.join(' ');
  }

  /** Offers the results that are not listed yet. */
  drawMore(found: number, listed: number): void {
    const more = part(this.page, 'more');
    more.hidden = found <= listed || listed === 0;
    const next = Math.min(found - listed, nextPages);
    more.textContent = this.wording.plural(this.wording.words.more, next);
  }

  drawHistogram({ state, progress }: Shown): void {
    if (this.all.length === 0) return;
    const asked = asksForSomething(state);
    const found = asked ? (progress?.dates ?? []) : this.all;
    const measure = asked ? state.measure : 'count';
    const { overTime, allOverTime } = this.wording.words;
    part(this.page, 'over-time').textContent = asked ? overTime : allOverTime;
    part(this.page, 'measure').hidden = !asked;
    const view = { state: { ...state, measure }, found, all: this.all };
    part<SearchHistogram>(this.page, 'histogram').show(view, this.wording);
  }

  fail(reason: Unopened): void {
    this.status.textContent = '';
    part(this.page, 'announce').textContent = drawFailure(this.page, reason, this.wording);
  }

  /** Draws what is chosen, and what is remarked on the search. */
  private drawState({ state, progress }: Shown): void {
    const { wording, news } = this;
    drawChosen(part(this.page, 'chosen'), { state, wording });
    drawRemarks(this.page, progress, { state, wording, news });
  }
}
