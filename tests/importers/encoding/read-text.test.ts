import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeStream } from '../../../src/importers/encoding/decode-stream.ts';
import { readText } from '../../../src/importers/encoding/read-text.ts';
import { someOf } from '../../thorough.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );

const textOf = (original: Uint8Array, fixEncoding = false): string => {
  const read = readText(original, { path: 'x.txt', fixEncoding });
  return 'text' in read ? read.text : `refused: ${read.finding.rule}`;
};

describe('an encoding is found by', () => {
  test('its byte-order mark', () => {
    expect(textOf(Buffer.from('\uFEFFhé\r\nx', 'utf8'))).toBe('hé\nx');
    expect(textOf(Buffer.from('\uFEFFhé', 'utf16le'))).toBe('hé');
    expect(textOf(bytes([0xfe, 0xff, 0, 0x68, 0, 0xe9]))).toBe('hé');
    expect(textOf(bytes([0xff, 0xfe, 0, 0, 0x68, 0, 0, 0, 0xe9, 0, 0, 0]))).toBe('hé');
  });

  test('its declaration', () => {
    expect(
      textOf(bytes('<?xml version="1.0" encoding="ISO-8859-2"?><a>', [0xb3], '</a>')),
    ).toContain('<a>ł</a>');
    expect(textOf(bytes('<meta charset=koi8-r><p>', [0xce, 0xcf, 0xd7, 0xcf]))).toContain('ново');
  });

  test('its validity as UTF-8, whatever it declares', () => {
    expect(textOf(Buffer.from('<meta charset="iso-8859-1"><p>café', 'utf8'))).toContain('café');
  });

  test('detection', () => {
    expect(
      textOf(
        bytes('They said ', [0x93], 'no', [0x94], ' and went', [0x85], ' to the caf', [0xe9], '.'),
      ),
    ).toBe('They said “no” and went… to the café.');
    const russian =
      'Совет собрался в старой школе и говорил о мосте до полуночи, но решения не принял.';
    const windows1251 = Uint8Array.from(russian, (character) => {
      const point = character.codePointAt(0) ?? 0;
      return point < 128 ? point : point - 0x0410 + 0xc0;
    });
    expect(textOf(windows1251)).toBe(russian);
  });

  test('the zeros of UTF-16 without a mark', () => {
    expect(textOf(Buffer.from('date 1999-01-02 The council met.', 'utf16le'))).toBe(
      'date 1999-01-02 The council met.',
    );
  });
});

test('text that was encoded twice is told, and put right when asked', () => {
  const twice = Buffer.from(
    Buffer.from('He said “no” at the café', 'utf8')
      .toString('latin1')
      .replace(/\u0093/g, '\u0093'),
    'utf8',
  );
  const told = readText(twice, { path: 'x.txt' });
  expect(told).toMatchObject({ problems: [{ rule: 'encoded-twice' }] });
  expect(textOf(twice, true)).toBe('He said “no” at the café');
});

test('accents and signs that are meant are not taken for text encoded twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'Ça va, été',
        'Ångström · 20 °C',
        'São “Paulo”',
        'naïve café — yes',
        'Ä Ö Ü ß',
      ),
      (text) => {
        expect(readText(Buffer.from(text, 'utf8'), { path: 'x' })).toMatchObject({
          text,
          problems: [],
        });
      },
    ),
  );
});

test('control characters and terminal commands are left out and counted', () => {
  expect(readText(Buffer.from('a\u0000b\u0007c\u001B[31md\u001B[0m'), { path: 'x' })).toMatchObject(
    {
      text: 'abcd',
      notes: ['11 control characters were left out.'],
    },
  );
});

test('pictures and programs are not text', () => {
  expect(textOf(bytes([0x89], 'PNG\r\n'))).toBe('refused: not-a-text-file');
  expect(textOf(Uint8Array.from({ length: 200 }, (_, i) => i % 7))).toBe(
    'refused: not-a-text-file',
  );
});

test('a text decoded in pieces is the text decoded at once, wherever it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 1, max: 7 }),
      async (text, size) => {
        const original = Buffer.from(`${text}\r\né\r`, 'utf8');
        const pieces = Array.from({ length: Math.ceil(original.length / size) }, (_, i) =>
          original.subarray(i * size, (i + 1) * size),
        );
        let joined = '';
        async function* stream() {
          yield* pieces;
        }
        for await (const piece of decodeStream(stream(), 'utf-8')) joined += piece;
        expect(joined).toBe(textOf(original));
      },
    ),
    { numRuns: someOf(50) },
  );
});

