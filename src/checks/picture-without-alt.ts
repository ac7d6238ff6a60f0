import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';
import type { TextBelow } from './text-checks.ts';

/** A picture of Markdown without words between its brackets. */
const markdown = /^!\[\s*\]/;

/** A picture of HTML; an empty `alt` says that it shows nothing that the text does not. */
const html = /^<img\b(?![^>]*\salt\s*=)/i;

/** Who cannot see a picture has the words that stand for it. That of the head is checked with the front matter. */
export function pictureWithoutAlt(
  { file, references }: Article,
  { body, linesAbove }: TextBelow,
): Problem[] {
  const inText = references.filter(({ isAltMissing, line }) => isAltMissing && line > linesAbove);
  if (inText.length === 0) return [];
  const lines = body.split('\n');
  return inText.flatMap(({ address, line, column }): Problem[] => {
    const first = lines[line - linesAbove - 1]?.slice(column - 1) ?? '';
    const written = [first, ...lines.slice(line - linesAbove, line - linesAbove + 5)].join('\n');
    if (!markdown.test(written) && !html.test(written)) return [];
    return [
      {
        place: { file, line, column },
        rule: 'picture-alt-missing',
        severity: 'warning',
        message: `The picture \`${address}\` has no words: readers who cannot see it are not told what it shows.`,
        fix: `Write them between the brackets: \`![What it shows](${address})\`; or \`<img src="${address}" alt="">\` where it shows nothing that the text does not say.`,
      },
    ];
  });
}
