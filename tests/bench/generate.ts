// Made-up articles for measurements: any number, over any span of years, the same for the same seed.
//   node tests/bench/generate.ts FOLDER COUNT [SEED]
// News comes in stories: a story has its own words and names, begins on a day and fades over weeks, so that
// searches have results that cluster in time, as in a real archive.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { seededRandom, type Random } from './random.ts';
import { inventName, makeVocabulary, type Vocabulary } from './vocabulary.ts';

export interface GenerateOptions {
  /** How many articles. */
  count: number;
  /** The same seed gives the same articles. */
  seed?: number;
  /** The first and last year; 30 years when not given. */
  firstYear?: number;
  lastYear?: number;
  /** How many words an article has on average. */
  words?: number;
}

export interface GeneratedArticle {
  /** Where its file belongs in a content folder: `articles/2019/03/07/title-words-41.md`. */
  file: string;
  title: string;
  /** A day; for about one in two hundred a month, and as many `undated`. */
  date: string;
  section: string;
  tags: string[];
  authors: string[];
  /** Markdown without front matter. */
  body: string;
}

interface Story {
  day: number;
  section: string;
  tags: string[];
  authors: string[];
  names: string[];
  words: string[];
}

const sections = [
  'World',
  'Politics',
  'Business',
  'Science',
  'Culture',
  'Sport',
  'Weather',
  'Region',
];
const dayMs = 86_400_000;

/**
 * Makes articles one by one, oldest story first, so that any number fits in memory. The dates of neighbours in
 * the sequence lie close together, but are not in order.
 */
export function* generateArticles(options: GenerateOptions): Generator<GeneratedArticle> {
  const { count, seed = 1, firstYear = 1996, lastYear = 2025, words = 440 } = options;
  const random = seededRandom(seed);
  const vocabulary = makeVocabulary(120_000, 7);
  const topics = Array.from(
    { length: 400 },
    () => vocabulary.words[300 + random.below(4000)] ?? '',
  );
  const reporters = Array.from({ length: 250 }, () => inventName(random));
  const first = Date.UTC(firstYear, 0, 1) / dayMs;
  const last = Date.UTC(lastYear, 11, 31) / dayMs;
  let running: Story[] = [];
  for (let i = 0; i < count; i++) {
    const today = first + Math.floor(((last - first + 1) * i) / count);
    if (running.length < 12 || random.next() < 0.1) {
      running = [
        ...running.slice(-30),
        beginStory(today, { random, vocabulary, topics, reporters }),
      ];
    }
    yield report(i, today, { random, vocabulary, story: random.pick(running), words });
  }
}

function beginStory(
  day: number,
  from: { random: Random; vocabulary: Vocabulary; topics: string[]; reporters: string[] },
): Story {
  const { random, vocabulary } = from;
  return {
    day,
    section: sections[Math.min(random.below(8), random.below(8))] ?? 'World',
    tags: Array.from({ length: 1 + random.below(4) }, () => random.pick(from.topics)),
    authors: [random.pick(from.reporters)],
    names: Array.from({ length: 4 }, () => inventName(random)),
    words: Array.from({ length: 40 }, () => vocabulary.words[200 + random.below(30_000)] ?? ''),
  };
}

function report(
  number: number,
  today: number,
  from: { random: Random; vocabulary: Vocabulary; story: Story; words: number },
): GeneratedArticle {
  const { random, story } = from;
  const length = Math.max(60, Math.round(from.words * (0.4 + 1.2 * random.next())));
  const paragraphs: string[] = [];
  let written = 0;
  while (written < length) {
    const sentences = Array.from({ length: 1 + random.below(4) }, () => writeSentence(from));
    const paragraph = sentences.join(' ');
    written += paragraph.split(' ').length;
    if (paragraphs.length > 2 && random.next() < 0.06) {
      paragraphs.push(`## ${capitalise(random.pick(story.words))} ${random.pick(story.words)}`);
    }
    paragraphs.push(paragraph);
  }
  const title = capitalise(
    [
      random.pick(story.names),
      random.pick(story.words),
      from.vocabulary.draw(random),
      random.pick(story.words),
      from.vocabulary.draw(random),
    ].join(' '),
  );
  const date = dateOf(today - random.below(3), random);
  const slug = `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${number}`;
  return {
    file: `articles/${date === 'undated' ? date : date.replaceAll('-', '/')}/${slug}.md`,
    title,
    date,
    section: story.section,
    tags: [...new Set(story.tags)],
    authors: story.authors,
    body: `${paragraphs.join('\n\n')}\n`,
  };
}

function dateOf(day: number, random: Random): string {
  const written = new Date(Math.max(day, 0) * dayMs).toISOString().slice(0, 10);
  const luck = random.next();
  if (luck < 0.005) return 'undated';
  return luck < 0.01 ? written.slice(0, 7) : written;
}

function writeSentence({ random, vocabulary, story }: Parameters<typeof report>[2]): string {
  const length = 8 + random.below(17);
  const words = Array.from({ length }, () => {
    const luck = random.next();
    if (luck < 0.03) return random.pick(story.names);
    return luck < 0.15 ? random.pick(story.words) : vocabulary.draw(random);
  });
  const comma = 3 + random.below(length);
  if (comma < length - 2) words[comma] = `${words[comma]},`;
  return `${capitalise(words.join(' '))}.`;
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Prints an article as the Markdown file that the archive reads. */
export function printGenerated(article: GeneratedArticle): string {
  return [
    '---',
    `title: ${article.title}`,
    `date: ${article.date}`,
    `section: ${article.section}`,
    `authors: [${article.authors.join(', ')}]`,
    `tags: [${article.tags.join(', ')}]`,
    '---',
    '',
    article.body,
  ].join('\n');
}

/** Writes articles as Markdown files below a content folder. */
export async function writeGenerated(contentDir: string, options: GenerateOptions): Promise<void> {
  const made = new Set<string>();
  for (const article of generateArticles(options)) {
    const path = join(contentDir, article.file);
    const folder = dirname(path);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await writeFile(path, printGenerated(article));
  }
}

if (import.meta.main) {
  const [folder, count, seed] = process.argv.slice(2);
  if (!folder || !Number(count)) {
    process.stderr.write('Usage: node tests/bench/generate.ts FOLDER COUNT [SEED]\n');
    process.exit(2);
  }
  await writeGenerated(folder, { count: Number(count), seed: Number(seed ?? 1) });
}
