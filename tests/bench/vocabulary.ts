// A made-up language with the statistics of English news: its commonest words are English function words,
// the others are pronounceable inventions, and the frequency of a word falls with its rank as Zipf and
// Mandelbrot describe it, so that an index of such texts has the size and shape of a real one.

import { seededRandom, type Random } from './random.ts';

const functionWords =
  'the of to and in a is that for on was with as by at it from be he has an are his have had who not said but they were will which this its been their or more one would also when after first about out up her there than into over him she two other no last could all new so if some people time may year years them only many now most before can made what because between during such against government president while under state where being both since three then officials those through did week told percent day any report much including former minister still country public around well another city next'.split(
    ' ',
  );

const onsets = 'b c d f g h j k l m n p r s t v w br cr dr fl gr pl pr sh sp st tr th ch cl'.split(
  ' ',
);
const vowels = 'a e i o u a e i o ai ea io ou'.split(' ');
const codas = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'rt', 'ck', 'st'];
const endings = ['', '', '', '', '', 's', 'ed', 'ing', 'er', 'ion', 'al', 'ly', 'ment', 'ity'];

function inventWord(random: Random, syllables: number): string {
  let word = '';
  for (let i = 0; i < syllables; i++) {
    word += random.pick(onsets) + random.pick(vowels);
    if (i === syllables - 1) word += random.pick(codas);
  }
  return word;
}

export interface Vocabulary {
  /** Commonest first. */
  words: readonly string[];
  /** Draws a word as often as its rank deserves. */
  draw(random: Random): string;
}

/** Makes a vocabulary of so many words; the same seed gives the same words. */
export function makeVocabulary(size: number, seed: number): Vocabulary {
  const random = seededRandom(seed);
  const known = new Set(functionWords);
  while (known.size < size) {
    // Rarer words are longer, as in any language.
    const syllables = 1 + random.below(known.size < 2000 ? 2 : 3) + (known.size < 500 ? 0 : 1);
    known.add(inventWord(random, syllables) + random.pick(endings));
  }
  const words = [...known];
  const cumulative = new Float64Array(words.length);
  let sum = 0;
  // Mandelbrot's form of Zipf's law; the constants are those commonly fitted to English.
  for (let rank = 0; rank < words.length; rank++) {
    sum += 1 / (rank + 2.7) ** 1.12;
    cumulative[rank] = sum;
  }
  return {
    words,
    draw(from) {
      const wanted = from.next() * sum;
      let low = 0;
      let high = words.length - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((cumulative[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      return words[low] ?? '';
    },
  };
}

/** A name of a person or a place: `Threano Plour`. */
export function inventName(random: Random): string {
  const part = (): string => {
    const word = inventWord(random, 2);
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  return random.next() < 0.6 ? `${part()} ${part()}` : part();
}
