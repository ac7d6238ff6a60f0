// Changes that a keeper, a developer or an accident makes to a project between two builds.

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { listFiles } from '../../src/disk/list-files.ts';
import { treesFolder } from '../../src/build/site-trees.ts';
import type { Project } from './project.ts';

export interface Ground {
  project: Project;
  outDir: string;
  cacheDir: string;
  /** Variables of the environment for the builds to come. */
  env: Record<string, string>;
}

export type Change = { kind: keyof typeof changes; pick: number; other: number };

const dates = [
  '2023-11-12',
  '2023-11-13',
  '2023-11',
  '1953-02-01',
  '2024-02-29',
  '2020',
  'undated',
];
const topics = ['Floods', 'floods', 'Trains', 'Élections', 'Weather', 'Sea'];
const words = 'the sea broke through at night and the train stood still until morning came'.split(
  ' ',
);

const at = <T>(items: readonly T[], pick: number): T => items[pick % items.length] as T;

let serial = 0;

function articleText(pick: number, other: number): string {
  const text = Array.from({ length: 30 + (other % 40) }, (_, i) =>
    at(words, pick + i * (1 + (other % 5))),
  );
  return [
    '---',
    ...(other % 4 === 0 ? [] : [`title: Report ${pick % 50} on the ${at(words, other)}`]),
    `date: ${at(dates, pick)}`,
    `tags: [${at(topics, pick)}, ${at(topics, other)}]`,
    ...(pick % 3 === 0 ? [`section: ${at(['World', 'Region'], other)}`] : []),
    ...(other % 3 === 0 ? [`authors: [${at(['Jane Doe', 'John Roe'], pick)}]`] : []),
    '---',
    '',
    `## ${at(words, other)}`,
    '',
    `${text.join(' ')}.`,
    '',
  ].join('\n');
}

