// What stands in "Cite this" once it is open: each form with a way to copy it, and files for reference managers.

import { printApa } from '../citation/apa.ts';
import { printBibtex } from '../citation/bibtex.ts';
import { printChicago, printChicagoNote } from '../citation/chicago.ts';
import { printCslJson } from '../citation/csl-json.ts';
import { printMla } from '../citation/mla.ts';
import type { NewsItem } from '../citation/news-item.ts';
import { printHtml, printPlain, type Piece } from '../citation/pieces.ts';
import { printRis } from '../citation/ris.ts';
import { printWikipedia } from '../citation/wikipedia.ts';
import { copyText } from './clipboard.ts';
import { readCitation, today } from './page-citation.ts';

const copiedShownMs = 2000;

/** Puts the forms in the place of the one citation that the page came with. */
export function showCitations(host: HTMLElement, details: HTMLDetailsElement): void {
  const word = (name: string): string => host.dataset[name] ?? '';
  const item = readCitation(document, today());
  const status = element('p', { className: 'sr-only', role: 'status' });

  const copyButton = (name: string, text: string, html?: string): HTMLElement => {
    const button = element('button', { type: 'button', textContent: word('copy') });
    button.setAttribute('aria-label', `${word('copy')}: ${name}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const copy = async (): Promise<void> => {
      const said = word((await copyText(text, html)) ? 'copied' : 'failed');
      button.textContent = said;
      status.textContent = `${said}: ${name}`;
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = word('copy');
        status.textContent = '';
      }, copiedShownMs);
    };
    button.addEventListener('click', () => void copy());
    return button;
  };

  const inWords = (name: string, pieces: readonly Piece[]): HTMLElement =>
    row(name, [citation(pieces, item)], [copyButton(name, printPlain(pieces), printHtml(pieces))]);
  const asFile = (name: string, text: string, file: string, type: string): HTMLElement => {
    const link = element('a', {
      textContent: word('download'),
      download: file,
      href: URL.createObjectURL(new Blob([text], { type })),
    });
    link.setAttribute('aria-label', `${word('download')}: ${name}`);
    return row(name, [link], [copyButton(name, text)]);
  };
  const template = printWikipedia(item);

  const list = element('dl');
  list.append(
    inWords('APA', printApa(item)),
    inWords('MLA', printMla(item)),
    inWords('Chicago', printChicago(item)),
    inWords(`Chicago, ${word('note')}`, printChicagoNote(item)),
    row('Wikipedia', [leftToRight('code', template)], [copyButton('Wikipedia', template)]),
    asFile('BibTeX', printBibtex(item), `${item.id}.bib`, 'application/x-bibtex'),
    asFile('RIS', printRis(item), `${item.id}.ris`, 'application/x-research-info-systems'),
    asFile('CSL-JSON', printCslJson(item), `${item.id}.json`, 'application/json'),
    row(word('address'), [leftToRight('span', item.URL)], [copyButton(word('address'), item.URL)]),
  );
  details.querySelector('[data-plain]')?.replaceWith(list, status);
}

/** The three styles are English ones, whatever language the page and the article have. */
function citation(pieces: readonly Piece[], { language }: NewsItem): HTMLElement {
  const text = leftToRight('span', '');
  text.lang = 'en';
  text.append(
    ...pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('italic' in piece) return element('i', { textContent: piece.italic });
      if ('headline' in piece) {
        return element('bdi', { textContent: piece.headline, lang: language });
      }
      return piece.address;
    }),
  );
  return text;
}

function row(name: string, text: readonly Node[], action: readonly Node[]): HTMLElement {
  const term = element('dt', { textContent: name });
  const said = element('dd');
  said.append(...text);
  const done = element('dd');
  done.append(...action);
  const group = element('div');
  group.append(term, said, done);
  return group;
}

const leftToRight = (tag: 'code' | 'span', text: string): HTMLElement =>
  element(tag, { dir: 'ltr', textContent: text });

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
