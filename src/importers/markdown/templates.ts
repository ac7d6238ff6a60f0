// Template language in the text of an article: Liquid (Jekyll, Eleventy), shortcodes (Hugo, Zola), attribute
// lists (kramdown) and Pelican's own paths. What has one sure meaning is resolved; frames around a text are
// taken away; the rest stays as text and is reported.

import type { Yaml } from '../../article/front-matter.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { mapOutsideCode } from './outside-code.ts';
import { readArguments, type TemplateArguments } from './template-arguments.ts';
import { embedded, link, picture, pictureTags } from './template-media.ts';

export interface ResolvedTemplates {
  text: string;
  /** How many tags were resolved. */
  resolved: number;
  /** Tags that had no sure meaning: they stand in the text as they stood. */
  left: string[];
  /** Pieces another file was to fill in: they are left out. */
  missing: string[];
}

/**
 * Resolves the template tags of a Markdown body.
 *
 * @param data the front matter, whose values templates may show: `{{ page.title }}`
 */
export function resolveTemplates(
  body: string,
  data: Readonly<Record<string, Yaml>> = {},
): ResolvedTemplates {
  const result: ResolvedTemplates = { text: body, resolved: 0, left: [], missing: [] };
  if (
    !/\{[{%:#]|\{(?:filename|static|attach|author|category|tag|index)\}|\|filename\||^\[(?:\[toc\]|TOC)\]/im.test(
      body,
    )
  )
    return result;
  const { text, restore } = setRawAside(resolveBlocks(body, result), result);
  const outside = mapOutsideCode(text, (piece) => resolveTags(piece, result, data));
  result.text = restore(outside);
  return result;
}

/** Blocks that become code or nothing, before code is told from text. */
function resolveBlocks(body: string, result: ResolvedTemplates): string {
  return (
    body
      .replace(
        /\{%-?\s*highlight\s+([\w+#-]+)[^%]*-?%\}\n?([\s\S]*?)\n?\{%-?\s*endhighlight\s*-?%\}/g,
        (_, language: string, code: string) => count(result, `\`\`\`${language}\n${code}\n\`\`\``),
      )
      .replace(
        /\{\{[<%]\s*highlight\s+"?([\w+#-]+)"?[^>%]*[>%]\}\}\n?([\s\S]*?)\n?\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
        (_, language: string, code: string) => count(result, `\`\`\`${language}\n${code}\n\`\`\``),
      )
      .replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, () =>
        count(result, ''),
      )
      .replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, () => count(result, ''))
      // Hugo shows a shortcode that stands between comment marks.
      .replace(
        /\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g,
        (_, a: string, inside: string, b: string) =>
          count(result, `{% raw %}{{${a}${inside}${b}}}{% endraw %}`),
      )
      .replace(/\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g, () => count(result, ''))
      .replace(/\{#[^#\n]{0,200}#\}/g, (tag) =>
        /^\{#[\w-]+#\}$/.test(tag) ? tag : count(result, ''),
      )
  );
}

/** `{% raw %}` protects what looks like template language: it is text. */
function setRawAside(
  text: string,
  result: ResolvedTemplates,
): { text: string; restore: (text: string) => string } {
  const kept: string[] = [];
  const set = text.replace(
    /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g,
    (_, inside: string) => count(result, `\uE002${kept.push(inside) - 1}\uE003`),
  );
  return {
    text: set,
    restore: (after) =>
      after.replace(/\uE002(\d+)\uE003/g, (_, i: string) => kept[Number(i)] ?? ''),
  };
}

function count(result: ResolvedTemplates, replacement: string): string {
  result.resolved++;
  return replacement;
}

/** Tags by name that frame a text: the frame goes, the text stays. */
function findPaired(text: string): Set<string> {
  const closing = /\{\{[<%]\s*\/\s*([\w/-]+)\s*[>%]\}\}|\{%-?\s*end(\w*)\s*-?%\}/g;
  return new Set([...text.matchAll(closing)].map((match) => match[1] ?? match[2] ?? ''));
}

const logic =
  /^(?:if|elsif|elseif|else|for|unless|case|when|assign|capture|set|cycle|increment|decrement|break|continue|macro|block|extends|import|from|call|filter|with|paginate|render|layout|liquid|tablerow)$/;

function resolveTags(
  text: string,
  result: ResolvedTemplates,
  data: Readonly<Record<string, Yaml>>,
): string {
  const paired = findPaired(text);
  return text
    .replace(/^\s*[*-] [^\n]*\n\{:\s*toc[^}\n]*\}[ \t]*$/gim, () => count(result, ''))
    .replace(/\{:\s*[^}\n]*\}|\{::[^}\n]*\}/g, (tag) =>
      /^\{:\S*\s*[.#:\w-]|^\{::/.test(tag) ? count(result, '') : tag,
    )
    .replace(/^\[(?:\[toc\]|TOC)\][ \t]*$/gim, () => count(result, ''))
    .replace(
      /(?:\{|\|)(?:filename|static|attach|author|category|tag|index)(?:\}|\|)(?=[\w/.-])/g,
      () => count(result, ''),
    )
    .replace(
      /\{\{[<%]\s*(\/?)\s*([\w/.-]+)([\s\S]*?)\/?\s*[>%]\}\}/g,
      (tag, slash: string, name: string, rest: string) =>
        slash === '/'
          ? count(result, '')
          : shortcode(tag, name, readArguments(rest), paired, result),
    )
    .replace(/\{%-?\s*([\w.-]+)([\s\S]*?)-?%\}/g, (tag, name: string, rest: string) =>
      liquidTag(tag, name, rest, paired, result),
    )
    .replace(/\{\{-?([^{}]*(?:\{[^{}]*\}[^{}]*)*)-?\}\}/g, (tag, inside: string) =>
      output(tag, inside.trim(), result, data),
    );
}

function leave(tag: string, result: ResolvedTemplates): string {
  result.left.push(tag.replace(/\s+/g, ' ').slice(0, 80));
  return tag;
}

/** The file a reference names, with an ending and before its fragment: `posts/flood.md#dikes`. */
const sourceFile = (reference: string): string =>
  reference.replace(/^([^#]*?)(?:\.(?:md|markdown|html?))?(?=#|$)/, (_, file: string) =>
    file === '' ? '' : `${file}.md`,
  );

function shortcode(
  tag: string,
  name: string,
  args: TemplateArguments,
  paired: ReadonlySet<string>,
  result: ResolvedTemplates,
): string {
  const { named, plain } = args;
  const bare = name.toLowerCase();
  if (pictureTags.test(bare)) {
    const shown = picture(args);
    if (shown !== undefined) return count(result, shown);
    if (plain[0] !== undefined && !paired.has(name))
      return count(
        result,
        picture({ named: { ...named, src: plain[0] }, plain: plain.slice(1) }) ?? '',
      );
  }
  const media = embedded(bare, args);
  if (media !== undefined) return count(result, media);
  if (bare === 'ref' || bare === 'relref')
    return count(result, sourceFile(named['path'] ?? plain[0] ?? ''));
  const text = named['text'] ?? named['label'];
  if (paired.has(name))
    return count(
      result,
      named['caption'] === undefined ? '' : `\n*${escapeMarkdown(named['caption'])}*\n\n`,
    );
  if (text !== undefined && named['url'] !== undefined)
    return count(result, link(text, named['url']));
  if (text !== undefined) return count(result, escapeMarkdown(text));
  // A frame whose end is missing is a frame all the same.
  if (/^(?:table|note|caution|warning|tip|info|notice)$/.test(bare)) {
    const { caption } = named;
    return count(result, caption === undefined ? '' : `\n*${escapeMarkdown(caption)}*\n\n`);
  }
  if (
    /^(?:toc|table[-_]of[-_]contents|clear|br|hr|more|rawhtml|param|feature[-_]state|heading|current[-_]?\w*)$/.test(
      bare,
    )
  ) {
    return count(result, bare === 'br' ? '<br>' : '');
  }
  return leave(tag, result);
}

function liquidTag(
  tag: string,
  name: string,
  rest: string,
  paired: ReadonlySet<string>,
  result: ResolvedTemplates,
): string {
  const bare = name.toLowerCase();
  // Zola closes with `{% end %}` what opened with `{% name(…) %}`.
  if (bare === 'end' || (paired.has('') && rest.trim().startsWith('('))) return count(result, '');
  const end = /^end(\w+)$/.exec(bare)?.[1];
  if (end !== undefined) return logic.test(end) ? leave(tag, result) : count(result, '');
  if (logic.test(bare)) return leave(tag, result);
  const args = readArguments(rest);
  if (bare === 'include' || bare === 'include_relative' || bare === 'includecached') {
    const file = args.plain[0] ?? rest.trim();
    const inner = picture({ named: args.named, plain: [] });
    if (
      /(?:image|figure|img|picture|photo)[\w-]*(?:\.html?|\.md)?$/i.test(file) &&
      inner !== undefined
    )
      return count(result, inner);
    const media = embedded(
      file.replace(/^.*\/|\.\w+$/g, '').replace(/[-_]?(?:embed|player|video)$/i, '') || 'youtube',
      { named: args.named, plain: [] },
    );
    if (media !== undefined) return count(result, media);
    result.missing.push(file);
    return count(result, '');
  }
  if (pictureTags.test(bare)) {
    const shown = picture(args);
    if (shown !== undefined) return count(result, shown);
  }
  const media = embedded(bare, args);
  if (media !== undefined) return count(result, media);
  if (bare === 'link') return count(result, `/${rest.trim().replace(/^\//, '')}`);
  if (bare === 'post_url') return count(result, `${rest.trim()}.md`);
  if (paired.has(name)) return count(result, '');
  if (/^(?:toc|more|break|endraw|raw)$/.test(bare)) return count(result, '');
  return leave(tag, result);
}

/** Names of a site's own address, which its links begin with. */
const siteAddress =
  /^(?:site|page|config|env|metadata)\.[\w.]*(?:url|path|root|domain|baseurl)[\w]*$|^(?:baseurl|base_url|relative_root|rootpath|siteurl|site_url|url_for_root|preview_baseurl)$/i;

function output(
  tag: string,
  inside: string,
  result: ResolvedTemplates,
  data: Readonly<Record<string, Yaml>>,
): string {
  const [value = '', ...filters] = inside.split(/\s*\|\s*/);
  if (siteAddress.test(value.trim())) return count(result, '');
  const own = data[value.trim().replace(/^(?:page|post|article)\./, '')];
  const isPlain = filters.every((filter) =>
    /^(?:e|escape|xml_escape|safe|strip|string|url|relative_url|absolute_url)$/.test(filter),
  );
  if (typeof own === 'string' && own.length <= 300 && isPlain) return count(result, own);
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(value.trim());
  if (literal) {
    const text = literal[1] ?? literal[2] ?? '';
    const embed = filters.find((filter) => /^embed\b|^youtube\b|^video\b/i.test(filter));
    const label = embed === undefined ? undefined : /["']([^"']*)["']/.exec(embed)?.[1];
    if (embed !== undefined) return count(result, link(label ?? text, text));
    // A filter computes something else of it, such as the year of `"now"`.
    return isPlain ? count(result, text) : leave(tag, result);
  }
  const call = /^([\w:.-]+)\((.*)\)$/s.exec(inside);
  if (call) {
    const args = readArguments(call[2] ?? '');
    const name = (call[1] ?? '').replace(/^.*::/, '');
    const shown = pictureTags.test(name) ? picture(args) : embedded(name, args);
    if (shown !== undefined) return count(result, shown);
  }
  // `{{ image.src }}` and the like name what only the old site knew; `{{}}` and code-like braces are text.
  return /^[\w.'"[\]-]+(?:\s*\|.*)?$/s.test(inside) ? leave(tag, result) : tag;
}
