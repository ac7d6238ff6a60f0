const escape = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const months = 'January February March April May June July August September October November December'.split(' ');

export const formatDay = (day) =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

export const card = ({ title, url, day, desks, summary }) =>
  `<article class="card"><h3><a href="${url}">${escape(title)}</a></h3><p class="meta"><time datetime="${day}">${formatDay(day)}</time> ${escape(desks.join(''))}</p><p>${escape(summary)}</p></article>`;

export const shell = ({ title, description, url, folio = '' }, main) => `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Dateline</title>
<meta name="description" content="${escape(description)}">
<link rel="canonical" href="https://dateline.example${url}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
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
<footer class="page"><p>Dateline · Texts: CC BY 4.0, unless an article says otherwise.</p></footer>
</body>
</html>`;

export { escape };
