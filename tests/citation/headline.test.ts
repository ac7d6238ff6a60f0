import { expect, test } from 'vitest';
import { capitalise } from '../../src/citation/headline.ts';

test.each([
  ['sea breaks through the dikes of Zeeland', 'Sea Breaks through the Dikes of Zeeland'],
  ['first iPhone: a look inside', 'First iPhone: A Look Inside'],
  ['wall comes down', 'Wall Comes Down'],
  ['eighteen-year-old wins in 1500 m', 'Eighteen-Year-Old Wins in 1500 M'],
  ['what they waited for', 'What They Waited For'],
])('%s becomes %s', (title, capitalised) => {
  expect(capitalise(title)).toBe(capitalised);
});
