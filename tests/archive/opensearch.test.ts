import { expect, test } from 'vitest';
import { printOpenSearch } from '../../src/archive/opensearch.ts';

test('a browser learns where the search is, by a name of at most 16 characters', () => {
  const xml = printOpenSearch({
    name: 'The Westwerd & District Courier',
    description: 'Search it',
    language: 'en',
    page: 'https://example.org/archive/search/',
    icon: 'https://example.org/archive/favicon.svg',
  });
  expect(xml).toContain('<ShortName>The Westwerd &#38;</ShortName>');
  expect(xml).toContain('template="https://example.org/archive/search/?q={searchTerms}"');
});
