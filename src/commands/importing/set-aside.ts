// Files of a site that hold no article, told by their names: what surrounds the articles of a folder or archive.

const byEnding: readonly (readonly [RegExp, string])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|psd|eps)$/i, 'pictures'],
  [/\.(?:mp[34]|m4[av]|og[gva]|wav|flac|mov|avi|webm|mkv|wmv|aac)$/i, 'sounds and films'],
  [/\.(?:woff2?|ttf|otf|eot)$/i, 'typefaces'],
];

const ofPrograms: readonly (readonly [RegExp, string])[] = [
  [/\.(?:css|s[ac]ss|less|styl|[cm]?js|jsx|ts|tsx|map|rb|py|sh|lua|go)$/i, 'programs and styles'],
  [
    /(?:^|\/)(?:_(?:layouts|includes|sass|plugins|data)|layouts|themes|templates|archetypes|node_modules|_11ty)\//,
    'templates',
  ],
  [/\.(?:liquid|njk|nunjucks|hbs|ejs|haml|slim|pug|jinja2?|j2|astro|vue|svelte)$/i, 'templates'],
  [
    /\.(?:ya?ml|toml|ini|cfg|conf|lock|xsl|xsd|dtd)$|(?:^|\/)(?:(?:package|package-lock|tsconfig|composer|manifest|vercel)\.json|Gemfile|Makefile|Dockerfile|Rakefile|CNAME|CODEOWNERS|LICEN[CS]E|COPYING)(?:\.\w+)?$/i,
    'settings',
  ],
  [/(?:^|\/)(?:sitemap[\w-]*\.xml|robots\.txt|humans\.txt|search\.json)$/i, 'files for machines'],
];

/**
 * What a file is that no reader is asked about, in the plural; none where it may hold an article.
 *
 * @param anyText whether the keeper has named the format: then every text is read
 */
export function setAside(path: string, anyText: boolean): string | undefined {
  const kinds = anyText ? byEnding : [...byEnding, ...ofPrograms];
  return kinds.find(([name]) => name.test(path))?.[1];
}
