import { addContextObject, tellZotero } from './coins.ts';

// On an article's page that article is what is to be taken, not those beside it.
if (!document.querySelector('meta[name="DC.type"]')) {
  for (const card of document.querySelectorAll<HTMLElement>('article.card')) {
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
