// What an import is asked to do, and whom it tells what became of everything.

import type { Importer, ImportContext } from '../../importers/importer.ts';
import type { Problem } from '../../problem.ts';
import type { Outcome } from './outcome.ts';

export interface ImportOptions {
  paths: readonly string[];
  /** The content folder. */
  content: string;
  importers: readonly Importer[];
  format?: string | undefined;
  dryRun: boolean;
  /** Whether articles whose originals have changed are taken again. */
  update: boolean;
  /** Whether those a keeper has edited are taken again, too. */
  overwrite: boolean;
  fixEncoding: boolean;
  quarantine?: string | undefined;
  context: Omit<ImportContext, 'path'>;
  /** What every article is given where its original says nothing. */
  defaults: {
    name?: string | undefined;
    licence?: string | undefined;
    language?: string | undefined;
  };
  /** The language of the site, for texts that name none. */
  siteLanguage: string;
}

export interface ImportListener {
  onOutcome: (outcome: Outcome) => void | Promise<void>;
  /** Something to say about an original as a whole. */
  onRemark: (problem: Problem) => void;
  /** Which columns of an original were taken for which fields. */
  onColumns: (original: string, columns: Readonly<Record<string, string>>) => void;
  onNote: (original: string, note: string) => void;
  onProgress: (originals: number, bytes: number) => void;
}
