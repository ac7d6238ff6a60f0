/**
 * The choice of light or dark: kept in the reader's own browser and nowhere else. The page's head applies it
 * before anything is drawn. Pages that are open beside this one, and those that the browser has kept for going
 * back, take it over.
 */
export function keepThemeChoice(): void {
  const choice = document.querySelector<HTMLFieldSetElement>('[data-theme-choice]');
  if (!choice) return;
  const root = document.documentElement;
  const inputs = [...choice.querySelectorAll('input')];
  const show = (theme: string): void => {
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    for (const input of inputs) input.checked = input.value === theme;
  };
  show(root.dataset['theme'] ?? 'system');
  for (const input of inputs) {
    input.addEventListener('change', () => {
      show(input.value);
      keep(input.value);
    });
  }
  addEventListener('storage', ({ key }) => {
    if (key === null || key === 'theme') show(kept() ?? 'system');
  });
  // Going back, a browser shows a page as it was kept, or puts the choice back that was made on it then.
  addEventListener('pageshow', () => show(kept() ?? root.dataset['theme'] ?? 'system'));
  choice.dataset['ready'] = '';
}

/** Storage may be forbidden; then the choice holds for its page. */
function keep(theme: string): void {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Nothing is kept.
  }
}

function kept(): string | undefined {
  try {
    return localStorage.getItem('theme') ?? 'system';
  } catch {
    return undefined;
  }
}
