// Files of a site that hold no article, told by their names: what surrounds the articles of a folder or archive.

const byEnding: readonly (readonly [RegExp, string])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|psd|eps)$/i, 'pictures'],
  [/\.(?:mp[34]|m4[av]|og[gva]|wav|flac|mov|avi|webm|mkv|wmv|aac)$/i, 'sounds and films'],
  [/\.(?:woff2?|ttf|otf|eot)$/i, 'typefaces'],
];

/** What is told by name, since a text of it may have been meant for the archive. */
export const templates = 'templates';

const ofPrograms: readonly (readonly [RegExp, string])[] = [
  [/\.(?:css|s[ac]ss|less|styl|[cm]?js|jsx|ts|tsx|map|rb|py|sh|lua|go)$/i, 'programs and styles'],
  [
    /(?:^|\/)(?:_(?:layouts|includes|sass|plugins|data)|archetypes|exampleSite|node_modules|_11ty)\//,
    templates,
  ],
  [/\.(?:liquid|njk|nunjucks|hbs|ejs|haml|slim|pug|jinja2?|j2|astro|vue|svelte)$/i, templates],
  [
    /\.(?:ya?ml|toml|ini|cfg|conf|lock|xsl|xsd|dtd)$|(?:^|\/)(?:(?:package|package-lock|tsconfig|composer|manifest|vercel)\.json|Gemfile|Makefile|Dockerfile|Rakefile|CNAME|CODEOWNERS|LICEN[CS]E|COPYING)(?:\.\w+)?$/i,
    'settings',
  ],
  [/(?:^|\/)(?:sitemap[\w-]*\.xml|robots\.txt|humans\.txt|search\.json)$/i, 'files for machines'],
];

/** Folders of templates; an archive may call folders of articles like that, too. */
const templateFolder = /(?:^|\/)(?:layouts|themes|templates)\//;

/** Files that may be articles wherever they lie. */
const maybeArticle = /\.(?:md|markdown|mdown|mkd|mdx|txt|x?html?)$/i;

const frontMatter = /^\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*\r?\n([\s\S]*)$/;

/**
 * What a file is that no reader is asked about, in the plural; none where it may hold an article.
 *
 * @param path the recorded name; the name of its first folder, which the keeper chose, tells nothing
 * @param options.anyText whether the keeper has named the format: then every text is read
 * @param options.head the beginning of its text, where it is at hand
 */
export function setAside(
  path: string,
  { anyText, head = '' }: { anyText: boolean; head?: string | undefined },
): string | undefined {
  const below = path.replace(/^[^/]*\//, '');
  const kinds = anyText ? byEnding : [...byEnding, ...ofPrograms];
  const kind = kinds.find(([name]) => name.test(below))?.[1];
  if (kind !== undefined || anyText || !templateFolder.test(below)) return kind;
  return maybeArticle.test(below) && isArticle(head) ? undefined : templates;
}

/** Whether a text has front matter with a headline or a date that no template is to fill in, and words below it. */
function isArticle(head: string): boolean {
  const [, , fields = '', body = ''] = frontMatter.exec(head) ?? [];
  const words = body.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<[^<>]*>/g, ' ');
  return (
    /^\s*["']?(?:title|date)["']?\s*[:=]\s*\S/m.test(fields) &&
    !/\{\{|\{%/.test(fields) &&
    /\p{L}/u.test(words)
  );
}
