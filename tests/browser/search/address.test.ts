import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseState, printState, type SearchState } from '../../../src/browser/search/address.ts';

const text = fc.string({ unit: 'grapheme' }).map((some) => some.trim());
const states: fc.Arbitrary<SearchState> = fc.record({
  text,
  order: fc.constantFrom('relevance', 'newest', 'oldest'),
  from: fc.constantFrom('', '1969', '1969-07', 'undated'),
  to: fc.constantFrom('', '1972', '1972-12-31'),
  measure: fc.constantFrom('share', 'count'),
  wrong: fc.constant({}),
  reversed: fc.constant(false),
  facets: fc.array(
    fc.record({
      facet: fc.constantFrom('sections', 'tags', 'authors', 'languages'),
      name: text.filter((name) => name !== '' && !name.startsWith('-')),
      exclude: fc.boolean(),
    }),
  ),
});

test('what is printed parses back', () => {
  fc.assert(
    fc.property(states, (state) => {
      const { facets, ...rest } = parseState(printState(state));
      const { facets: expected, ...others } = state;
      expect(rest).toEqual(others);
      expect(new Set(facets.map((facet) => JSON.stringify(facet)))).toEqual(
        new Set(expected.map((facet) => JSON.stringify(facet))),
      );
    }),
  );
});

test('what is no date limits nothing, and is kept as it was written', () => {
  const state = parseState('?q=a&from=yesterday&to=2023-13');
  expect(state).toMatchObject({
    from: '',
    to: '',
    wrong: {
      from: { text: 'yesterday', fault: 'not-a-date' },
      to: { text: '2023-13', fault: 'no-such-day' },
    },
  });
  expect(printState(state)).toBe('?q=a');
});

test('a range the wrong way round is exchanged', () => {
  expect(parseState('?from=1980&to=1960-02')).toMatchObject({
    from: '1960-02',
    to: '1980',
    reversed: true,
  });
  expect(parseState('?from=1969-07&to=1969')).toMatchObject({ from: '1969-07', reversed: false });
});

test('an address is short and readable', () => {
  const state = parseState(
    '?q=moon+landing&from=1966&to=1972&section=Science&topic=-film&order=newest',
  );
  expect(printState(state)).toBe(
    '?q=moon+landing&from=1966&to=1972&section=Science&topic=-film&order=newest',
  );
  expect(printState(parseState('?q=moon&order=relevance&show=count&x=1'))).toBe('?q=moon');
  expect(printState(parseState(''))).toBe('');
});
