/** Whether an element is drawn at all. */
export const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/**
 * Does what may take away or hide the control that has the focus. Where it does, the focus goes on to another, for
 * a browser would put it at the beginning of the page.
 */
export function keepFocus(within: HTMLElement, next: () => HTMLElement, work: () => void): void {
  const { activeElement } = document;
  const focused = within.contains(activeElement) ? activeElement : undefined;
  work();
  if (focused && !isShown(focused)) next().focus();
}
