import { card, shell } from './shell.js';

export const data = { permalink: '/index.html', eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const list = collections.newest.map((one) => `<li>${card(one)}</li>`).join('');
  return shell({ title: 'Dateline', description: 'News', url: '/' }, `<h1>Dateline</h1><ul class="list">${list}</ul>`);
}
