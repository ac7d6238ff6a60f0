// The lists of all topics, sections and authors. A few stand on one page, those with the most articles first; more are
// listed by letter; of many, each letter has a page of its own, as has each longer beginning of a letter with very many.
// Their names are also written as small parts, from which a script finds those that are typed.

import { alphabetOf } from '../alphabet/alphabet.ts';
import { beginningKey } from '../alphabet/beginning-key.ts';
import type { Archive, Taxonomy, Term } from '../archive/archive.ts';
import { namesOf } from '../archive/citation.ts';
import { allDrawers, divide, type Drawer } from '../archive/divide.ts';
import { familyFirst } from '../citation/names.ts';
import { nameWords } from '../alphabet/name-words.ts';

/** So few stand without letters. */
const fewTerms = 24;

/** So many stand on one page; of more, each letter has its own. */
const onOnePage = 500;

/** The names of a page of a letter: 60 kB compressed hold more than twice as many, but nobody reads them. */
const onLetterPage = 800;

/** The names of a part that the script fetches: some 20 kB compressed. */
const inPart = 1000;

/** How many of those with the most articles stand before the letters. */
const frequentShown = 24;

export interface TermEntry {
  /** As lists sort it: an author's family name first. */
  name: string;
  slug: string;
  count: number;
}

/** A beginning of names and where its page is. */
export interface LetterLink {
  beginning: string;
  /** The end of its page's address, see `beginningKey`. */
  key: string;
  count: number;
}

export interface TaxonomyView {
  taxonomy: Taxonomy;
  count: number;
  /** Most articles first; where there are no letters, all of them. */
  frequent: TermEntry[];
  /** With the names of each where all stand on one page. */
  letters: (LetterLink & { terms?: TermEntry[] | undefined })[];
}

/** The page of a letter, or of a longer beginning. */
export interface LetterView extends LetterLink {
  taxonomy: Taxonomy;
  /** The letters of the whole list. */
  letters: Pick<LetterLink, 'beginning' | 'key'>[];
  /** The beginnings that this one continues, shortest first. */
  above: Pick<LetterLink, 'beginning' | 'key'>[];
  /** Where there are too many names for the page: those with the most articles, and the longer beginnings. */
  frequent: TermEntry[];
  longer: LetterLink[];
  terms: TermEntry[];
}

/** Names as the script of the list fetches them. */
export interface NamesPart {
  taxonomy: Taxonomy;
  key: string;
  /** Name and slug of the terms that have a word with this beginning; where there are too many, of the most frequent. */
  names: [name: string, slug: string][];
  /** Where there are too many: the letters after which there is a part of its own. */
  next?: string | undefined;
}

interface Entries {
  /** Most articles first. */
  frequent: TermEntry[];
  drawers: Drawer<TermEntry>[];
}

const made = new WeakMap<Archive, Map<string, Entries>>();

/** The terms in both orders, made once for an archive. */
function entriesOf(archive: Archive, taxonomy: Taxonomy, language: string): Entries {
  let ofArchive = made.get(archive);
  if (!ofArchive) made.set(archive, (ofArchive = new Map<string, Entries>()));
  const key = `${taxonomy} ${language}`;
  let entries = ofArchive.get(key);
  if (!entries) ofArchive.set(key, (entries = makeEntries(archive, taxonomy, language)));
  return entries;
}

function makeEntries(archive: Archive, taxonomy: Taxonomy, language: string): Entries {
  const alphabet = alphabetOf(language);
  const frequent = [...archive[taxonomy].values()].map((term) => ({
    name: taxonomy === 'authors' ? sortedName(term) : term.name,
    slug: term.slug,
    count: term.articles.length,
  }));
  const inOrder = frequent.toSorted((a, b) => alphabet.compare(a.name, b.name));
  /** A heading may be the first letter or, as a row of kana, more than that. */
  const stepOf = ({ name }: TermEntry, step: number): string => {
    const heading = alphabet.headingOf(name);
    if (step === 0) return heading;
    return alphabet.beginningOf(name, alphabet.beginningOf(name, 1) === heading ? step + 1 : step);
  };
  const drawers = divide(inOrder, stepOf, onLetterPage);
  return {
    frequent,
    drawers: drawers.toSorted((a, b) => alphabet.compare(a.beginning, b.beginning)),
  };
}

