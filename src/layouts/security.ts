// What a page may do. Nothing inline runs but the two texts below, which the policy names by their digests.

import { hash } from 'node:crypto';
import { site, type Site } from '../site.ts';

/**
 * Sets the reader's choice of light or dark before anything is drawn, so that nothing flashes. It is inline
 * because a file would hold up the page, and short because every page carries it.
 */
export const themeScript =
  "try{let t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}";

/** Lets a browser fetch a page of this site when a reader is about to go there. */
export const speculationRules = (base: string): string =>
  JSON.stringify({
    prefetch: [{ where: { href_matches: `${base}*/` }, eagerness: 'moderate' }],
  });

const digest = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

const policies = new Map<string, string>();

/** The Content-Security-Policy of every page below a base; its digests are taken once. */
export function contentSecurityPolicy(base: string): string {
  let policy = policies.get(base);
  if (policy === undefined) policies.set(base, (policy = printPolicy(base, site.allow)));
  return policy;
}

const printHosts = (hosts: readonly string[]): string => hosts.map((host) => ` ${host}`).join('');

/** Prints the policy of a site's pages, which admits the hosts that its configuration allows. */
export const printPolicy = (base: string, allow: Site['allow']): string =>
  [
    "default-src 'none'",
    `script-src 'self'${printHosts(allow.scripts.map(({ src }) => src))} ${digest(themeScript)} ${digest(speculationRules(base))}`,
    "style-src 'self'",
    `img-src 'self'${printHosts(allow.images)}`,
    "font-src 'self'",
    `connect-src 'self'${printHosts(allow.connections)}`,
    ...(allow.frames.length > 0 ? [`frame-src${printHosts(allow.frames)}`] : []),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