test.each([
  [
    'iso-8859-2',
    'Rada miejska zagłosowała za odbudową starego muru, który zniszczyła burza.',
    '52616461206d69656a736b61207a6167b36f736f7761b361207a61206f646275646f77b1207374617265676f206d7572752c206b74f37279207a6e69737a637a79b361206275727a612e',
  ],
  [
    'windows-1250',
    'Rada miejska zagłosowała za odbudową starego muru, który zniszczyła burza – późną wiosną.',
    '52616461206d69656a736b61207a6167b36f736f7761b361207a61206f646275646f77b9207374617265676f206d7572752c206b74f37279207a6e69737a637a79b361206275727a6120962070f39f6eb92077696f736eb92e',
  ],
  [
    'macintosh',
    'Le conseil a voté la reconstruction du vieux mur que la tempête avait brisé.',
    '4c6520636f6e7365696c206120766f748e206c61207265636f6e737472756374696f6e206475207669657578206d757220717565206c612074656d7090746520617661697420627269738e2e',
  ],
  [
    'ibm850',
    'Der Rat stimmte für den Wiederaufbau der alten Hafenmauer; größere Übel drohten.',
    '44657220526174207374696d6d7465206681722064656e205769656465726175666261752064657220616c74656e20486166656e6d617565723b20677294e1657265209a62656c2064726f6874656e2e',
  ],
  [
    'windows-1252',
    'Le conseil a voté « la reconstruction » du vieux mur – l’été, à 20 °C.',
    '4c6520636f6e7365696c206120766f74e920ab206c61207265636f6e737472756374696f6e20bb206475207669657578206d75722096206c92e974e92c20e020323020b0432e',
  ],
])('a text in %s is read as it was written', (label, meant, hex) => {
  expect(readText(Buffer.from(hex, 'hex'), { path: 'a.txt' })).toMatchObject({
    text: meant,
    problems: [],
    notes: [`Read as ${label} (by detection) and written as UTF-8.`],
  });
});

test.each([
  [
    'koi8-r',
    'Городской совет во вторник проголосовал',
    'e7cfd2cfc4d3cbcfca20d3cfd7c5d420d7cf20d7d4cfd2cec9cb20d0d2cfc7cfcccfd3cfd7c1cc',
  ],
  [
    'windows-1251',
    'Городской совет во вторник проголосовал',
    'c3eef0eee4f1eaeee920f1eee2e5f220e2ee20e2f2eef0ede8ea20eff0eee3eeebeef1eee2e0eb',
  ],
  [
    'big5',
    '市議會星期二投票決定重建舊港牆',
    'a5abc4b3b77cac50b4c1a447a7ebb2bca84da977adababd8c2c2b4e4c0f0',
  ],
  [
    'euc-jp',
    '港の壁を再建することを決議した。昨年の嵐',
    'b9c1a4cecac9a4f2bac6b7faa4b9a4eba4b3a4c8a4f2b7e8b5c4a4b7a4bfa1a3baf2c7afa4cecdf2',
  ],
])('a few words in %s are told among many in ASCII', (_, meant, hex) => {
  const english = "<p class='main'>Many words in English stand before the others here.</p> ".repeat(
    4,
  );
  expect(textOf(Buffer.concat([Buffer.from(english), Buffer.from(hex, 'hex')]))).toBe(
    english + meant,
  );
});

test('a stray byte leaves a text of UTF-8 what it is', () => {
  const bytes = Buffer.concat([
    Buffer.from('Der Müller hört die Mühle; '),
    Buffer.from([0x92]),
    Buffer.from(' steht „still“.'),
  ]);
  const read = readText(bytes, { path: 'a.txt' });
  expect(read).toMatchObject({ text: 'Der Müller hört die Mühle; \uFFFD steht „still“.' });
  expect('problems' in read && read.problems.map(({ rule }) => rule)).toEqual([
    'encoding-lost-characters',
  ]);
});

test('two words with accents are enough to know a single stray byte', () => {
  const bytes = Buffer.concat([Buffer.from('Eine Brücke über'), Buffer.from([0xfc])]);
  expect(readText(bytes, { path: 'a.txt' })).toMatchObject({ text: 'Eine Brücke über\uFFFD' });
});
