/** Where a slash is a letter like any other. */
const typedInto =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

/** `/` goes to the search box, unless the reader is typing. */
export function listenForSlash(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const typing = target instanceof HTMLElement && target.closest(typedInto) !== null;
    const box = [...document.querySelectorAll<HTMLInputElement>('[data-search-shortcut]')].findLast(
      (one) => one.getClientRects().length > 0,
    );
    if (typing || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
