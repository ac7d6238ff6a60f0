import type { Head, Importer } from './importer.ts';

/** The reader that fits an original best; of two that fit equally the first by name. */
export function chooseImporter(importers: readonly Importer[], head: Head): Importer | undefined {
  let best: Importer | undefined;
  let highest = 0;
  for (const importer of importers) {
    const score = importer.recognise(head);
    if (score > highest) [best, highest] = [importer, score];
  }
  return best;
}