const articleFiles = ({ project }: Ground): string[] =>
  listFiles(join(project.contentDir, 'articles'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(project.contentDir, 'articles', file));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function rewrite(path: string | undefined, change: (text: string) => string): void {
  if (path !== undefined) writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function anArticle(ground: Ground, pick: number): string | undefined {
  const files = articleFiles(ground);
  return files.length === 0 ? undefined : at(files, pick);
}

/** A file of the program's copy; throws where the program has no such file any more. */
function source(ground: Ground, file: string): string {
  const path = join(ground.project.root, 'src', file);
  if (!existsSync(path)) throw new Error(`src/${file} is not there: name another file to change`);
  return path;
}

/** Files that builds keep, but for those of the site itself. */
const keptFiles = ({ cacheDir, outDir }: Ground): string[] => [
  ...listFiles(cacheDir).map((file) => join(cacheDir, file)),
  ...(existsSync(treesFolder(outDir)) ? readdirSync(treesFolder(outDir)) : [])
    .filter((name) => name.endsWith('.list'))
    .map((name) => join(treesFolder(outDir), name)),
];

const siteFiles = ({ outDir }: Ground): string[] =>
  listFiles(outDir).map((file) => join(outDir, file));

function damage(path: string | undefined, pick: number): void {
  if (path === undefined) return;
  const bytes = readFileSync(path);
  if (pick % 3 === 0) rmSync(path);
  else if (pick % 3 === 1) truncateSync(path, Math.floor(bytes.length / 2));
  else {
    if (bytes.length > 0) bytes[pick % bytes.length] = (bytes[pick % bytes.length] as number) ^ 1;
    writeFileSync(path, bytes);
  }
}

export const changes = {
  nothing: () => undefined,
  addArticle(ground: Ground, pick: number, other: number) {
    const name = `articles/${at(['', '2023/', 'old/box/'], other)}report-${serial++}.md`;
    write(join(ground.project.contentDir, name), articleText(pick, other));
  },
  editText(ground: Ground, pick: number, other: number) {
    rewrite(
      anArticle(ground, pick),
      (text) => `${text}\nAnd the ${at(words, other)}, in ${other}.\n`,
    );
  },
  editSameSize(ground: Ground, pick: number, other: number) {
    rewrite(anArticle(ground, pick), (text) =>
      text.replace(/ (the|sea) /, other % 2 ? ' sea ' : ' the '),
    );
  },
  editHead(ground: Ground, pick: number, other: number) {
    rewrite(anArticle(ground, pick), (text) =>
      text
        .replace(
          /^tags:.*$/m,
          `tags: [${at(topics, other)}]\nsummary: ${at(words, other)} ${other}`,
        )
        .replace(/(^summary:.*\n)summary:.*\n/m, '$1'),
    );
  },
  redate(ground: Ground, pick: number, other: number) {
    rewrite(anArticle(ground, pick), (text) =>
      text.replace(/^date:.*$/m, `date: ${at(dates, other)}`),
    );
  },
  draft(ground: Ground, pick: number) {
    rewrite(anArticle(ground, pick), (text) =>
      text.includes('draft: true')
        ? text.replace('draft: true\n', '')
        : text.replace(/^date:/m, 'draft: true\ndate:'),
    );
  },
  rename(ground: Ground, pick: number) {
    const file = anArticle(ground, pick);
    if (file !== undefined) renameSync(file, join(dirname(file), `renamed-${serial++}.md`));
  },
  remove(ground: Ground, pick: number) {
    const file = anArticle(ground, pick);
    if (file !== undefined && articleFiles(ground).length > 2) rmSync(file);
  },
  swap(ground: Ground, pick: number, other: number) {
    const [one, two] = [anArticle(ground, pick), anArticle(ground, other)];
    if (one === undefined || two === undefined) return;
    const texts = [readFileSync(one, 'utf8'), readFileSync(two, 'utf8')] as const;
    // A picture lies beside its article: in another folder it would be missing, which stops any build.
    if (texts.some((text) => text.includes('!['))) return;
    writeFileSync(one, texts[1]);
    writeFileSync(two, texts[0]);
  },
  picture(ground: Ground, pick: number, other: number) {
    const file = anArticle(ground, pick);
    if (file === undefined) return;
    write(
      join(dirname(file), 'map.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" width="${other + 1}" height="9"/>`,
    );
    rewrite(file, (text) => (text.includes('![') ? text : `${text}\n![A map](map.svg)\n`));
  },
  publicFile(ground: Ground, pick: number, other: number) {
    const file = join(ground.project.root, 'public', at(['a.txt', 'deep/er/b.txt'], pick));
    if (other % 3 === 0) rmSync(file, { force: true });
    else write(file, `Number ${other}\n`);
  },
  template(ground: Ground, pick: number, other: number) {
    const file = at(
      [
        'components/ArticleList.astro',
        'layouts/Page.astro',
        'pages/[...own].astro',
        'pages/dates.astro',
      ],
      pick,
    );
    appendFileSync(source(ground, file), `\n<!-- ${other} -->\n`);
  },
  script(ground: Ground, pick: number, other: number) {
    const file = at(
      [
        'browser/page.ts',
        'browser/cite.ts',
        'browser/cite-panel.ts',
        'browser/search/search-page.ts',
        'browser/search/article-marks.ts',
      ],
      pick,
    );
    appendFileSync(source(ground, file), `\nconsole.debug(${other});\n`);
  },
  style(ground: Ground, pick: number, other: number) {
    const file = at(['styles/base.css', 'styles/prose.css', 'styles/tokens.css'], pick);
    appendFileSync(
      source(ground, file),
      `\n@layer base { .made-up-${other} { order: ${other} } }\n`,
    );
  },
  messages(ground: Ground, _: number, other: number) {
    rewrite(source(ground, 'messages/english.ts'), (text) =>
      text.replace(/topics: '[^']*'/, `topics: 'Topics ${other}'`),
    );
  },
  configuration(ground: Ground, pick: number, other: number) {
    if (pick % 2 === 0)
      ground.env['DATELINE_ADDRESS'] =
        `https://paper${other % 3}.example/${at(['', 'archive/'], other)}`;
    else
      rewrite(join(ground.project.contentDir, 'archive.yaml'), (text) =>
        text.replace(/^name: .*$/m, `name: Paper ${other}`),
      );
  },
  damageCache(ground: Ground, pick: number, other: number) {
    const files = keptFiles(ground);
    if (files.length > 0) damage(at(files, other), pick);
  },
  loseCache(ground: Ground, pick: number) {
    if (pick % 2 === 0) rmSync(ground.cacheDir, { recursive: true, force: true });
    else rmSync(treesFolder(ground.outDir), { recursive: true, force: true });
  },
  damageSite(ground: Ground, pick: number, other: number) {
    const files = siteFiles(ground);
    if (files.length > 0) damage(at(files, other), pick);
  },
  strayInSite(ground: Ground, pick: number, other: number) {
    if (!existsSync(ground.outDir)) return;
    const file = at(siteFiles(ground), other);
    write(
      pick % 2 === 0
        ? join(dirname(file), 'stray.html')
        : join(ground.outDir, 'stray/deep/file.txt'),
      'stray',
    );
  },
  folderInSite(ground: Ground, _: number, other: number) {
    const files = siteFiles(ground);
    if (files.length === 0) return;
    rmSync(at(files, other));
    mkdirSync(at(files, other));
  },
  touch(ground: Ground, pick: number, other: number) {
    const file = at([...articleFiles(ground), ...siteFiles(ground)], pick);
    if (file !== undefined) utimesSync(file, 1_600_000_000 + other, 1_600_000_000 + other);
  },
  loseSite(ground: Ground) {
    rmSync(ground.outDir, { force: true, recursive: true });
  },
  misplace(ground: Ground, pick: number, other: number) {
    const path = join(
      at([treesFolder(ground.outDir), ground.cacheDir], pick),
      at(
        ['live.list', 'spare.list', 'next.list', 'spare', 'old', 'articles', 'search', 'bundle'],
        other,
      ),
    );
    rmSync(path, { recursive: true, force: true });
    // A folder in a file's place, or a file in a folder's.
    if (path.endsWith('.list')) mkdirSync(join(path, 'deep'), { recursive: true });
    else write(path, 'not a folder');
  },
  publicFolder(ground: Ground, _: number, other: number) {
    const path = join(ground.project.root, 'public/press');
    rmSync(path, { recursive: true, force: true });
    write(other % 2 === 0 ? path : join(path, 'kit.txt'), `Number ${other}\n`);
  },
};

const kinds = Object.keys(changes) as (keyof typeof changes)[];

/** Content changes most often; a change of code costs a new bundle, twice. */
const costly: readonly string[] = ['template', 'style', 'messages', 'configuration'];

const pick = fc.nat({ max: 10_000 });

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom(...kinds.filter((kind) => !costly.includes(kind))),
      pick,
      other: pick,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom(...kinds.filter((kind) => costly.includes(kind))),
      pick,
      other: pick,
    }),
  },
);

export const applyChange = (ground: Ground, { kind, pick, other }: Change): void =>
  changes[kind](ground, pick, other);
