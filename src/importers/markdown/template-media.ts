// Template tags that show a picture, or something kept on another server, as Markdown.

import { escapeMarkdown } from '../text/escape-markdown.ts';
import type { TemplateArguments } from './template-arguments.ts';

const videoAddresses: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  youtubelite: 'https://www.youtube.com/watch?v=',
  yt: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  gist: 'https://gist.github.com/',
  instagram: 'https://www.instagram.com/p/',
  spotify: 'https://open.spotify.com/',
};

/** A tag that shows something kept elsewhere becomes a link to it. */
export function embedded(name: string, { named, plain }: TemplateArguments): string | undefined {
  const service = name.toLowerCase().replace(/[-_]/g, '');
  const label = named['title'] ?? named['caption'] ?? named['label'];
  const first = named['id'] ?? named['url'] ?? named['src'] ?? plain[0];
  if (first === undefined) return undefined;
  if (service === 'tweet' || service === 'x' || service === 'twitter') {
    const status = named['id'] ?? plain[1] ?? plain[0] ?? '';
    const href = /^https?:/.test(status)
      ? status
      : `https://twitter.com/${named['user'] ?? 'i'}/status/${status}`;
    return link(label ?? href, href);
  }
  const base = videoAddresses[service];
  if (base === undefined) return undefined;
  const path =
    service === 'gist' && plain.length > 1 && !/^https?:/.test(first)
      ? `${plain[0]}/${plain[1]}`
      : first;
  const href = /^https?:/.test(path) ? path : `${base}${path}`;
  return link(label ?? href, href);
}

export const link = (label: string, href: string): string =>
  `[${escapeMarkdown(label)}](${href.replace(/[\s()]/g, encodeURIComponent)})`;

/** Names of tags that show a picture. */
export const pictureTags =
  /^(?:figure|fig|img|image\w*|pic|picture|photo|imgproc|responsive[-_]?image|lightbox|asset[-_]img|image[-_]with[-_]\w+|image\.html|figure\.html|img\.html)$/i;

/** A picture tag with a path, in any of its dialects. */
export function picture({ named, plain }: TemplateArguments): string | undefined {
  const src =
    named['src'] ??
    named['url'] ??
    named['file'] ??
    named['path'] ??
    named['image'] ??
    named['image_path'] ??
    plain.find((value) => /[/.]/.test(value) && !/\s/.test(value));
  if (src === undefined) return undefined;
  const others = plain.filter((value) => value !== src);
  // `image_with_class "path" "class" "description"`: the description comes last.
  const described = others.at(-1);
  const caption = named['caption'] ?? named['title'];
  const alt =
    named['alt'] ??
    (described !== undefined && /\s/.test(described) ? described : undefined) ??
    (others.length > 0 && described !== undefined ? described : undefined) ??
    caption ??
    '';
  const image = `![${escapeMarkdown(alt).replaceAll('\n', ' ')}](${src.replace(/[\s()]/g, encodeURIComponent)})`;
  return caption !== undefined && caption !== alt
    ? `${image}\n\n*${escapeMarkdown(caption)}*\n`
    : image;
}
