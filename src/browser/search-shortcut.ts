/** `/` goes to the search box, unless the reader is typing. */
export function listenForSlash(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const typing =
      target instanceof HTMLElement &&
      target.closest('input, textarea, select, [contenteditable]') !== null;
    const box = [...document.querySelectorAll<HTMLInputElement>('[data-search-shortcut]')].at(-1);
    if (typing || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
