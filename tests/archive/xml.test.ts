import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeXml } from '../../src/archive/xml.ts';

test('what has a meaning in XML is escaped', () => {
  expect(escapeXml(`<a href="x">Q & A's</a>`)).toBe(
    '&#60;a href=&#34;x&#34;&#62;Q &#38; A&#39;s&#60;/a&#62;',
  );
});

test('what XML does not admit is left out, half a character replaced', () => {
  expect(escapeXml('a\u0000b\u0007c\uFFFEd\ne\tf')).toBe('abcd\ne\tf');
  expect(escapeXml('a\uD800b')).toBe('a\uFFFDb');
});

test('escaped text holds nothing but XML characters, and no mark', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) }),
      (text) => {
        const escaped = escapeXml(text);
        return (
          escaped.isWellFormed() &&
          /^[\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(escaped) &&
          !/[<>"']|&(?!#\d+;)/.test(escaped)
        );
      },
    ),
  );
});
