import { card, escape, formatDay, shell } from '../shell.js';

const slug = (name) => name.toLowerCase().replaceAll(' ', '-');
const link = (kind) => (name) => `<a href="/${kind}/${slug(name)}/">${escape(name)}</a>`;

export function render({ title, day, desks, authors, topics, content, page, around }) {
  const { older, newer, ofDay = [] } = around ?? {};
  const step = (to, rel) => (to ? `<a rel="${rel}" href="${to.url}">${escape(to.title)}</a>` : '');
  return shell(
    { title, description: title, url: page.url, folio: `<nav class="steps">${step(older, 'prev')}${step(newer, 'next')}</nav>` },
    `<article lang="en" dir="ltr"><header>
<p class="line"><a href="/days/${day}/"><time datetime="${day}">${formatDay(day)}</time></a> ${desks.map(link('desks')).join('')}</p>
<h1>${escape(title)}</h1>
<p class="byline">By ${authors.map(link('authors')).join(', ')}</p>
</header>
<div class="prose">${content}</div>
<footer><ul class="tags">${topics.map((topic) => `<li>${link('topics')(topic)}</li>`).join('')}</ul></footer>
</article>
<section class="day"><h2>More from this day</h2><ul>${ofDay.map((one) => `<li>${card(one)}</li>`).join('')}</ul></section>`,
  );
}
