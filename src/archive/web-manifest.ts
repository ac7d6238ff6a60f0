import { absolute } from './urls.ts';

/** The sizes that Web App Manifest readers ask for, in pixels. */
export const iconSizes = [192, 512];

/** Where the icon of a size lies. */
export const iconPath = (size: number): string => `/icon-${size}.png`;

/**
 * Prints `manifest.webmanifest` (W3C, Web Application Manifest): how a phone keeps the archive among its applications.
 *
 * @param direction in which the language is written
 */
export function printWebManifest(
  {
    name,
    description,
    address,
    language,
  }: {
    name: string;
    description: string;
    address: string;
    language: string;
  },
  direction: 'ltr' | 'rtl',
): string {
  const { pathname } = new URL(absolute(address, '/'));
  const below = (path: string): string => new URL(absolute(address, path)).pathname;
  const icons = iconSizes.map((size) => ({
    src: below(iconPath(size)),
    sizes: `${size}x${size}`,
    type: 'image/png',
  }));
  return JSON.stringify({
    name,
    short_name: name.length > 12 ? name.split(/\s/)[0] : name,
    description,
    lang: language,
    dir: direction,
    id: pathname,
    start_url: pathname,
    scope: pathname,
    display: 'minimal-ui',
    icons: [{ src: below('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' }, ...icons],
  });
}
