import { getSite } from '../site.js';
import { render } from '../templates/sitemap.11ty.js';

export const GET = async () => new Response(render(await getSite()));
