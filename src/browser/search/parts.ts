/** Finds the part of an element that is marked `data-part`; its absence is an error of the page. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as querySelector has it: the page's markup decides
export function part<T extends HTMLElement = HTMLElement>(within: ParentNode, name: string): T {
  const found = within.querySelector<T>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part ${name}.`);
  return found;
}

/** Copies the content of a template. */
export function copyOf(within: ParentNode, name: string): HTMLElement {
  const template = part(within, name) as unknown as HTMLTemplateElement;
  const copy = template.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`The template ${name} is empty.`);
  return copy;
}
