import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { describeArticle } from '../../src/archive/structured-data.ts';
import { paths } from '../../src/archive/urls.ts';
import { parseArticle } from '../../src/article/article.ts';
import { drawSharePicture } from '../../src/share-picture/draw-share-picture.ts';
import {
  height,
  width,
  type SharePictureView,
} from '../../src/share-picture/share-picture-view.ts';
import { breakLines } from '../../src/share-picture/break-lines.ts';
import { chooseSharePictures, shareViews, sharedPicture } from '../../src/views/share-views.ts';

const aView = (shown: Partial<SharePictureView> = {}): SharePictureView => ({
  name: 'The Westwerd Courier',
  lang: 'en',
  dir: 'ltr',
  year: '2024',
  ...shown,
});
const aHeadline = (text: string, lang = 'en', dir: 'ltr' | 'rtl' = 'ltr') => ({
  headline: { text, lang, dir, derived: false },
});

/** How much of a part of the picture is not paper, 0 to 1. */
async function inked(picture: Uint8Array, top: number, bottom: number): Promise<number> {
  const { data, info } = await sharp(picture)
    .extract({ left: 60, top, width: width - 120, height: bottom - top })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 0x80).length / (info.width * info.height);
}
const headlineOf = (picture: Uint8Array): Promise<number> => inked(picture, 130, 440);

test('every article has a picture of 1200 by 630 pixels below its address', async () => {
  for (const id of ['2024/03/01/dike-holds', '2024/03/03/arabic', 'undated/song-of-the-dike']) {
    const picture = readFileSync(join(inject('siteDir'), id, 'share.png'));
    expect(await sharp(picture).metadata()).toMatchObject({ width, height, format: 'png' });
    expect(picture.length).toBeLessThan(30_000);
  }
});

test.for([
  ['Latin', 'Dike holds through the night', 'en', 'ltr'],
  ['Cyrillic', 'Плотина выдержала', 'ru', 'ltr'],
  ['Greek', 'Το φράγμα άντεξε', 'el', 'ltr'],
  ['Arabic', 'صمد السد طوال الليل', 'ar', 'rtl'],
  ['Hebrew', 'הסכר החזיק מעמד', 'he', 'rtl'],
  ['Devanagari', 'बाँध रात भर टिका रहा', 'hi', 'ltr'],
  ['Chinese', '堤坝整夜坚守', 'zh-Hans', 'ltr'],
  ['Japanese', '堤防は一晩中持ちこたえた', 'ja', 'ltr'],
  ['Korean', '제방은 밤새 버텼다', 'ko', 'ltr'],
  ['Thai', 'เขื่อนยืนหยัดตลอดคืน', 'th', 'ltr'],
  ['both directions', 'قال UN في 1956 (Suez) هدنة', 'ar', 'rtl'],
] as const)('a headline in %s is drawn', async ([, text, lang, dir]) => {
  const picture = await drawSharePicture(aView(aHeadline(text, lang, dir)));
  expect(await headlineOf(picture)).toBeGreaterThan(0.01);
});

test('a headline that no typeface can draw leaves the year alone, without empty boxes', async () => {
  const alone = await drawSharePicture(aView());
  for (const text of ['ཨོཾ་མ་ཎི་', 'ཨོཾ་མ་ཎི་ 1953', '🌊', '']) {
    expect(await drawSharePicture(aView(aHeadline(text, 'bo')))).toEqual(alone);
  }
});

test('pictographs and unseen marks are left out of a headline', async () => {
  const plain = await drawSharePicture(aView(aHeadline('Dike holds')));
  expect(await drawSharePicture(aView(aHeadline('\u200eDike 🌊 ho\u00adlds 👩‍🚒')))).toEqual(plain);
});

test('a sign that no typeface has is lost, and the headline stays', async () => {
  const plain = await drawSharePicture(aView(aHeadline('Dike holds')));
  for (const text of ['Dike ᚠᚢᚦ holds', 'Dike ➜ holds', '🇳🇱 Dike 👍🏽 holds', 'Dike 𝆕holds\u20e3']) {
    expect(await drawSharePicture(aView(aHeadline(text))), text).toEqual(plain);
  }
  const courier = await drawSharePicture(aView({ name: 'The Courier' }));
  expect(await drawSharePicture(aView({ name: 'The ➜ Courier' }))).toEqual(courier);
});

test('a word wider than the picture is broken, and the rest of the headline is shown', () => {
  const tenEach = (text: string): number => text.length;
  const word = 'Hafenbetriebsgesellschaftsvorstand';
  expect(
    breakLines(`Der ${word} tritt ab`, 'de', tenEach, { widest: 16, most: 5, breakWords: true }),
  ).toEqual(['Der', 'Hafenbetriebsge-', 'sellschaftsvors-', 'tand tritt ab']);
  expect(
    breakLines('1234567890 12', 'de', tenEach, { widest: 5, most: 5, breakWords: true }),
  ).toEqual(['1234', '5678', '90 12']);
  expect(breakLines(word, 'de', tenEach, { widest: 16, most: 5 })).toBeUndefined();
});

