// The same pages as the other makers', as Eleventy makes them: Markdown articles, and JavaScript templates, its
// fastest, for everything around them.

import { card, shell } from './shell.js';

const groupings = {
  days: ({ day }) => [day],
  months: ({ day }) => [day.slice(0, 7)],
  years: ({ day }) => [day.slice(0, 4)],
  calendars: ({ day }) => [day.slice(5)],
  topics: ({ topics }) => topics,
  desks: ({ desks }) => desks,
  authors: ({ authors }) => authors,
};

const slug = (name) => name.toLowerCase().replaceAll(' ', '-');

function entry(item) {
  const { title, day, topics, desks, authors } = item.data;
  return { title, day, topics, desks, authors, url: item.url, summary: summaryOf(item.rawInput) };
}

const summaryOf = (text) => text.replace(/[#>*_[\]`]/g, '').trim().slice(0, 200);

export default function configure(config) {
  let newestFirst;
  const listed = (api) =>
    (newestFirst ??= api
      .getFilteredByGlob('articles/**/*.md')
      .map((item) => ({ item, ...entry(item) }))
      .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.url < b.url ? -1 : 1)));
  config.addCollection('newest', (api) => listed(api).slice(0, 20));
  config.addCollection('groups', (api) => {
    const pages = [];
    const dayCounts = new Map();
    for (const { day } of listed(api)) dayCounts.set(day, (dayCounts.get(day) ?? 0) + 1);
    const byCalendar = Map.groupBy(listed(api), ({ day }) => day.slice(5));
    for (const [kind, keysOf] of Object.entries(groupings)) {
      const groups = new Map();
      for (const article of listed(api)) {
        for (const key of keysOf(article)) {
          if (!groups.has(key)) groups.set(key, []);
          groups.get(key).push(article);
        }
      }
      for (const [name, articles] of groups) {
        pages.push({ kind, url: `/${kind}/${slug(name)}/`, name, articles, dayCounts, sameDay: kind === 'days' ? byCalendar.get(name.slice(5)) : undefined });
      }
      const terms = [...groups].map(([name, { length }]) => ({ name, count: length }));
      pages.push({ kind, url: `/${kind}/`, name: kind, terms: terms.sort((a, b) => b.count - a.count) });
    }
    return pages;
  });
  config.addCollection('around', (api) => {
    const all = listed(api);
    const byDay = Map.groupBy(all, ({ day }) => day);
    const byTopic = Map.groupBy(all, ({ topics }) => topics[0]);
    return new Map(
      all.map((article, i) => [
        article.url,
        { older: all[i + 1], newer: all[i - 1], ofDay: byDay.get(article.day).slice(0, 4), related: byTopic.get(article.topics[0]).slice(0, 5), summary: article.summary },
      ]),
    );
  });
  config.addGlobalData('eleventyComputed', {
    around: ({ collections, page }) => collections.around?.get?.(page.url),
  });
  return { dir: { input: '.', includes: '_includes', output: '_site' }, markdownTemplateEngine: false };
}

export { card, shell };
