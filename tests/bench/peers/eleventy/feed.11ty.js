import { escape } from './shell.js';

export const data = { permalink: '/index.xml', eleventyExcludeFromCollections: true };

const site = 'https://dateline.example';

export function render({ collections }) {
  const items = collections.newest.map(
    ({ title, url, day, summary }) =>
      `<item><title>${escape(title)}</title><link>${site}${url}</link><pubDate>${new Date(day).toUTCString()}</pubDate><guid>${site}${url}</guid><description>${escape(summary)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Dateline</title><link>${site}/</link>${items.join('')}</channel></rss>`;
}
