// XML as a small tree. The parser underneath forgives what a strict one refuses (a lone `&`, an element that
// is not closed), expands no entities of the document's own and opens no file or address: neither a bomb nor
// a stranger's file gets through.

import { Parser } from 'htmlparser2';
import type { Finding } from '../refuse.ts';

export interface XmlElement {
  /** The name with its prefix, in lower case: `content:encoded`, `pubdate`. */
  name: string;
  /** Names in lower case. */
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Elements nested deeper than this are a trap, not a text. */
const deepest = 200;

/** One element that was asked for, with all it holds. */
export interface XmlPart {
  element: XmlElement;
  /** Its text as it stands in the original. */
  raw: string;
  /** The line it begins on, from 1. */
  line: number;
  /** The XML ends in its midst. */
  isCut?: boolean | undefined;
}

export interface XmlFault {
  line: number;
  /** What is wrong: `<b> is not closed`. */
  message: string;
}

/**
 * Reads XML in pieces and gives back the elements of one kind, each as soon as it is closed. What lies
 * outside of them is kept no longer than it is looked at.
 */
export class XmlPartReader {
  /** The first fault in the XML. */
  fault: XmlFault | undefined;
  /** Whether the last wanted element was never closed. */
  get isOpen(): boolean {
    return this.stack.length > 0;
  }
  private readonly wanted: ReadonlySet<string>;
  private readonly parser: Parser;
  private readonly stack: XmlElement[] = [];
  private readonly finished: XmlPart[] = [];
  private readonly path: string[] = [];
  private buffer = '';
  private bufferStart = 0;
  private linesBefore = 1;
  private partStart = 0;
  private tooDeep = 0;

  /** @param wanted names in lower case, with their prefixes */
  constructor(wanted: Iterable<string>) {
    this.wanted = new Set(wanted);
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.open(name, attributes),
        onclosetag: (name, isImplied) => this.close(name, isImplied),
        ontext: (text) => this.text(text),
      },
      { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
    );
  }

  /** Reads on; gives the elements that were closed meanwhile. */
  write(piece: string): XmlPart[] {
    this.buffer += piece;
    this.parser.write(piece);
    this.forget(this.stack.length > 0 ? this.partStart : this.parser.endIndex + 1);
    return this.finished.splice(0);
  }

  /** Ends the reading; an element that is still open is closed and marked, and the fault says so. */
  end(): XmlPart[] {
    this.parser.end();
    return this.finished.splice(0).map((part) => ({ ...part, isCut: true }));
  }

  private open(name: string, attributes: Record<string, string>): void {
    this.path.push(name);
    if (this.stack[0]?.name === name) this.closeForgotten(name);
    const parent = this.stack.at(-1);
    if (parent === undefined && !this.wanted.has(name)) return;
    if (this.stack.length >= deepest) {
      this.tooDeep++;
      return;
    }
    const element = { name, attributes, children: [] };
    if (parent === undefined) this.partStart = this.parser.startIndex;
    else parent.children.push(element);
    this.stack.push(element);
  }

  /** An item never stands in an item: the end tag of the one before was forgotten. */
  private closeForgotten(name: string): void {
    const [element] = this.stack.splice(0);
    this.tooDeep = 0;
    this.fault ??= {
      line: this.lineAt(this.parser.startIndex),
      message: `<${name}> is not closed`,
    };
    if (element) this.finish(element, this.parser.startIndex);
  }

  private finish(element: XmlElement, end: number): void {
    this.finished.push({
      element,
      raw: this.buffer.slice(this.partStart - this.bufferStart, end - this.bufferStart),
      line: this.lineAt(this.partStart),
    });
  }

  private close(name: string, isImplied: boolean): void {
    if (isImplied && this.fault === undefined && !this.isEmptyElement()) {
      this.fault = {
        line: this.lineAt(this.parser.startIndex),
        message: `<${name}> is not closed`,
      };
    }
    this.path.pop();
    if (this.tooDeep > 0) {
      this.tooDeep--;
      return;
    }
    const element = this.stack.pop();
    if (element === undefined || this.stack.length > 0) return;
    this.finish(element, this.parser.endIndex + 1);
  }

  /** htmlparser2 calls `<x/>` implied, too. */
  private isEmptyElement(): boolean {
    const end = this.parser.endIndex - this.bufferStart;
    return this.buffer.slice(end - 1, end + 1) === '/>';
  }

  private text(text: string): void {
    const parent = this.stack.at(-1);
    if (parent === undefined) return;
    const last = parent.children.length - 1;
    const before = parent.children[last];
    if (typeof before === 'string') parent.children[last] = before + text;
    else parent.children.push(text);
  }

  private lineAt(offset: number): number {
    return (
      this.linesBefore + countLines(this.buffer.slice(0, Math.max(0, offset - this.bufferStart)))
    );
  }

  /** Lets go what lies before an offset. */
  private forget(offset: number): void {
    const cut = Math.min(offset - this.bufferStart, this.buffer.length);
    if (cut < 65_536) return;
    this.linesBefore += countLines(this.buffer.slice(0, cut));
    this.buffer = this.buffer.slice(cut);
    this.bufferStart += cut;
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

export const isElement = (node: XmlElement | string): node is XmlElement =>
  typeof node !== 'string';

export const childrenOf = (element: XmlElement, ...names: string[]): XmlElement[] =>
  element.children.filter(isElement).filter(({ name }) => names.includes(name));

/** The first child of the first name that has one. */
export function childOf(
  element: XmlElement | undefined,
  ...names: string[]
): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const name of names) {
    const found = element.children.find((child) => isElement(child) && child.name === name);
    if (found !== undefined) return found as XmlElement;
  }
  return undefined;
}

/** All text below an element, as it stands. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
}

/** The text of the first child of the first name that has any, without outer blanks. */
export function textOfChild(
  element: XmlElement | undefined,
  ...names: string[]
): string | undefined {
  for (const name of names) {
    const text = textOf(childOf(element, name)).trim();
    if (text !== '') return text;
  }
  return undefined;
}

/** All descendants of a name, in document order. */
export function descendantsOf(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [
      ...(names.includes(child.name) ? [child] : []),
      ...descendantsOf(child, ...names),
    ]);
}

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** What an element holds as HTML, without the prefixes of its names. */
export function innerHtmlOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return escapeXml(child);
      const name = child.name.replace(/^.*:/, '');
      const attributes = Object.entries(child.attributes)
        .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
        .join('');
      return `<${name}${attributes}>${innerHtmlOf(child)}</${name}>`;
    })
    .join('');
}

/** Why an element in whose midst the XML ends is no article. */
export const cutFinding = (item: string, line: number): Finding & { item: string } => ({
  rule: 'item-cut',
  line,
  item,
  message: 'The original ends in the midst of this item.',
  fix: 'Look for a whole copy of the original, or export it again.',
});
