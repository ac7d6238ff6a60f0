// Shows the large picture of a printed page in a window over the article, to be enlarged and moved about in. Without it
// the links lead to the picture by itself, where the browser does the same.

const steps = [100, 150, 200, 300, 400];

class ScanZoom extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => this.onClick(event));
  }

  private onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[data-large]') : null;
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!(link instanceof HTMLAnchorElement) || isElsewhere || event.button !== 0) return;
    event.preventDefault();
    this.open(link.href);
  }

  private open(address: string): void {
    const picture = document.createElement('img');
    picture.src = address;
    picture.alt = this.querySelector('figcaption')?.textContent?.trim() ?? '';
    picture.referrerPolicy = 'no-referrer';
    const window = document.createElement('dialog');
    window.className = 'scan-window';
    window.setAttribute('aria-labelledby', 'site-printed');
    let step = 0;
    const zoom = (by: number): void => {
      step = Math.min(Math.max(step + by, 0), steps.length - 1);
      picture.style.inlineSize = `${steps[step]}%`;
    };
    const bar = document.createElement('p');
    bar.append(
      this.button('reduce', () => zoom(-1)),
      this.button('enlarge', () => zoom(1)),
      this.button('close', () => window.close()),
    );
    const view = document.createElement('div');
    // What is larger than the window is scrolled by keys as well.
    view.tabIndex = 0;
    view.append(picture);
    picture.addEventListener('click', () => zoom(1));
    window.append(bar, view);
    window.addEventListener('close', () => window.remove());
    document.body.append(window);
    window.showModal();
  }

  private button(name: 'reduce' | 'enlarge' | 'close', press: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.dataset[name] ?? '';
    button.addEventListener('click', press);
    return button;
  }
}

customElements.define('scan-zoom', ScanZoom);
