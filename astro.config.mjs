import { defineConfig } from 'astro/config';
import { site } from './src/site.ts';

const { origin, pathname } = new URL(site.address);

export default defineConfig({
  site: origin,
  base: pathname.replace(/\/*$/, '/'),
  trailingSlash: 'always',
  outDir: process.env.DATELINE_OUT ?? './dist',
  cacheDir: process.env.DATELINE_CACHE ?? './.dateline/astro',
  // A strict Content-Security-Policy allows no inline script or style.
  build: { inlineStylesheets: 'never', concurrency: 8 },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  compressHTML: true,
});