/** `Doe, Jane`: an author as lists sort names, by what an article says of it. */
function sortedName({ name, articles }: Term): string {
  const of = articles.find(({ authors }) => authors.includes(name));
  const parsed = of && namesOf({ ...of, authors: [name] })[0];
  return parsed ? familyFirst(parsed) : name;
}

const linkTo = ({ beginning, count }: Drawer<TermEntry>): LetterLink => ({
  beginning,
  key: beginningKey(beginning),
  count,
});

const placeOf = ({ beginning }: Drawer<TermEntry>): Pick<LetterLink, 'beginning' | 'key'> => ({
  beginning,
  key: beginningKey(beginning),
});

export function taxonomyView(archive: Archive, taxonomy: Taxonomy, language: string): TaxonomyView {
  const { frequent, drawers } = entriesOf(archive, taxonomy, language);
  const count = frequent.length;
  if (count <= fewTerms) return { taxonomy, count, frequent, letters: [] };
  return {
    taxonomy,
    count,
    frequent: frequent.slice(0, frequentShown),
    letters: drawers.map((drawer) => ({
      ...linkTo(drawer),
      ...(count <= onOnePage && { terms: drawer.items }),
    })),
  };
}

/** The pages of letters; none where all names stand on one page. */
export function letterViews(archive: Archive, taxonomy: Taxonomy, language: string): LetterView[] {
  const { frequent, drawers } = entriesOf(archive, taxonomy, language);
  if (frequent.length <= onOnePage) return [];
  const letters = drawers.map(placeOf);
  return [...allDrawers(drawers)].map(({ drawer, above }) => ({
    ...linkTo(drawer),
    taxonomy,
    letters,
    above: above.map(placeOf),
    frequent: drawer.drawers.length === 0 ? [] : mostFrequent(drawer),
    longer: drawer.drawers.map(linkTo),
    terms: drawer.items,
  }));
}

function mostFrequent(drawer: Drawer<TermEntry>): TermEntry[] {
  const all = [...allDrawers([drawer])].flatMap(({ drawer: { items } }) => items);
  return all
    .toSorted((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
    .slice(0, frequentShown);
}

/** The parts of all names, by the words they have; none where the list has no letters. */
export function namesParts(archive: Archive, taxonomy: Taxonomy, language: string): NamesPart[] {
  const { frequent } = entriesOf(archive, taxonomy, language);
  if (frequent.length <= fewTerms) return [];
  const words = frequent.flatMap((entry) =>
    nameWords(entry.name).map((word) => ({ word: Array.from(word), entry })),
  );
  // The first drawer, of no letter, holds all.
  const drawers = divide(words, ({ word }, step) => word.slice(0, step).join(''), inPart);
  return [...allDrawers(drawers)].map(({ drawer, above }) => partOf(taxonomy, drawer, above));
}

type NameWord = { word: string[]; entry: TermEntry };

function partOf(
  taxonomy: Taxonomy,
  drawer: Drawer<NameWord>,
  { length: letters }: readonly unknown[],
): NamesPart {
  const isDivided = drawer.drawers.length > 0;
  const all = [...allDrawers([drawer])].flatMap(({ drawer: { items } }) => items);
  const entries = [...new Set(all.map(({ entry }) => entry))];
  const kept = isDivided
    ? entries
        .toSorted((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
        .slice(0, inPart / 10)
    : entries;
  const named = kept.map(({ name, slug }): [string, string] => [name, slug]);
  return {
    taxonomy,
    key: beginningKey(drawer.beginning) || '_',
    names: named.toSorted(([, a], [, b]) => (a < b ? -1 : 1)),
    ...(isDivided && {
      next: drawer.drawers.map(({ beginning }) => Array.from(beginning)[letters] ?? '').join(''),
    }),
  };
}
