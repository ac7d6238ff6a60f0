/** `/` goes to the search box, unless the reader is typing (WCAG 2.1.4: only where no text field has focus). */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable]')
  ) {
    return;
  }
  const boxes = document.querySelectorAll<HTMLInputElement>('[data-search-shortcut]');
  const box = boxes[boxes.length - 1];
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
