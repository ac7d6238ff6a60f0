// Puts the reader's own date in the place of the one the front page was built with.

/** How many articles stand beside the lead. */
const shown = 4;

class OnThisDay extends HTMLElement {
  connectedCallback(): void {
    void this.showToday();
  }

  /** Where today's page cannot be had, what stands there stays. */
  private async showToday(): Promise<void> {
    const today = new Date();
    const monthDay = [today.getMonth() + 1, today.getDate()]
      .map((number) => String(number).padStart(2, '0'))
      .join('-');
    const address = `${this.dataset['pages']}${monthDay}/`;
    const link = this.querySelector<HTMLAnchorElement>('[data-day]');
    const place = this.querySelector('[data-list]');
    // Who has gone to an article here by keyboard is not moved away.
    const isInUse = (): boolean => this.contains(document.activeElement);
    if (!link || !place || link.pathname === address) return;
    try {
      const response = await fetch(address);
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const list = page.querySelector<HTMLElement>('main [data-list]');
      if (!list || isInUse()) return;
      for (const item of [...list.querySelectorAll('li')].slice(shown)) removeItem(item);
      for (const summary of list.querySelectorAll('[data-summary]')) summary.remove();
      const room = this.offsetHeight;
      place.replaceChildren(...list.childNodes);
      this.keepWithin(room, place);
      link.href = address;
      link.textContent = list.dataset['label'] ?? '';
    } catch {
      // Offline: the page as built is right, for another day.
    }
  }

  /** Leaves out the last articles, or room below them, so that what follows on the page stays where it was. */
  private keepWithin(room: number, place: Element): void {
    const items = [...place.querySelectorAll('li')];
    while (this.offsetHeight > room && items.length > 1) removeItem(items.pop());
    this.style.minBlockSize = `${room}px`;
  }
}

/** Removes an article from the list; with the last one of the days around goes what is said of them. */
function removeItem(item: Element | undefined): void {
  const near = item?.closest('[data-near]');
  item?.remove();
  if (near && !near.querySelector('li')) near.remove();
}

customElements.define('on-this-day', OnThisDay);
