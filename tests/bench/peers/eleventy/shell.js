const escape = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const months = 'January February March April May June July August September October November December'.split(' ');

export const formatDay = (day) =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

export const card = ({ title, url, day, desks, summary }) =>
  `<article class="card"><p class="line"><a class="date-tag" href="/days/${day}/"><time datetime="${day}">${formatDay(day)}</time></a> <span class="section">${escape(desks.join(''))}</span></p><div><h3><a href="${url}">${escape(title)}</a></h3><p class="summary">${escape(summary)}</p></div></article>`;

export const shell = ({ title, description, url, folio = '', head = '' }, main) => `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Dateline</title>
<meta name="description" content="${escape(description)}">
<link rel="canonical" href="https://dateline.example${url}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'">
<meta name="color-scheme" content="light dark">
<link rel="preload" href="/newsreader.woff2" as="font" type="font/woff2" crossorigin>
<meta property="og:site_name" content="Dateline">
<meta property="og:title" content="${escape(title)}">
<meta property="og:description" content="${escape(description)}">
<meta property="og:url" content="https://dateline.example${url}">
<meta name="twitter:card" content="summary">
${head}
<script type="speculationrules">{"prefetch":[{"where":{"href_matches":"/*/"},"eagerness":"moderate"}]}</script>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<a class="skip" href="#site-content">Skip to the content</a>
<header class="page">
<div class="folio"><a class="name" href="/">Dateline</a>${folio}</div>
<nav aria-label="Archive"><ul>
<li><a href="/years/">Dates</a></li><li><a href="/topics/">Topics</a></li><li><a href="/desks/">Sections</a></li><li><a href="/authors/">Authors</a></li>
</ul></nav>
<form role="search" action="/search/" method="get"><label><span class="sr-only">Search</span><input type="search" name="q"></label><button type="submit">Search</button></form>
</header>
<main id="site-content" class="page" tabindex="-1">${main}</main>
<footer class="page"><div class="foot"><p>Dateline</p><p><a href="https://creativecommons.org/licenses/by/4.0/" rel="license">Texts: CC BY 4.0, unless an article says otherwise.</a></p><p class="print-only">https://dateline.example${url}</p></div>
<ul class="screen-only"><li><a href="/about/">About</a></li><li><a href="/undated/">Undated</a></li><li><a href="/feed.xml">Feed</a></li></ul>
<fieldset class="theme screen-only"><legend class="sr-only">Theme</legend><label><input type="radio" name="theme" value="auto" checked> Automatic</label><label><input type="radio" name="theme" value="light"> Light</label><label><input type="radio" name="theme" value="dark"> Dark</label></fieldset></footer>
<script type="module" src="/page.js"></script>
</body>
</html>`;

const origin = 'https://dateline.example';

/** The way from the front page, as search engines read it. */
export const crumbs = (steps) => ({
  '@type': 'BreadcrumbList',
  itemListElement: [['Dateline', '/'], ...steps].map(([name, path], i) => ({ '@type': 'ListItem', position: i + 1, name, item: origin + path })),
});

export const jsonLd = (things) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c')}</script>`;

/** A month's days, those that have articles as links. */
export const calendar = (month, counts) =>
  `<table class="calendar"><caption>${month}</caption><tr>${Array.from({ length: 31 }, (_, i) => {
    const day = `${month}-${String(i + 1).padStart(2, '0')}`;
    const count = counts.get(day);
    return `<td>${count ? `<a href="/days/${day}/">${i + 1} <span class="sr-only">${count} articles</span></a>` : i + 1}</td>`;
  }).join('')}</tr></table>`;

export { escape };
