import { addContextObject, tellZotero } from './coins.ts';

/** Offers Zotero the articles that a page lists. */
export function offerCards(cards: Iterable<HTMLElement>): void {
  for (const card of cards) {
    const link = card.querySelector<HTMLAnchorElement>('.headline a');
    if (!link) continue;
    addContextObject(card, {
      title: link.textContent.trim(),
      address: link.pathname,
      section: card.querySelector('.section')?.textContent,
      language: link.closest<HTMLElement>('[lang]')?.lang ?? '',
    });
  }
  tellZotero();
}
