import { card, escape, shell } from './shell.js';

const slug = (name) => name.toLowerCase().replaceAll(' ', '-');

export const data = {
  pagination: { data: 'collections.groups', size: 1, alias: 'group' },
  permalink: ({ group }) => `${group.url}index.html`,
  eleventyExcludeFromCollections: true,
};

export function render({ group: { name, url, articles, terms } }) {
  const list = articles
    ? `<ul class="list">${articles.slice(0, 100).map((one) => `<li>${card(one)}</li>`).join('')}</ul>`
    : `<ul class="terms">${terms.map((term) => `<li><a href="${url}${slug(term.name)}/">${escape(term.name)}</a> ${term.count}</li>`).join('')}</ul>`;
  const head = `<div class="head"><h1>${escape(name)}</h1><p>${articles?.length ?? terms.length}</p></div>`;
  return shell({ title: name, description: name, url }, head + list);
}
