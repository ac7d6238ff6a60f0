// What a page may do. No inline script or style runs but the one below, named by its digest.

import { hash } from 'node:crypto';

/**
 * Sets the reader's choice of light or dark before anything is drawn, so that nothing flashes. It is inline
 * because a file would hold up the page, and short because every page carries it.
 */
export const themeScript =
  "try{let t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}";

const themeDigest = hash('sha256', themeScript, 'base64');

/**
 * The Content-Security-Policy of every page. `wasm-unsafe-eval` lets the search engine's WebAssembly run.
 * `inline-speculation-rules` allows the list of links to fetch ahead, which is data.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' 'inline-speculation-rules' 'sha256-${themeDigest}'`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Lets a browser fetch a page of this site when a reader is about to go there. */
export const speculationRules = (base: string): string =>
  JSON.stringify({
    prefetch: [{ where: { href_matches: `${base}*/` }, eagerness: 'moderate' }],
  });
