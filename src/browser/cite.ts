/** Fills "Cite this" when the reader opens it: what makes the citations is loaded then, and not before. */
class CiteThis extends HTMLElement {
  #filled = false;

  connectedCallback(): void {
    const details = this.querySelector('details');
    if (!details) return;
    details.addEventListener('toggle', () => void this.#fill(details));
    void this.#fill(details);
  }

  async #fill(details: HTMLDetailsElement): Promise<void> {
    if (this.#filled || !details.open) return;
    this.#filled = true;
    try {
      const { showCitations } = await import('./cite-panel.ts');
      showCitations(this, details);
    } catch {
      // The citation that stands in the page is still there; opening it again tries again.
      this.#filled = false;
    }
  }
}

customElements.define('cite-this', CiteThis);
