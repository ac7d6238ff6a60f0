import { describe, expect, test } from 'vitest';
import { completeTexts } from '../../src/messages/complete.ts';
import { english } from '../../src/messages/english.ts';
import { languages, loadTexts } from '../../src/messages/languages.ts';

type Forms = Record<string, string>;

const isForms = (node: object): node is Forms => 'other' in node;

/** Every text of a language with its name; the forms of one that is counted together. */
function textsIn(node: object, path = ''): [name: string, text: string | Forms][] {
  return Object.entries(node).flatMap(([name, part]: [string, string | object]) =>
    typeof part === 'string' || isForms(part)
      ? [[`${path}${name}`, part] as [string, string | Forms]]
      : textsIn(part, `${path}${name}.`),
  );
}

const placesIn = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

const inEnglish = new Map(textsIn(english));

/** The rows of the help have examples, which may be the same anywhere. */
const isExample = (name: string): boolean => /^searchPage\.helpRows\.\d+\.0$/.test(name);

const hasLetters = (text: string): boolean => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));

/** Languages whose translation has begun: what they lack is English. */
const unfinished: string[] = [];

describe.each(languages)('in %s', (language) => {
  test.skipIf(unfinished.includes(language))('no text is lacking', async () => {
    expect(completeTexts(english, await loadTexts(language)).lacking).toEqual([]);
  });

  test('no text has a name that the interface does not know', async () => {
    const texts = textsIn(await loadTexts(language));
    expect(texts.filter(([name]) => !inEnglish.has(name))).toEqual([]);
  });

  test('what is counted has each plural form of the language, and no other', async () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [name, text] of textsIn(await loadTexts(language))) {
      if (typeof text === 'string') continue;
      expect([name, ...Object.keys(text).toSorted()]).toEqual([
        name,
        ...pluralCategories.toSorted(),
      ]);
    }
  });

  test('the names in braces are those of the English text', async () => {
    for (const [name, text] of textsIn(await loadTexts(language))) {
      const model = inEnglish.get(name) ?? '';
      if (typeof text === 'string') {
        expect([name, placesIn(text)]).toEqual([name, placesIn(model as string)]);
      } else {
        // One and two may be words: `an article`.
        const all = placesIn((model as Forms)['other'] ?? '');
        const withoutCount = all.filter((place) => place !== '{count}');
        for (const [form, written] of Object.entries(text)) {
          const isWord = /^(?:zero|one|two)$/.test(form) && !written.includes('{count}');
          expect([name, form, placesIn(written)]).toEqual([
            name,
            form,
            isWord ? withoutCount : all,
          ]);
        }
      }
    }
  });
});

/** Words that a language has in common with English. */
const alike: Record<string, string[]> = {
  de: ['feed', 'feeds', 'topicKinds.person'],
  fr: ['dates', 'datePath', 'source', 'licence', 'coverage.articles'],
  id: ['dataPage.title'],
};

test.each(languages.filter((language) => language !== 'en'))(
  'in %s no text is English',
  async (language) => {
    const same = textsIn(await loadTexts(language)).filter(
      ([name, text]) =>
        typeof text === 'string' &&
        text === inEnglish.get(name) &&
        hasLetters(text) &&
        !isExample(name),
    );
    expect(same.map(([name]) => name)).toEqual(alike[language] ?? []);
  },
);
