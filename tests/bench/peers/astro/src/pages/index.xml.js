import { getSite } from '../site.js';
import { render } from '../templates/feed.11ty.js';

export const GET = async () => new Response(render(await getSite()));
