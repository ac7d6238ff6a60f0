import { expect, test } from 'vitest';
import { printLook } from '../../src/layouts/look.ts';

test('a configuration that sets nothing changes nothing', () => {
  expect(printLook({ typeface: 'newsreader' })).toBe('');
});

test('an accent takes the place of the red, but not on paper', () => {
  expect(printLook({ accent: { light: '#1d4f91', dark: '#9cc3ff' }, typeface: 'newsreader' }))
    .toBe(`:root { --red: light-dark(#1d4f91, #9cc3ff); }
@media print { :root { --red: #000; } }
`);
});

test('a typeface of the reader’s own takes the place of the one that is loaded', () => {
  expect(printLook({ typeface: 'sans' })).toBe(':root { --serif: var(--sans); }\n');
});
