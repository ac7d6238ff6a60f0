import { describe, expect, test } from 'vitest';
import {
  authorType,
  familyFirst,
  familyFirstByCommas,
  givenFirst,
  parseName,
} from '../../src/citation/names.ts';
import { nameTable } from './name-table.ts';

describe.each(nameTable)('$printed', ({ printed, listed, type, language }) => {
  test(`is a ${type}, listed as ${listed}`, () => {
    expect(authorType(printed)).toBe(type);
    expect(familyFirst(parseName(printed, { language }))).toBe(listed);
  });
});

test('the table holds names of fifteen languages and more', () => {
  expect(nameTable.length).toBeGreaterThanOrEqual(120);
  expect(new Set(nameTable.map(({ language }) => language)).size).toBeGreaterThanOrEqual(15);
});

test('a keeper says what a name is where it does not', () => {
  expect(authorType('Harbour Press', { type: 'person' })).toBe('person');
  expect(parseName('Harbour Press', { type: 'person' })).toEqual({
    family: 'Press',
    given: 'Harbour',
  });
  expect(parseName('Mara Whitlock', { type: 'organization' })).toEqual({
    literal: 'Mara Whitlock',
  });
});

test('a person is named the usual way round', () => {
  expect(givenFirst(parseName('King, Martin Luther, Jr.'))).toBe('Martin Luther King Jr.');
});

test('a comma in a body stays, but where commas part names', () => {
  const ministry = parseName('Ministry of Ports, Ottawa');
  expect([familyFirst(ministry), familyFirstByCommas(ministry)]).toEqual([
    'Ministry of Ports, Ottawa',
    'Ministry of Ports – Ottawa',
  ]);
  expect(familyFirstByCommas(parseName('Jane Doe'))).toBe('Doe, Jane');
});
