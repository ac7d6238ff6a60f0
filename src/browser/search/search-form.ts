// The form: the query, the order, the limits of time. What is written in it stays as it is written.

import { parseState, type SearchState } from './address.ts';
import { ends, readLimits, type End } from './limits.ts';
import { part } from './parts.ts';
import type { Wording } from './wording.ts';

/** Shows a state in the form. */
export function fillForm(form: HTMLFormElement, state: SearchState, wording: Wording): void {
  const box = part<HTMLInputElement>(form, 'box');
  if (box.value.trim() !== state.text) box.value = state.text;
  const values = { order: state.order, show: state.measure, ...fieldsOf(state) };
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = value;
    }
  }
  markWrong(form, state, wording);
}

/** What stands in the two fields: a limit, or what was written instead of one. */
const fieldsOf = (state: SearchState): Record<End, string> => ({
  from: state.wrong.from?.text ?? state.from,
  to: state.wrong.to?.text ?? state.to,
});

/**
 * Reads the form.
 *
 * @param inForce the state until then, of which what the form does not say stays
 */
export function readForm(form: HTMLFormElement, inForce: SearchState): SearchState {
  const data = new FormData(form);
  const field = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    ...inForce,
    ...readLimits({ from: field('from'), to: field('to') }, inForce),
    text: field('q'),
    order: parseState(`?order=${field('order')}`).order,
    measure: parseState(`?show=${field('show')}`).measure,
  };
}

/** Says beside the fields what in them is no date. */
function markWrong(form: HTMLFormElement, { wrong }: SearchState, wording: Wording): void {
  const said: string[] = [];
  for (const end of ends) {
    const field = form.elements.namedItem(end);
    if (!(field instanceof HTMLInputElement)) continue;
    const fault = wrong[end];
    field.setAttribute('aria-invalid', String(fault !== undefined));
    if (fault) field.setAttribute('aria-describedby', 'search-date-wrong');
    else field.removeAttribute('aria-describedby');
    if (fault) {
      const { noSuchDay, dateWrong } = wording.words;
      const sentence = fault.fault === 'no-such-day' ? noSuchDay : dateWrong;
      said.push(wording.fill(sentence, { text: fault.text }));
    }
  }
  const place = part(form, 'date-wrong');
  if (place.textContent !== said.join(' ')) place.textContent = said.join(' ');
}
