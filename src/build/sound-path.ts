import { Stop } from '../disk/stop.ts';

/**
 * Signs in the project's path that Astro and Vite take for a part of an address, an escape or a pattern: styles and
 * fonts would be missing from the site, or nothing be made at all.
 */
const unsound = /[%#?"*\\\p{Cc}]/gu;

/**
 * Makes sure that templates can be bundled where the project lies.
 *
 * @throws Stop where they cannot
 */
export function requireSoundPath(root: string): void {
  const signs = [...new Set(root.match(unsound))].map((sign) =>
    /\p{Cc}/u.test(sign) ? 'a control character' : `\`${sign}\``,
  );
  if (signs.length === 0) return;
  throw new Stop(
    `The project lies in \`${root}\`, and the tools that bundle its templates cannot work below a folder with ${signs.join(' and ')} in its name. Rename the folder, or move the project.`,
  );
}
