import { isPlainKey } from './keys.ts';
import { isShown } from './focus.ts';
import { part } from './parts.ts';

/** Arrow keys go from the box through the results, Escape leads back to the box. */
export function moveByKey(page: HTMLElement, event: KeyboardEvent): void {
  if (!isPlainKey(event) || event.shiftKey) return;
  const box = part<HTMLInputElement>(page, 'box');
  const more = part(page, 'more');
  const links = part(page, 'results').querySelectorAll<HTMLElement>('[data-part="headline"][href]');
  const stops = [box, ...links, ...(isShown(more) ? [more] : [])];
  const at = stops.indexOf(event.target as HTMLInputElement);
  let next: HTMLElement | undefined;
  if (event.key === 'ArrowDown' && at >= 0) next = stops[at + 1];
  else if (event.key === 'ArrowUp' && at > 0) next = stops[at - 1];
  else if (event.key === 'Escape' && event.target !== box) next = box;
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (event.key === 'Escape') box.select();
}
