// Draws the bars of the histogram, what stands below them, and the same numbers as a table.

import { printState, type SearchState } from './address.ts';
import type { Bucket } from './buckets.ts';
import type { Wording } from './wording.ts';

const svg = 'http://www.w3.org/2000/svg';
const height = 100;

/** What bars are drawn with: the state that their links change, and how their height is measured. */
export interface BarContext {
  state: SearchState;
  wording: Wording;
}

/** How high a bar is, in the measure that is chosen. */
export function measured({ found, all }: Bucket, { measure }: SearchState): number {
  if (measure === 'count') return found;
  return all === 0 ? 0 : found / all;
}

/** A height in words; empty for none. */
export function printMeasure(value: number, { state, wording }: BarContext): string {
  if (value === 0) return '';
  return state.measure === 'count' ? wording.number(value) : wording.share(value, 1);
}

/** The address of the search within a range. */
export const addressOf = (state: SearchState, from: string, to: string): string =>
  printState({ ...state, from, to }) || '?';

/** A bar as a link that narrows the search to its time. */
export function drawBar(bar: Bucket, most: number, context: BarContext): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = addressOf(context.state, bar.from, bar.to);
  link.setAttribute('aria-label', describe(bar, context.wording));
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', `0 0 10 ${height}`);
  picture.setAttribute('preserveAspectRatio', 'none');
  picture.setAttribute('aria-hidden', 'true');
  const rect = document.createElementNS(svg, 'rect');
  const tall = most === 0 ? 0 : (height * measured(bar, context.state)) / most;
  const drawn = bar.found > 0 ? Math.max(tall, 1.5) : 0;
  rect.setAttribute('width', '10');
  rect.setAttribute('y', String(height - drawn));
  rect.setAttribute('height', String(drawn));
  picture.append(rect);
  link.append(picture);
  return link;
}

/** About as many labels as have room, at round places. */
export function drawAxis(bars: readonly Bucket[], width: number, wording: Wording): HTMLElement[] {
  const labels = Math.max(2, Math.floor(width / 64));
  const every = [1, 2, 5, 10, 20, 25, 50, 100].find((step) => bars.length / step <= labels) ?? 100;
  return bars.map((bar, i) => {
    const label = document.createElement('span');
    const number = bar.from.length === 4 ? Number(bar.from) : i;
    const years = Number(bar.to) - Number(bar.from) + 1;
    const round = bar.from.length === 4 && years === 1 ? number % every === 0 : i % every === 0;
    if (round && i + every / 2 <= bars.length) label.textContent = shortLabel(bar, width, wording);
    return label;
  });
}

function shortLabel({ from }: Bucket, width: number, wording: Wording): string {
  if (from.length === 4) return wording.date(from);
  if (from.length === 10) return wording.number(Number(from.slice(8)));
  return from.endsWith('-01') || width < 500 ? from : from.slice(5);
}

/** The way out of a chosen range: all dates, its year, its month. */
export function drawPath({ state, wording }: BarContext): (Node | string)[] {
  const { from, to } = state;
  if (from === '' && to === '') return [];
  const steps: [label: string, period: string][] = [[wording.words.allDates, '']];
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from.length > 4 && year === to.slice(0, 4)) steps.push([wording.date(year), year]);
  if (from.length === 10 && month === to.slice(0, 7)) steps.push([wording.date(month), month]);
  const here = document.createElement('strong');
  here.textContent = printRange(from, to, wording);
  return [
    ...steps.flatMap(([label, period]) => {
      const link = document.createElement('a');
      link.href = addressOf(state, period, period);
      link.textContent = label;
      return [link, ' › '];
    }),
    here,
  ];
}

/** A range may be open at one end. */
function printRange(from: string, to: string, wording: Wording): string {
  const [first, last] = [from, to].map((tag) => (tag === '' ? '…' : wording.date(tag)));
  return from === to ? `${first}` : `${first}–${last}`;
}

/** What a bar says: its time, how many were found, and of how many. */
export function describe(bar: Bucket, wording: Wording): string {
  const { words } = wording;
  const period = printRange(bar.from, bar.to, wording);
  if (bar.all === 0) {
    return wording.fill(words.labelled, { label: period, value: words.noArticles });
  }
  return wording.fill(words.barShare, {
    period,
    found: wording.number(bar.found),
    all: wording.plural(words.found, bar.all),
    share: wording.share(bar.found, bar.all),
  });
}

export function drawRows(bars: readonly Bucket[], wording: Wording): HTMLElement[] {
  return bars.map((bar) => {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.setAttribute('scope', 'row');
    head.textContent = printRange(bar.from, bar.to, wording);
    const share = bar.all === 0 ? '' : wording.share(bar.found, bar.all);
    const cells = [wording.number(bar.found), wording.number(bar.all), share].map((text) => {
      const cell = document.createElement('td');
      cell.textContent = text;
      return cell;
    });
    row.append(head, ...cells);
    return row;
  });
}

/** The numbers for other programs. */
export const printTable = (bars: readonly Bucket[]): string =>
  [
    'from,to,found,all,share',
    ...bars.map(({ from, to, found, all }) =>
      [from, to, found, all, all === 0 ? '' : found / all].join(','),
    ),
    '',
  ].join('\r\n');
