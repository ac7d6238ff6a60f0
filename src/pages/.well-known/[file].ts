import type { APIRoute } from 'astro';
import { printSecurityTxt, type SecurityContact } from '../../archive/security-txt.ts';
import { absolute } from '../../archive/urls.ts';
import { site } from '../../site.ts';
import { page } from '../_archive.ts';

export function getStaticPaths() {
  return site.security ? [page({ file: 'security.txt' }, site.security)] : [];
}

export const GET: APIRoute<{ view: SecurityContact }> = ({ props: { view } }) =>
  new Response(
    printSecurityTxt(view, {
      languages: [site.language],
      address: absolute(site.address, '/.well-known/security.txt'),
    }),
  );
