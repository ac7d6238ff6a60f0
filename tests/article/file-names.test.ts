import { expect, test } from 'vitest';
import { fileNameOf, fragmentOf } from '../../src/article/file-names.ts';

test.each([
  ['map.svg', 'map.svg', ''],
  ['././my%20map.svg', 'my map.svg', ''],
  ['.map.svg', '.map.svg', ''],
  ['map.svg?v=2', 'map.svg', ''],
  ['report.pdf#page=3', 'report.pdf', '#page=3'],
  ['../06/flood.md#the-part', '../06/flood.md', '#the-part'],
  ['flood#the-part', 'flood', '#the-part'],
  ['map%231.png', 'map#1.png', ''],
  ['map#1.png', 'map#1.png', ''],
  ['what%3F.png', 'what?.png', ''],
  ['what?.png', 'what?.png', ''],
  ['100%.png', '100%.png', ''],
  ['Mu\u0308nster.png', 'M\u00fcnster.png', ''],
  ['M%C3%BCnster.png', 'M\u00fcnster.png', ''],
  ['#top', '', '#top'],
  ['', '', ''],
])('%j names the file %j', (address, name, fragment) => {
  expect(fileNameOf(address)).toBe(name);
  expect(fragmentOf(address)).toBe(fragment);
});
