// What every page's script does.

import { openForPaper } from './open-for-paper.ts';
import { listenForSlash } from './search-shortcut.ts';
import { keepThemeChoice } from './theme.ts';
import { tellAge } from './age.ts';
import { localeOfPage } from './locale.ts';

keepThemeChoice();
listenForSlash();
tellAge();

// The first formatter of dates takes a phone a tenth of a second, so it is made for those who print.
addEventListener('beforeprint', tellDateOfAccess);
openForPaper();

// On an article's page that article is what is to be taken, not those beside it.
const cards = document.querySelectorAll<HTMLElement>('article.card');
if (cards.length > 0 && !document.querySelector('meta[name="DC.type"]')) {
  void import('./list-coins.ts').then(({ offerCards }) => offerCards(cards)).catch(() => undefined);
}

/** A printed page says on which day it was read. */
function tellDateOfAccess(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-date-of-access]')) {
    const today = new Intl.DateTimeFormat(localeOfPage(), { dateStyle: 'long' }).format(new Date());
    place.textContent = (place.dataset['dateOfAccess'] ?? '{date}').replace('{date}', today);
  }
}
