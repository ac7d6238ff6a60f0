// A made-up newspaper of any size, the same for the same seed: words by Zipf's law from a vocabulary of
// made-up words behind the commonest real ones, articles of about 450 words, topics and authors by Zipf.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ArchiveShape {
  /** How many articles. */
  count: number;
  /** Over how many years, ending with 2024. */
  years: number;
  /** The same seed gives the same archive. */
  seed?: number;
}

export interface GeneratedArticle {
  /** Relative to the content folder: `articles/2023/11/12/name.md`. */
  file: string;
  text: string;
}

const lastYear = 2024;

/** The commonest words of English, which stand in every text. */
const commonest = (
  'the of to and a in that for is on was with said as at by it from be have has he are but an were not ' +
  'will would who they his their which been had more its this or one about two after also up out new when ' +
  'there over people year if last than first into all some could her other no can time she do so we'
).split(' ');

const sections = [
  'World',
  'Nation',
  'Business',
  'Science',
  'Culture',
  'Sport',
  'Opinion',
  'Weather',
];

/** Numbers from 0 up to 1, the same for the same seed (sfc32, by Chris Doty-Humphrey, PractRand). */
export function randomFrom(seed: number): () => number {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** Ranks from 0 below `size`, rank r about as often as 1 / (r + 1)^exponent. */
function zipf(size: number, exponent: number, random: () => number): () => number {
  const cumulative = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) cumulative[rank] = sum += (rank + 1) ** -exponent;
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const onsets = 'b c d f g h j k l m n p r s t v w br cl dr fr gr pl pr st tr th sh ch'.split(' ');
const rimes = 'a e i o u an en in on ar er or al el at et it as is ai ea ou ent ist ick old'.split(
  ' ',
);

/** Made-up words, shorter ones first as in any language; all different. */
function makeVocabulary(size: number, random: () => number): string[] {
  const words = new Set(commonest);
  const pick = (from: readonly string[]): string =>
    from[Math.floor(random() * from.length)] as string;
  while (words.size < size) {
    const syllables = words.size < 400 ? 1 : random() < 0.65 ? 2 : 3;
    words.add(Array.from({ length: syllables }, () => pick(onsets) + pick(rimes)).join(''));
  }
  return [...words];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Generates the articles one by one, in the order of their dates. */
export function* generateArticles({
  count,
  years,
  seed = 1,
}: ArchiveShape): Generator<GeneratedArticle> {
  const random = randomFrom(seed);
  const vocabulary = makeVocabulary(60_000, random);
  const nextWord = zipf(vocabulary.length, 1.05, random);
  const topics = Array.from({ length: 2_000 }, (_, i) =>
    [500 + i * 3, ...(i % 3 === 0 ? [4_000 + i * 7] : [])]
      .map((rank) => capital(vocabulary[rank] as string))
      .join(' '),
  );
  const nextTopic = zipf(topics.length, 1, random);
  const nextAuthor = zipf(400, 0.8, random);
  const word = (): string => vocabulary[nextWord()] as string;
  const rareWord = (): string => vocabulary[100 + Math.floor(random() * 20_000)] as string;
  const author = (n: number): string =>
    `${capital(vocabulary[900 + (n % 40)] as string)} ${capital(vocabulary[3_000 + n] as string)}`;
  const words = (length: number): string[] => Array.from({ length }, word);

  const sentence = (): string => {
    const length = 8 + Math.floor(random() * 22);
    const parts = words(length);
    if (random() < 0.5) parts[Math.floor(length / 2)] += ',';
    if (random() < 0.3) parts[length - 3] = capital(rareWord());
    if (random() < 0.04) parts[2] = `**${parts[2]}**`;
    return `${capital(parts.join(' '))}.`;
  };
  const body = (): string => {
    // Most news is short, a little is long: 120 to about 1,500 words, 450 on average.
    let left = 120 + Math.floor(-Math.log(1 - random() * 0.985) * 345);
    const blocks: string[] = [];
    while (left > 0) {
      const kind = random();
      if (kind < 0.03 && blocks.length > 1) blocks.push(`## ${capital(words(4).join(' '))}`);
      else if (kind < 0.05) {
        blocks.push(Array.from({ length: 4 }, () => `- ${words(6).join(' ')}`).join('\n'));
        left -= 24;
      } else if (kind < 0.07) {
        blocks.push(`> ${sentence()}`);
        left -= 19;
      } else {
        const sentences = Array.from({ length: 1 + Math.floor(random() * 4) }, sentence);
        blocks.push(sentences.join(' '));
        left -= sentences.length * 19;
      }
    }
    if (random() < 0.2) blocks.push(`See [${rareWord()}](https://example.org/${rareWord()}/).`);
    // One text in fifty has a table.
    if (random() < 0.02)
      blocks.push('| Place | Number |\n| --- | ---: |\n| North | 12 |\n| South | 7 |');
    return blocks.join('\n\n');
  };

  for (let i = 0; i < count; i++) {
    const day = new Date(
      Date.UTC(lastYear + 1 - years, 0, 1) +
        ((i + random()) / count) * years * 365.2425 * 86_400_000,
    );
    const date = day.toISOString().slice(0, 10);
    const title = capital(
      [rareWord(), ...words(3 + Math.floor(random() * 5)), rareWord()].join(' '),
    );
    const tags = [
      ...new Set(Array.from({ length: 1 + Math.floor(random() * 5) }, () => topics[nextTopic()])),
    ];
    const head = [
      `title: ${title}`,
      `date: ${date}`,
      ...(random() < 0.5 ? [`summary: ${sentence().replaceAll('*', '')}`] : []),
      `section: ${sections[Math.floor(random() * sections.length)]}`,
      `authors: [${author(nextAuthor())}]`,
      `tags: [${tags.join(', ')}]`,
    ];
    const name = `${title.toLowerCase().replaceAll(' ', '-').slice(0, 50)}-${i}`;
    yield {
      file: `articles/${date.replaceAll('-', '/')}/${name}.md`,
      text: `---\n${head.join('\n')}\n---\n\n${body()}\n`,
    };
  }
}

/** Writes a generated archive below a content folder. */
export function writeArchive(contentDir: string, shape: ArchiveShape): void {
  const made = new Set<string>();
  for (const { file, text } of generateArticles(shape)) {
    const path = join(contentDir, file);
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(path, text);
  }
}
