import { calendar, card, crumbs, escape, jsonLd, shell } from './shell.js';

const slug = (name) => name.toLowerCase().replaceAll(' ', '-');

export const data = {
  pagination: { data: 'collections.groups', size: 1, alias: 'group' },
  permalink: ({ group }) => `${group.url}index.html`,
  eleventyExcludeFromCollections: true,
};

export function render({ group: { kind, name, url, articles, terms, dayCounts, sameDay } }) {
  const list = articles
    ? `<ul class="list">${articles.slice(0, 100).map((one) => `<li>${card(one)}</li>`).join('')}</ul>`
    : `<ul class="terms">${terms.map((term) => `<li><a href="${url}${slug(term.name)}/">${escape(term.name)}</a> ${term.count}</li>`).join('')}</ul>`;
  const head = `<div class="head"><h1>${escape(name)}</h1><p>${articles?.length ?? terms.length}</p></div>`;
  const months = kind === 'months' ? [name] : kind === 'years' ? Array.from({ length: 12 }, (_, i) => `${name}-${String(i + 1).padStart(2, '0')}`) : [];
  const calendars = articles ? months.map((month) => calendar(month, dayCounts)).join('') : '';
  const timeline = articles && ['topics', 'desks', 'authors'].includes(kind)
    ? `<ol class="timeline">${[...Map.groupBy(articles, ({ day }) => day.slice(0, 4))].map(([year, { length }]) => `<li>${year} <span>${length}</span></li>`).join('')}</ol>`
    : '';
  const otherYears = sameDay
    ? `<section><h2>The same day in other years</h2><ul class="list">${sameDay.slice(0, 10).map((one) => `<li>${card(one)}</li>`).join('')}</ul></section>`
    : '';
  const meta = `<meta property="og:type" content="website">\n${jsonLd([crumbs([[name, url]])])}`;
  return shell({ title: name, description: name, url, head: meta }, head + calendars + timeline + list + otherYears);
}
