/**
 * Whether a key is pressed by itself, for the page: with Control, Meta or Alt it belongs to the browser, while
 * letters are composed (UI Events §5.8) to the input method. Safari says of the key that ends a composition only
 * that it is number 229.
 */
export const isPlainKey = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.isComposing &&
  event.keyCode !== 229 &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey;
