import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';

const id = '2022/01/09/flood-in-pictures';
const own = `/archive/${id}/`;
const folder = (): string => join(inject('siteDir'), id);
const body = (): string => {
  const page = readFileSync(join(folder(), 'index.html'), 'utf8');
  return /<article[\s\S]*<\/article>/.exec(page)?.[0] ?? '';
};
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const images = (): string[] => body().match(/<img[^>]*>/g) ?? [];
const imageOf = (name: string): string =>
  images().find((tag) => attribute(tag, 'src') === `${own}${name}`) ?? '';

test('every picture has its width and height, and words for those who cannot see it', () => {
  expect(images()).toHaveLength(5);
  for (const tag of images()) {
    expect(attribute(tag, 'width')).toMatch(/^\d+$/);
    expect(attribute(tag, 'height')).toMatch(/^\d+$/);
    expect(attribute(tag, 'alt')).not.toBe('');
  }
});

test('the picture at the head is asked for at once, those of the text when the reader comes near', () => {
  const [head, ...others] = images();
  expect(head).toContain('fetchpriority="high"');
  expect(head).not.toContain('loading=');
  for (const tag of others) expect(tag).toMatch(/ loading="lazy" decoding="async"/);
});

test('a photograph comes in lighter formats and sizes, and each has the width it says', async () => {
  const sources = body().match(/<source[^>]*>/g) ?? [];
  expect(sources.length).toBeGreaterThanOrEqual(7);
  const files = sources.flatMap((tag) =>
    (attribute(tag, 'srcset') ?? '').split(', ').map((entry) => ({
      type: attribute(tag, 'type'),
      address: decodeURI(entry.split(' ')[0] ?? ''),
      width: Number(entry.split(' ')[1]?.replace('w', '')),
    })),
  );
  for (const { type, address, width } of files) {
    const made = await sharp(join(folder(), address.slice(own.length))).metadata();
    expect(made.width).toBe(width);
    expect(type).toBe(`image/${made.format === 'heif' ? 'avif' : made.format}`);
    expect(made.exif).toBeUndefined();
  }
  expect(files.map(({ address }) => address)).toContain(`${own}dike-640.avif`);
});

test('an original is served as it is, one that is too wide reduced to 2400 pixels', async () => {
  const source = join('tests/site/newspaper/articles/2022/01/09');
  expect(readFileSync(join(folder(), 'dike.jpg'))).toEqual(readFileSync(join(source, 'dike.jpg')));
  const name = 'flood from the air.jpg';
  expect((await sharp(join(folder(), name)).metadata()).width).toBe(2400);
  const tag = imageOf('flood%20from%20the%20air.jpg');
  expect([attribute(tag, 'width'), attribute(tag, 'height')]).toEqual(['2400', '1200']);
});

test('a photograph that the camera turned stands upright', async () => {
  const tag = imageOf('turned.jpg');
  expect([attribute(tag, 'width'), attribute(tag, 'height')]).toEqual(['800', '500']);
  const made = await sharp(join(folder(), 'turned-640.webp')).metadata();
  expect([made.width, made.height]).toEqual([640, 400]);
});

test('a picture with a title that stands alone is a figure with that as caption', () => {
  expect(body()).toMatch(
    /<figure><picture>[\s\S]*?<\/picture><figcaption>The plain on Sunday morning\.<\/figcaption><\/figure>/,
  );
  expect(imageOf('turned.jpg')).toContain('title="Turned"');
});

test('caption and credit of the head picture are shown', () => {
  expect(body()).toMatch(/<figcaption[^>]*>\s*The river at noon\./);
  expect(body()).toContain('Photograph: Harbour desk');
});

test('a drawing is served as it is; small pictures without loss', () => {
  const drawing = '2024/03/01/dike-holds';
  const files = readdirSync(join(inject('siteDir'), drawing)).filter((name) =>
    name.startsWith('tide'),
  );
  expect(files).toEqual(['tide.svg']);
  expect(existsSync(join(folder(), 'gauge-420.webp'))).toBe(true);
  expect(existsSync(join(folder(), 'gauge-420.avif'))).toBe(false);
});

test('a picture on another host is a link there, for nothing is asked of others', () => {
  expect(body()).toContain(
    '<a href="https://elsewhere.example/flood.jpg">A picture of another paper</a>',
  );
});

test('a feed reader finds the pictures wherever it shows the text', () => {
  const feed = readFileSync(join(inject('siteDir'), 'feed.xml'), 'utf8');
  expect(feed).toContain(`https://westwerd.example${own}turned.jpg`);
  expect(feed).not.toMatch(/src=&quot;(?!https:)/);
});
