// The lists of what articles have in common: what each is called, where it stands, and how a search is narrowed by it.

import { paths } from '../archive/urls.ts';
import type { Taxonomy } from '../archive/archive.ts';
import { messages } from '../messages.ts';

interface TaxonomyPlace {
  label: string;
  path: string;
  /** The parameter of a search that narrows it to one of them. */
  parameter: 'topic' | 'section' | 'author';
}

export const taxonomyPlaces: Record<Taxonomy, TaxonomyPlace> = {
  topics: { label: messages.topics, path: paths.topics, parameter: 'topic' },
  sections: { label: messages.sections, path: paths.sections, parameter: 'section' },
  authors: { label: messages.authors, path: paths.authors, parameter: 'author' },
};
