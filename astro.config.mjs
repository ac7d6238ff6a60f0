import { defineConfig } from 'astro/config';
import { site } from './src/site.ts';

const { origin, pathname } = new URL(site.address);

// Style sheets arrive in no certain order, so each opens with the order of the layers.
const layerOrder = {
  postcssPlugin: 'dateline-layer-order',
  OnceExit(root, { AtRule }) {
    root.prepend(
      new AtRule({
        name: 'layer',
        params: 'reset, base, prose, layout, components, utilities',
      }),
    );
  },
};

export default defineConfig({
  site: origin,
  base: pathname.replace(/\/*$/, '/'),
  trailingSlash: 'always',
  // `npm run build` makes the site itself; what Astro makes on its own never touches it.
  outDir: './.dateline/astro-site',
  cacheDir: '.dateline/astro',
  // A strict Content-Security-Policy allows no inline script or style.
  build: { inlineStylesheets: 'never', concurrency: 8 },
  vite: {
    build: { assetsInlineLimit: 0 },
    css: { postcss: { plugins: [layerOrder] } },
    // In pieces, so that the search loads one stemmer and not all.
    worker: { format: 'es' },
  },
  devToolbar: { enabled: false },
  compressHTML: true,
});
