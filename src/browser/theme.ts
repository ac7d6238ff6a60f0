/**
 * The choice of light or dark: kept in the reader's own browser and nowhere else. The page's head applies it
 * before anything is drawn.
 */
export function keepThemeChoice(): void {
  const choice = document.querySelector<HTMLFieldSetElement>('[data-theme-choice]');
  if (!choice) return;
  const root = document.documentElement;
  for (const input of choice.querySelectorAll('input')) {
    input.checked = input.value === (root.dataset['theme'] ?? 'system');
    input.addEventListener('change', () => {
      if (input.value === 'system') delete root.dataset['theme'];
      else root.dataset['theme'] = input.value;
      try {
        if (input.value === 'system') localStorage.removeItem('theme');
        else localStorage.setItem('theme', input.value);
      } catch {
        // Storage may be forbidden; then the choice holds for this page.
      }
    });
  }
  choice.dataset['ready'] = '';
}
