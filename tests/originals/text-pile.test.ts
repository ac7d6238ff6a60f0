import { expect, test } from 'vitest';
import { TemporaryFolder } from '../../src/disk/temporary-folder.ts';
import { TextPile } from '../../src/originals/text-pile.ts';

test('a pile gives back each of many texts, the newest of a name', async () => {
  const temporary = new TemporaryFolder();
  const pile = new TextPile(temporary);
  const textOf = (number: number): string => `${'ü'.repeat(number % 7)} ${number}`;
  for (let i = 0; i < 12_000; i++) await pile.write(`${i}.md`, textOf(i));
  await pile.write('5.md', '');
  expect(await pile.read('11999.md')).toBe(textOf(11_999));
  expect(await pile.read('10000.md')).toBe(textOf(10_000));
  expect(await pile.read('5.md')).toBe('');
  expect(await pile.read('12000.md')).toBeUndefined();
  await pile.close();
  await temporary.remove();
});
