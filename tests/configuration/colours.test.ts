import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accents, contrastOf, explainColour, papers } from '../../src/configuration/colours.ts';

test('contrast is what WCAG computes', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each(Object.entries(accents))('%s can be read on light and on dark paper', (_, accent) => {
  expect(explainColour(accent.light, 'light')).toBeUndefined();
  expect(explainColour(accent.dark, 'dark')).toBeUndefined();
});

test('the papers and the red are those of the style sheet', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const pairOf = (token: string): string[] =>
    new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.slice(1) ?? [];
  expect(pairOf('paper')).toEqual([papers.light[0], papers.dark[0]]);
  expect(pairOf('paper-2')).toEqual([papers.light[1], papers.dark[1]]);
  expect(pairOf('red')).toEqual([accents.red.light, accents.red.dark]);
});
