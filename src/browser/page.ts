// What every page's script does.

import { listenForSlash } from './search-shortcut.ts';
import { keepThemeChoice } from './theme.ts';
import { tellAge } from './age.ts';
import { localeOfPage } from './locale.ts';

keepThemeChoice();
listenForSlash();
tellAge();

/** A printed page says on which day it was read. */
for (const place of document.querySelectorAll<HTMLElement>('[data-date-of-access]')) {
  const today = new Intl.DateTimeFormat(localeOfPage(), { dateStyle: 'long' }).format(new Date());
  place.textContent = (place.dataset['dateOfAccess'] ?? '#').replace('#', today);
}
