// Small things that a text's elements need to be read as they were written.

import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { eachElement } from './elements.ts';
import { isBlock, lineOf } from './text-of-node.ts';

/** A line of code with more characters than this may be wider than a phone, and is scrolled there. */
const shortestScrolled = 36;

/** A rehype plugin. */
export function finishElements() {
  return (tree: Root): void => {
    eachElement(tree, (node, parent, index) => {
      if (node.tagName === 'pre' && longestLine(node) > shortestScrolled) {
        node.properties['tabIndex'] = 0;
      }
      switch (node.tagName) {
        case 'pre':
        case 'code':
        case 'kbd':
        case 'samp':
        case 'tt':
          // Code is read from left to right, in Arabic too; a feed has no style sheet that could say so.
          node.properties['dir'] ??= 'ltr';
          return;
        case 'ol':
          makeRoomForNumbers(node);
          return;
        case 'li':
          labelTask(node);
          return;
        case 'table':
          parent.children[index] = scrolling(node);
      }
    });
  };
}

const longestLine = (code: Element): number =>
  Math.max(
    ...toString(code)
      .split('\n')
      .map(({ length }) => length),
  );

/** Two figures have room beside a list; longer numbers, such as years, say how long they are. */
function makeRoomForNumbers(list: Element): void {
  const { start = 1, type, reversed } = list.properties;
  const first = Number(start);
  const count = list.children.filter(
    (child) => child.type === 'element' && child.tagName === 'li',
  ).length;
  const last = reversed === undefined ? first + count - 1 : first;
  const length = /^i$/i.test(String(type))
    ? longestRoman(Math.min(count + first, 40))
    : Math.max(String(first).length, String(last).length);
  if (length > 2)
    list.properties['className'] = [...classesOf(list), `figures-${Math.min(length, 10)}`];
}

/** How long the longest Roman number up to one is: XXXVIII has seven letters. */
const longestRoman = (last: number): number =>
  last >= 38 ? 7 : last >= 28 ? 6 : last >= 18 ? 5 : 4;

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : [];

/** What a task's box stands for is the words behind it. */
function labelTask(item: Element): void {
  if (!classesOf(item).includes('task-list-item')) return;
  const paragraph = item.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'p',
  );
  const holder = paragraph ?? item;
  const end = holder.children.findIndex((child) => child.type === 'element' && isBlock(child));
  const line = holder.children.splice(0, end < 0 ? holder.children.length : end);
  holder.children.unshift(element('label', {}, line));
}

/** Wide tables scroll by themselves, as long code does; the wrapper takes focus so that keys can scroll it (WCAG 2.1.1). */
const scrolling = (table: Element): Element =>
  element('section', { className: ['table'], tabIndex: 0, ariaLabel: tableLabel(table) }, [table]);

/** A region needs a name: the table's caption serves, else its column heads. */
function tableLabel(table: Element): string {
  const heads: string[] = [];
  let caption = '';
  eachElement(table, (node) => {
    if (node.tagName === 'caption') caption ||= lineOf(node);
    if (node.tagName === 'th' && heads.length < 4) heads.push(lineOf(node));
  });
  return caption || heads.filter(Boolean).join(', ') || '⊞';
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });
