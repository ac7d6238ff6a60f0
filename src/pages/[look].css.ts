import type { APIRoute } from 'astro';
import { look } from '../layouts/look.ts';

/** `/look.css`, where the archive's configuration changes anything of how pages look. */
export const getStaticPaths = () => (look === '' ? [] : [{ params: { look: 'look' } }]);

export const GET: APIRoute = () => new Response(look);
