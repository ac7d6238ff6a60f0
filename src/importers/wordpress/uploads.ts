// A blog keeps its own pictures in `wp-content/uploads/` (https://wordpress.org/documentation/article/wordpress-files/).
// An export names them by their addresses; the folder may lie beside it.

import type { DraftFields } from '../importer.ts';
import type { Attachment } from './post-html.ts';

/** The path of an address in the blog's own `uploads/`; none of any other address. */
function uploadPath(address: string, blog: string | undefined): string | undefined {
  const [own, asked] = [URL.parse(blog ?? ''), URL.parse(address)];
  if (!own || !asked || hostOf(own) !== hostOf(asked)) return undefined;
  return asked.pathname.includes('/wp-content/uploads/') ? asked.pathname : undefined;
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^www\./, '');

/** Makes paths of the addresses of pictures that the blog keeps itself. */
export const localUploads = (html: string, blog: string | undefined): string =>
  html.replace(
    /(<img\b[^<>]*?\ssrc\s*=\s*["'])(https?:\/\/[^"'\s<>]+)/gi,
    (whole, before: string, address: string) => {
      const path = uploadPath(address, blog);
      return path === undefined ? whole : before + path;
    },
  );

/** The picture at the head of a post, where the blog keeps it itself. */
export function headPicture(
  picture: Attachment | undefined,
  blog: string | undefined,
): DraftFields['image'] {
  const src = picture && uploadPath(picture.url, blog);
  if (src === undefined) return undefined;
  const { alt, caption } = picture ?? {};
  return { src, ...(alt !== undefined && { alt }), ...(caption !== undefined && { caption }) };
}
