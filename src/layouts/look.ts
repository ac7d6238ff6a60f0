import { site, type Site } from '../site.ts';

const families = {
  newsreader: undefined,
  serif: "'Iowan Old Style', Palatino, 'Noto Serif', 'Noto Naskh Arabic', serif",
  sans: 'var(--sans)',
};

/**
 * Prints what a configuration changes of the tokens, as CSS; empty where it changes nothing. It stands in no layer, and
 * so above all that do.
 */
export function printLook({ accent, typeface }: Pick<Site, 'accent' | 'typeface'>): string {
  const family = families[typeface];
  return [
    ...(accent
      ? [
          `:root { --red: light-dark(${accent.light}, ${accent.dark}); }`,
          '@media print { :root { --red: #000; } }',
        ]
      : []),
    ...(family === undefined ? [] : [`:root { --serif: ${family}; }`]),
  ]
    .map((rule) => `${rule}\n`)
    .join('');
}

/** What the archive's own configuration changes. */
export const look = printLook(site);
