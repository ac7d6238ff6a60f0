// Posts of an export of Medium: each a page in `posts/`, marked up as h-entry (http://microformats.org/wiki/h-entry).

import { parseHTML } from 'linkedom';
import { draftDate } from '../dates/draft-date.ts';
import { capDepth } from '../html/cap-depth.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import { withoutTitle } from '../html/page-title.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { makeDraft, refuseEmpty } from '../make-draft.ts';
import { refuse } from '../refuse.ts';

function read(text: string, context: ImportContext): Reading[] {
  const { document } = parseHTML(capDepth(text)) as unknown as { document: Document };
  const textAt = (selector: string): string | undefined =>
    document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() || undefined;
  const attributeAt = (selector: string, name: string): string | undefined =>
    document.querySelector(selector)?.getAttribute(name) || undefined;
  const written = attributeAt('time.dt-published', 'datetime') ?? textAt('time.dt-published');
  const isDraft = /(?:^|\/)draft_[^/]*$/.test(context.path);
  const date = draftDate(
    [written === undefined ? undefined : { written, from: 'medium' }],
    context,
  );
  if ('finding' in date) return [refuse(context, date.finding)];
  const title = textAt('h1.p-name') ?? textAt('title');
  const body = document.querySelector('[data-field="body"]');
  for (const repeated of body?.querySelectorAll('.graf--title, .graf--subtitle') ?? [])
    repeated.remove();
  const url = attributeAt('a.p-canonical', 'href');
  const content = htmlToMarkdown(body?.innerHTML ?? '', url);
  const markdown = withoutTitle(content.markdown, title).replace(/^(?:\*\*\*|---)\s+/, '');
  if (title === undefined && markdown === '')
    return [refuseEmpty(context, { item: 'the post' }, 'Leave it out.')];
  const author = textAt('.p-author');
  return [
    makeDraft(
      {
        date,
        content: { ...content, markdown },
        fields: {
          title,
          summary: textAt('[data-field="subtitle"]'),
          authors: author === undefined ? undefined : [author],
          aliases: url === undefined ? undefined : [url],
          draft: isDraft || undefined,
        },
        source: { url },
      },
      context,
    ),
  ];
}

export const importer: Importer = {
  format: 'medium',
  reads: 'posts of an export of Medium',
  recognise: ({ text }) =>
    /<article\b[^>]*\bh-entry\b/.test(text) && /data-field="body"/.test(text) ? 88 : 0,
  read,
};
