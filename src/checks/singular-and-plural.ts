import type { Archive, Term } from '../archive/archive.ts';
import { lettersOf } from '../archive/term-slugs.ts';
import type { TopicNote } from '../article/topic-notes.ts';
import type { Problem } from '../problem.ts';

/**
 * How nouns are put into the plural: the end of the singular and that of the plural, without accents of Latin letters.
 * Chinese and Japanese have no plural that tags are written in; Indonesian says the word twice.
 */
const plurals: Readonly<Record<string, string>> = {
  ar: '-ات ة-ات -ون -ين',
  bn: '-গুলি -গুলো -রা',
  de: '-e -n -en -er -s -nen',
  en: '-s -es y-ies f-ves fe-ves',
  es: '-s -es z-ces',
  fa: '-ها -ان -های',
  fr: '-s -x al-aux ail-aux',
  he: '-ים -ות ה-ות ם-מים ן-נים ץ-צים ף-פים ך-כים',
  hi: 'ा-े ी-ियाँ -ें',
  it: 'o-i a-e e-i a-i co-chi go-ghi ca-che ga-ghe',
  ko: '-들',
  nl: '-en -s -n f-ven s-zen',
  pl: '-y -i a-y a-i o-a e-a -e -owie',
  pt: '-s -es ao-oes m-ns l-is',
  ru: '-ы -и а-ы а-и я-и ь-и й-и о-а е-я',
  tr: '-lar -ler',
  uk: '-и -і а-и а-і я-і ь-і й-ї о-а е-я',
};

/** Names of more words are titles and sentences. */
const mostWords = 4;

/** Shorter words are taken for too many others. */
const fewestLetters = 3;

/** `Flood` and `Floods` have a page each, and readers of one do not find what stands on the other. */
export function singularAndPlural(
  { topics }: Pick<Archive, 'topics'>,
  topicNotes: readonly TopicNote[],
): Problem[] {
  const isProper = new Set(
    topicNotes.filter(({ kind }) => kind === 'person' || kind === 'place').map(({ name }) => name),
  );
  const common = [...topics.values()].filter(({ name }) => !isProper.has(name));
  const bySpelling = new Map(common.map((term) => [lettersOfWords(term.name).join(' '), term]));
  return common.flatMap((plural) => {
    const language = languageOf(plural);
    const singular = singularsOf(lettersOfWords(plural.name), language)
      .map((spelling) => bySpelling.get(spelling))
      .find((term) => term !== undefined && term !== plural && languageOf(term) === language);
    return singular ? problemsOf(singular, plural) : [];
  });
}

const lettersOfWords = (name: string): string[] =>
  name
    .trim()
    .split(/[\s-]+/)
    .map(lettersOf);

/** The language of most of a topic's articles, without its region. */
function languageOf({ articles }: Term): string {
  const counts = new Map<string, number>();
  for (const { lang } of articles) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const [most = 'en'] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return most.split('-')[0] ?? most;
}

/** What a name may be the plural of: each of its words in the singular or as it is, but not all as they are. */
function singularsOf(words: readonly string[], language: string): string[] {
  if (words.length > mostWords) return [];
  if (language === 'id') {
    const [first = '', second, ...more] = words;
    return first === second && more.length === 0 ? [first] : [];
  }
  let found: string[][] = [[]];
  for (const word of words) {
    const choices = [word, ...singularsOfWord(word, language)];
    found = found.flatMap((before) => choices.map((choice) => [...before, choice]));
  }
  return found.slice(1).map((choice) => choice.join(' '));
}

function singularsOfWord(word: string, language: string): string[] {
  return (plurals[language]?.split(' ') ?? []).flatMap((rule) => {
    const [singular = '', plural = ''] = rule.split('-');
    if (!word.endsWith(plural)) return [];
    const meant = word.slice(0, -plural.length) + singular;
    return meant.length >= fewestLetters ? [meant] : [];
  });
}

/** Told once, where the rarer of the two is written last. */
function problemsOf(singular: Term, plural: Term): Problem[] {
  const [rarer, commoner] =
    singular.articles.length < plural.articles.length ? [singular, plural] : [plural, singular];
  const [newest] = rarer.articles;
  if (!newest) return [];
  const at = newest.tags.indexOf(rarer.name);
  return [
    {
      place: { file: newest.file, field: ['tags', Math.max(at, 0)] },
      rule: 'singular-and-plural',
      severity: 'warning',
      message: `The tags \`${rarer.name}\` (${rarer.articles.length}) and \`${commoner.name}\` (${commoner.articles.length}) seem to be one word in the singular and the plural; each has a page of its own.`,
      fix: `Write \`${commoner.name}\` everywhere; or join them in \`topics.yaml\`: \`${commoner.name}: { names: [${rarer.name}] }\`.`,
    },
  ];
}
