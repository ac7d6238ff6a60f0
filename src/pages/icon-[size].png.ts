// The icon of the archive for the start screen of a phone: its `favicon.svg` as pixels.

import { existsSync, readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { iconSizes } from '../archive/web-manifest.ts';
import { publicFile } from '../content-folder/public-files.ts';
import { page } from './_archive.ts';

interface View {
  size: number;
  svg: string;
}

export function getStaticPaths() {
  const file = publicFile('favicon.svg');
  if (!existsSync(file)) return [];
  const svg = readFileSync(file, 'utf8');
  return iconSizes.map((size) => page({ size: String(size) }, { size, svg }));
}

export const GET: APIRoute<{ view: View }> = async ({ props: { view } }) => {
  const { size, svg } = view;
  // Drawn at its own size and enlarged, it would be blurred: 72 dots to the inch are its 32 pixels.
  const density = Math.min(2_400, Math.ceil((72 * size) / 32));
  // Loaded when it is needed: every build lists the icons.
  const { default: sharp } = await import('sharp');
  const icon = sharp(Buffer.from(svg), { density }).resize(size, size).png();
  return new Response(new Uint8Array(await icon.toBuffer()));
};
