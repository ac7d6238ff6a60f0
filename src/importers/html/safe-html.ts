// What of a foreign page may come into an article. Everything else is left out: its text stays, except where
// it is no text (scripts, styles, drawings).

import { defaultSchema, type Options as Schema } from 'rehype-sanitize';

/** Elements that go with all they hold. */
const gone = [
  'script', 'style', 'template', 'object', 'embed', 'applet', 'svg', 'math', 'canvas', 'head', 'title',
  'select', 'button', 'textarea', 'input', 'option', 'datalist', 'map', 'noembed', 'noframes', 'frameset',
]; // prettier-ignore

/** GitHub's list without ids, classes and styles, with figures, and web addresses only. */
export const safeHtml: Schema = {
  ...defaultSchema,
  strip: gone,
  clobber: [],
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !gone.includes(name)),
    'figure',
    'figcaption',
    'main',
    'article',
    'header',
    'center',
  ],
  attributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title'],
    blockquote: ['cite'],
    code: [['className', /^language-[\w+-]+$/]],
    ol: ['start'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan'],
    input: [],
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https'],
    cite: ['http', 'https'],
  },
};