test('a headline of any length stays in its place', async () => {
  for (const text of ['Dike '.repeat(480), 'x'.repeat(400), '堤'.repeat(300)]) {
    const picture = await drawSharePicture(aView(aHeadline(text)));
    expect(await headlineOf(picture)).toBeGreaterThan(0.01);
    // Between the headline and the rule above the year nothing stands.
    expect(await inked(picture, 440, 450)).toBe(0);
  }
});

test('the same view gives the same bytes', async () => {
  const view = aView(aHeadline('Dike holds'));
  expect(await drawSharePicture(view)).toEqual(await drawSharePicture(view));
});

const article = (date: string, file = 'flood') => {
  const text = `---\ntitle: Flood\ndate: ${date}\n---\nThe dike broke.\n`;
  const parsed = parseArticle(text, { file: `articles/${file}.md`, language: 'en' }).article;
  if (!parsed) throw new Error('The test article has errors.');
  return parsed;
};

test('one picture a year serves its articles where the keeper wants it lean', () => {
  const site = { name: 'Courier', language: 'en', sharePictures: 'years' } as const;
  const archive = buildArchive([
    article('1953-02-01'),
    article('1953', 'of-the-year'),
    article('undated', 'song'),
  ]);
  const views = shareViews(archive, site, 'Undated');
  expect(views.map(({ path }) => path)).toEqual(['/1953/share.png', '/undated/share.png']);
  expect(views.map(({ view }) => view.year)).toEqual(['1953', 'Undated']);
  for (const { id, date } of archive.newestFirst) {
    expect(views.map(({ path }) => path)).toContain(paths.sharePicture({ id, date }, 'years'));
  }
  expect(shareViews(archive, { ...site, sharePictures: 'none' }, '')).toEqual([]);
  expect(paths.sharePicture(article('1953'), 'none')).toBeUndefined();
});

test('a date that says no more than the year is not repeated', () => {
  const site = { name: 'Courier', language: 'en', sharePictures: 'articles' } as const;
  const dates = ['1953-02-01', '1953-02', '1953', 'undated'].map(
    (date) => shareViews(buildArchive([article(date)]), site, 'Undated')[0]?.view.date,
  );
  expect(dates).toEqual(['1 February 1953', 'February 1953', undefined, undefined]);
});

test('where the choice is left, an archive gets a picture for each year once it has more than 5,000 articles', () => {
  const auto = { sharePictures: 'auto' } as const;
  expect(chooseSharePictures(auto, 5_000)).toBe('articles');
  expect(chooseSharePictures(auto, 5_001)).toBe('years');
  expect(chooseSharePictures({ sharePictures: 'articles' }, 100_000)).toBe('articles');
  expect(chooseSharePictures({ sharePictures: 'none' }, 1)).toBe('none');
});

test('a picture of the keeper’s in its place is described as it is', () => {
  const text = (fields: string, body = 'The dike broke.') => {
    const source = `---\ntitle: Flood\ndate: 2024-03-01\n${fields}\n---\n${body}\n`;
    const parsed = parseArticle(source, { file: 'articles/flood.md', language: 'en' }).article;
    if (!parsed) throw new Error('The test article has errors.');
    return parsed;
  };
  const own = {
    'share.png': { path: '/2024/03/01/flood/share.png', width: 640, height: 360, sources: [] },
  };
  const path = '/2024/03/01/flood/share.png';
  const described = text('image: { src: ./share.png, alt: A broken dike }');
  expect(sharedPicture(described, own, 'articles')).toEqual({
    path,
    width: 640,
    height: 360,
    alt: 'A broken dike',
  });
  expect(sharedPicture(text('', '![](share.png)'), own, 'articles')).toMatchObject({
    alt: 'Flood',
  });
  expect(sharedPicture(described, {}, 'articles')).toBeUndefined();
  expect(sharedPicture(text(''), {}, 'articles')).toEqual({ path, width, height, alt: 'Flood' });
  expect(sharedPicture(described, own, 'years')).toMatchObject({ path: '/2024/share.png', width });
  expect(sharedPicture(described, own, 'none')).toBeUndefined();
  const publication = {
    name: 'Courier',
    address: 'https://a.example/',
    publisher: 'Courier',
    licence: { name: 'CC0', url: 'https://a.example/cc0' },
  };
  expect(
    describeArticle(described, publication, { authorPaths: [], sharePicture: path }),
  ).toMatchObject({
    image: [`https://a.example${path}`],
  });
});
