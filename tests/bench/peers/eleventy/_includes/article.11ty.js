import { card, crumbs, escape, formatDay, jsonLd, shell } from '../shell.js';

const slug = (name) => name.toLowerCase().replaceAll(' ', '-');
const link = (kind) => (name) => `<a href="/${kind}/${slug(name)}/">${escape(name)}</a>`;
const list = (heading, name, articles) =>
  `<section class="${name}"><h2>${heading}</h2><ul>${articles.map((one) => `<li>${card(one)}</li>`).join('')}</ul></section>`;

export function render({ title, day, desks, authors, topics, content, page, around }) {
  const { older, newer, ofDay = [], related = [], summary = '' } = around ?? {};
  const address = `https://dateline.example${page.url}`;
  const said = formatDay(day);
  const by = escape(authors.join(' and '));
  const meta = (name, value) => `<meta name="${name}" content="${escape(value)}">`;
  const property = (name, value) => `<meta property="${name}" content="${escape(value)}">`;
  const data = {
    '@type': 'NewsArticle',
    headline: title,
    description: summary,
    datePublished: day,
    inLanguage: 'en',
    author: authors.map((name) => ({ '@type': 'Person', name, url: `https://dateline.example/authors/${slug(name)}/` })),
    keywords: topics,
    wordCount: content.split(' ').length,
    url: address,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: 'Dateline' },
  };
  const head = [
    meta('DC.type', 'newspaperArticle'),
    meta('DC.title', title),
    ...authors.map((name) => meta('DC.creator', name)),
    meta('DC.date', day),
    meta('DC.source', 'Dateline'),
    meta('DC.language', 'en'),
    meta('DC.identifier', address),
    meta('DC.rights', 'https://creativecommons.org/licenses/by/4.0/'),
    property('og:type', 'article'),
    property('article:published_time', day),
    ...desks.map((name) => property('article:section', name)),
    ...authors.map((name) => property('article:author', name)),
    ...topics.map((name) => property('article:tag', name)),
    jsonLd([data, crumbs([[day.slice(0, 4), `/years/${day.slice(0, 4)}/`], [day.slice(0, 7), `/months/${day.slice(0, 7)}/`], [day, `/days/${day}/`], [title, page.url]])]),
    ...(older ? [`<link rel="prev" href="${older.url}">`] : []),
    ...(newer ? [`<link rel="next" href="${newer.url}">`] : []),
  ].join('\n');
  const step = (to, rel, kind, label) =>
    to
      ? `<a rel="${rel}" href="${to.url}" title="${kind} article: ${escape(to.title)}"><svg viewBox="0 0 18 10" width="18" height="10" aria-hidden="true"><path d="M6 1 2 5l4 4M2 5h15"/></svg><span class="sr-only">${kind} article: </span>${label}</a>`
      : '';
  const foot = (to, name, kind) =>
    to
      ? `<a class="${name}" href="${to.url}"><span class="small">${kind} article · ${formatDay(to.day)}</span><span class="title">${escape(to.title)}</span></a>`
      : '';
  return shell(
    {
      title,
      description: summary,
      url: page.url,
      head,
      folio: `<nav class="crumbs" aria-label="Date"><ol><li><a href="/years/${day.slice(0, 4)}/">${day.slice(0, 4)}</a></li><li><a href="/months/${day.slice(0, 7)}/">${said.split(' ')[1]}</a></li><li><a href="/days/${day}/">${Number(day.slice(8))}</a></li></ol></nav><nav class="steps">${step(older, 'prev', 'Previous', 'Older')}${step(newer, 'next', 'Next', 'Newer')}</nav>`,
    },
    `<article class="h-entry" lang="en" dir="ltr" data-pagefind-body><header>
<p class="year"><span aria-hidden="true">${day.slice(0, 4)}</span></p>
<p class="line"><a class="date-tag" href="/days/${day}/"><time datetime="${day}">${said}</time></a> ${desks.map(link('desks')).join('')}</p>
<h1 class="p-name">${escape(title)}</h1>
<p class="summary">${escape(summary)}</p>
<p class="byline">By ${authors.map(link('authors')).join(', ')} <span>Published ${said}</span></p>
</header>
<div class="prose e-content">${content}</div>
<footer><section><h2>Topics</h2><ul class="tags">${topics.map((topic) => `<li>${link('topics')(topic)}</li>`).join('')}</ul></section></footer>
<details class="cite"><summary>Cite this</summary>
<p>${by}: “${escape(title)}”. Dateline, ${said}. ${address}</p>
<p>${by} (${said}). ${escape(title)}. <i>Dateline</i>. ${address}</p>
<pre>@article{ ${slug(title).slice(0, 20)}, author = { ${by} }, title = { ${escape(title)} }, journal = { Dateline }, date = { ${day} }, url = { ${address} } }</pre>
<pre>TY  - NEWS
AU  - ${by}
TI  - ${escape(title)}
T2  - Dateline
DA  - ${day.replaceAll('-', '/')}
UR  - ${address}
ER  -</pre>
</details>
</article>
${list('More from this day', 'day', ofDay)}
${list('Related articles', 'related', related)}
<nav class="around">${foot(older, 'older', 'Previous')}${foot(newer, 'newer', 'Next')}</nav>`,
  );
}
