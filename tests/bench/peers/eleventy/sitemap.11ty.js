export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true };

const site = 'https://dateline.example';

export function render({ collections }) {
  const pages = [
    ...[...collections.around.keys()].map((url) => ({ url })),
    ...collections.groups.map(({ url }) => ({ url })),
  ];
  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages.map(({ url }) => `<url><loc>${site}${url}</loc></url>`).join('')}</urlset>`;
}
