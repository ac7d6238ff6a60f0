import type { Page } from 'playwright-core';

/**
 * Finds text that a reader cannot see whole because a box cuts it off or it lies beyond the page's edge. Boxes
 * that are scrolled sideways by a reader who can focus them (wide code and tables), text that is cut by lines with
 * an ellipsis, and text for screen readers alone are as they should be.
 */
export function findClippedText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clipped: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === '' || !element.checkVisibility()) continue;
      if (element.closest('.sr-only, .skip, script, style') || isForEars(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const by = clippingBox(element, rect);
        if (!by) continue;
        clipped.push(`“${node.textContent?.trim().slice(0, 40)}” by ${by}`);
        break;
      }
    }
    return clipped;

    /** What `.sr-only` does, some things do at a phone's width alone. */
    function isForEars(element: Element): boolean {
      return getComputedStyle(element).clipPath === 'inset(50%)';
    }

    function clippingBox(element: Element, text: DOMRect): string | undefined {
      for (
        let box: Element | null = element;
        box && box !== document.body;
        box = box.parentElement
      ) {
        const { overflowX, overflowY, display, webkitLineClamp } = getComputedStyle(box);
        if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue;
        const { left, top, right, bottom } = box.getBoundingClientRect();
        const beside = text.left < left - 1 || text.right > right + 1;
        const below = text.top < top - 1 || text.bottom > bottom + 1;
        const scrolledSideways =
          /auto|scroll/.test(overflowX) && (box as HTMLElement).tabIndex === 0;
        // What is cut there is out of sight for the boxes around it too.
        if (webkitLineClamp !== 'none' || (scrolledSideways && !below)) return undefined;
        if (beside || below) return `${box.tagName.toLowerCase()}.${box.className}`;
      }
      const { clientWidth } = document.documentElement;
      return text.left < -1 || text.right > clientWidth + 1 ? 'the edge of the page' : undefined;
    }
  });
}
