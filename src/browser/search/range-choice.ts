// Choosing one bar or several: by keys, and by dragging a pointer over them.

import { isPlainKey } from './keys.ts';

export interface RangeContext {
  /** The links of the bars, in the order of time. */
  links(): HTMLAnchorElement[];
  /** Is told from which bar to which a range is being chosen; of none, when that has ended. */
  marked(low: number, high: number): void;
  forgotten(): void;
  chosen(low: number, high: number): void;
}

export class RangeChoice {
  private readonly bars: HTMLElement;
  private readonly context: RangeContext;
  /** The bars from which and to which a range is being chosen. */
  private anchor: number | undefined;
  private head = 0;
  private dragged = false;

  constructor(bars: HTMLElement, context: RangeContext) {
    this.bars = bars;
    this.context = context;
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
  }

  get isActive(): boolean {
    return this.anchor !== undefined;
  }

  private forget(): void {
    this.anchor = undefined;
    this.mark();
  }

  private ends(): [low: number, high: number] | undefined {
    const { anchor, head } = this;
    return anchor === undefined ? undefined : [Math.min(anchor, head), Math.max(anchor, head)];
  }

  private mark(): void {
    const ends = this.ends();
    const [low, high] = ends ?? [1, 0];
    for (const [i, link] of this.context.links().entries()) {
      link.toggleAttribute('data-chosen', i >= low && i <= high);
    }
    if (ends) this.context.marked(low, high);
    else this.context.forgotten();
  }

  private choose(): void {
    const ends = this.ends();
    this.forget();
    if (ends) this.context.chosen(...ends);
  }

  private get isRightToLeft(): boolean {
    return getComputedStyle(this.bars).direction === 'rtl';
  }

  private onKey(event: KeyboardEvent): void {
    const links = this.context.links();
    const at = links.findIndex((link) => link === document.activeElement);
    if (at < 0 || !isPlainKey(event)) return;
    const step = this.stepOf(event.key);
    if (step !== undefined) {
      event.preventDefault();
      const to = Math.max(0, Math.min(links.length - 1, at + step));
      if (event.shiftKey) this.anchor ??= at;
      else this.anchor = undefined;
      this.head = to;
      for (const [i, link] of links.entries()) link.tabIndex = i === to ? 0 : -1;
      links[to]?.focus();
      this.mark();
    } else if (event.key === 'Enter' && this.isActive) {
      event.preventDefault();
      this.choose();
    } else if (event.key === 'Escape' && this.isActive) {
      event.stopPropagation();
      this.forget();
    }
  }

  private stepOf(key: string): number | undefined {
    const steps: Record<string, number> = {
      ArrowLeft: this.isRightToLeft ? 1 : -1,
      ArrowRight: this.isRightToLeft ? -1 : 1,
      PageUp: -10,
      PageDown: 10,
      Home: -Infinity,
      End: Infinity,
    };
    return steps[key];
  }

  private barAt(event: PointerEvent): number | undefined {
    const { left, right } = this.bars.getBoundingClientRect();
    const { length } = this.context.links();
    if (length === 0) return undefined;
    const along = (event.clientX - left) / (right - left);
    const place = Math.floor((this.isRightToLeft ? 1 - along : along) * length);
    return Math.max(0, Math.min(length - 1, place));
  }

  private onPointerDown(event: PointerEvent): void {
    // A finger that moves scrolls the page; it has the date fields and single bars.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    this.dragged = false;
    this.anchor = this.barAt(event);
    this.head = this.anchor ?? 0;
  }

  private onPointerMove(event: PointerEvent): void {
    if (!this.isActive || event.buttons !== 1) return;
    const at = this.barAt(event);
    if (at === undefined || (at === this.head && !this.dragged)) return;
    if (!this.dragged) this.bars.setPointerCapture(event.pointerId);
    this.dragged = true;
    this.head = at;
    this.mark();
  }

  private onPointerUp(): void {
    if (!this.isActive) return;
    if (this.dragged) this.choose();
    else this.forget();
  }
}
