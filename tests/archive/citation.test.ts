import { describe, expect, test } from 'vitest';
import { citationItem, type Citable } from '../../src/archive/citation.ts';
import { printApa } from '../../src/citation/apa.ts';
import { printBibtex } from '../../src/citation/bibtex.ts';
import { printChicago, printChicagoNote } from '../../src/citation/chicago.ts';
import { printMla } from '../../src/citation/mla.ts';
import { cslDate, type NewsItem } from '../../src/citation/news-item.ts';
import { printHtml, printPlain } from '../../src/citation/pieces.ts';
import { printRis } from '../../src/citation/ris.ts';
import { printWikipedia } from '../../src/citation/wikipedia.ts';

const site = { name: 'Westwerd Courier', address: 'https://westwerd.example/archive/' };

function anArticle(fields: Partial<Citable> = {}): Citable {
  const date = fields.date ?? '2024-03-01';
  return {
    id: `${date.replaceAll('-', '/')}/dike-holds`,
    title: 'Dike holds through the night',
    titleOrigin: 'given',
    date,
    authors: ['Jane Doe'],
    authorTypes: [],
    lang: 'en',
    ...fields,
  };
}

const seen = cslDate('2026-11-23');
function cited(fields: Partial<Citable> = {}): NewsItem {
  return { ...citationItem(anArticle(fields), site), ...(seen && { accessed: seen }) };
}

const url = (date = '2024/03/01'): string => `https://westwerd.example/archive/${date}/dike-holds/`;

// The forms of APA, MLA and Chicago were compared with what citeproc-js 2.4.63 makes of the same items by the
// styles `apa`, `modern-language-association` and `chicago-fullnote-bibliography`. Where they differ by intent: MLA
// always has the day of access and sets the archive as second container, a supplied headline keeps its small
// letters, and the section is left out.
const cases: {
  name: string;
  fields: Partial<Citable>;
  apa: string;
  mla: string;
  chicago: string;
  note: string;
}[] = [
  {
    name: 'a given headline, one author, a day',
    fields: {},
    apa: `Doe, J. (2024, March 1). Dike holds through the night. Westwerd Courier. ${url()}`,
    mla: `Doe, Jane. “Dike Holds through the Night.” Westwerd Courier, 1 Mar. 2024, ${url()}. Accessed 23 Nov. 2026.`,
    chicago: `Doe, Jane. “Dike Holds through the Night.” Westwerd Courier, March 1, 2024. ${url()}.`,
    note: `Jane Doe, “Dike Holds through the Night,” Westwerd Courier, March 1, 2024, ${url()}.`,
  },
  {
    name: 'a given headline, no author, a day',
    fields: { authors: [] },
    apa: `Dike holds through the night. (2024, March 1). Westwerd Courier. ${url()}`,
    mla: `“Dike Holds through the Night.” Westwerd Courier, 1 Mar. 2024, ${url()}. Accessed 23 Nov. 2026.`,
    chicago: `Westwerd Courier. “Dike Holds through the Night.” March 1, 2024. ${url()}.`,
    note: `“Dike Holds through the Night,” Westwerd Courier, March 1, 2024, ${url()}.`,
  },
  {
    name: 'a derived headline, no author, a month',
    fields: {
      title: 'Engineers began to inspect the dike…',
      titleOrigin: 'derived',
      authors: [],
      date: '2024-03',
    },
    apa: `[Engineers began to inspect the dike…]. (2024, March). Westwerd Courier. ${url('2024/03')}`,
    mla: `“[Engineers began to inspect the dike…].” Westwerd Courier, Mar. 2024, ${url('2024/03')}. Accessed 23 Nov. 2026.`,
    chicago: `Westwerd Courier. “[Engineers began to inspect the dike…].” March 2024. ${url('2024/03')}.`,
    note: `“[Engineers began to inspect the dike…],” Westwerd Courier, March 2024, ${url('2024/03')}.`,
  },
  {
    name: 'a derived headline, three authors, a day',
    fields: {
      title: 'Engineers began to inspect the dike',
      titleOrigin: 'derived',
      authors: ['Jane Doe', 'John Q. Roe', 'Jean-Paul van der Meer'],
    },
    apa: `Doe, J., Roe, J. Q., & van der Meer, J.-P. (2024, March 1). [Engineers began to inspect the dike]. Westwerd Courier. ${url()}`,
    mla: `Doe, Jane, et al. “[Engineers began to inspect the dike].” Westwerd Courier, 1 Mar. 2024, ${url()}. Accessed 23 Nov. 2026.`,
    chicago: `Doe, Jane, John Q. Roe, and Jean-Paul van der Meer. “[Engineers began to inspect the dike].” Westwerd Courier, March 1, 2024. ${url()}.`,
    note: `Jane Doe, John Q. Roe, and Jean-Paul van der Meer, “[Engineers began to inspect the dike],” Westwerd Courier, March 1, 2024, ${url()}.`,
  },
  {
    name: 'a desk instead of a person, a year',
    fields: { authors: ['Harbour desk'], date: '1999' },
    apa: `Harbour desk. (1999). Dike holds through the night. Westwerd Courier. ${url('1999')}`,
    mla: `Harbour desk. “Dike Holds through the Night.” Westwerd Courier, 1999, ${url('1999')}. Accessed 23 Nov. 2026.`,
    chicago: `Harbour desk. “Dike Holds through the Night.” Westwerd Courier, 1999. ${url('1999')}.`,
    note: `Harbour desk, “Dike Holds through the Night,” Westwerd Courier, 1999, ${url('1999')}.`,
  },
  {
    name: 'two authors, undated',
    fields: { authors: ['Jane Doe', 'John Roe'], date: 'undated' },
    apa: `Doe, J., & Roe, J. (n.d.). Dike holds through the night. Westwerd Courier. Retrieved November 23, 2026, from ${url('undated')}`,
    mla: `Doe, Jane, and John Roe. “Dike Holds through the Night.” Westwerd Courier, ${url('undated')}. Accessed 23 Nov. 2026.`,
    chicago: `Doe, Jane, and John Roe. “Dike Holds through the Night.” Westwerd Courier. Accessed November 23, 2026. ${url('undated')}.`,
    note: `Jane Doe and John Roe, “Dike Holds through the Night,” Westwerd Courier, accessed November 23, 2026, ${url('undated')}.`,
  },
  {
    name: 'a derived headline, no author, undated',
    fields: { title: 'The sea came in', titleOrigin: 'derived', authors: [], date: 'undated' },
    apa: `[The sea came in]. (n.d.). Westwerd Courier. Retrieved November 23, 2026, from ${url('undated')}`,
    mla: `“[The sea came in].” Westwerd Courier, ${url('undated')}. Accessed 23 Nov. 2026.`,
    chicago: `Westwerd Courier. “[The sea came in].” Accessed November 23, 2026. ${url('undated')}.`,
    note: `“[The sea came in],” Westwerd Courier, accessed November 23, 2026, ${url('undated')}.`,
  },
  {
    name: 'another language keeps its capitals, another newspaper is named',
    fields: {
      title: 'Stürme im März',
      lang: 'de',
      authors: ['Karl Stein'],
      source: { name: 'Der Bote' },
    },
    apa: `Stein, K. (2024, March 1). Stürme im März. Der Bote. Westwerd Courier. ${url()}`,
    mla: `Stein, Karl. “Stürme im März.” Der Bote, 1 Mar. 2024. Westwerd Courier, ${url()}. Accessed 23 Nov. 2026.`,
    chicago: `Stein, Karl. “Stürme im März.” Der Bote, March 1, 2024. Westwerd Courier. ${url()}.`,
    note: `Karl Stein, “Stürme im März,” Der Bote, March 1, 2024, Westwerd Courier, ${url()}.`,
  },
  {
    name: 'a question and a quotation, four authors',
    fields: {
      title: 'Who said “wait and see”?',
      authors: ['Jane Doe', 'John Roe', 'Kim Lee', 'Li Ng'],
    },
    apa: `Doe, J., Roe, J., Lee, K., & Ng, L. (2024, March 1). Who said “wait and see”? Westwerd Courier. ${url()}`,
    mla: `Doe, Jane, et al. “Who Said ‘Wait and See’?” Westwerd Courier, 1 Mar. 2024, ${url()}. Accessed 23 Nov. 2026.`,
    chicago: `Doe, Jane, John Roe, Kim Lee, and Li Ng. “Who Said ‘Wait and See’?” Westwerd Courier, March 1, 2024. ${url()}.`,
    note: `Jane Doe et al., “Who Said ‘Wait and See’?,” Westwerd Courier, March 1, 2024, ${url()}.`,
  },
];

describe.each(cases)('$name', ({ fields, apa, mla, chicago, note }) => {
  const item = cited(fields);
  test('APA', () => expect(printPlain(printApa(item))).toBe(apa));
  test('MLA', () => expect(printPlain(printMla(item))).toBe(mla));
  test('Chicago', () => expect(printPlain(printChicago(item))).toBe(chicago));
  test('Chicago, as a note', () => expect(printPlain(printChicagoNote(item))).toBe(note));
});

test('a citation for a word processor has the newspaper in italics and no other marks', () => {
  expect(printHtml(printApa(cited({ title: 'Fish & <chips>' })))).toBe(
    `Doe, J. (2024, March 1). Fish &amp; &lt;chips&gt;. <i>Westwerd Courier</i>. ${url()}`,
  );
});

test('Wikipedia gets brackets, pipes and braces as it can read them', () => {
  expect(
    printWikipedia(
      cited({
        title: 'Dike | {{held}}',
        titleOrigin: 'derived',
        lang: 'nl',
        authors: ['Jane Doe', 'Harbour desk'],
        source: { name: 'Der Bote' },
      }),
    ),
  ).toBe(
    '{{cite news |last1=Doe |first1=Jane |author2=Harbour desk |date=1 March 2024' +
      ' |title=&#91;Dike {{!}} &#123;&#123;held&#125;&#125;&#93;' +
      ` |url=${url()} |work=Der Bote |language=nl |access-date=23 November 2026 |via=Westwerd Courier}}`,
  );
  expect(printWikipedia(cited({ authors: [], date: 'undated' }))).toBe(
    `{{cite news |title=Dike holds through the night |url=${url('undated')} |work=Westwerd Courier |access-date=23 November 2026}}`,
  );
});

test('BibTeX keeps a desk whole and escapes what LaTeX would read', () => {
  expect(
    printBibtex(
      cited({
        title: '5 % of $1 & a #tag_',
        authors: ['Martin Luther King Jr.', 'Harbour desk'],
        source: { name: 'Der Bote' },
      }),
    ),
  ).toBe(`@article{dike-holds-2024-03-01,
  author = {King, Jr., Martin Luther and {Harbour desk}},
  title = {{5 \\% of \\$1 \\& a \\#tag\\_}},
  journal = {Der Bote},
  entrysubtype = {newspaper},
  year = {2024},
  month = mar,
  day = {1},
  language = {en},
  url = {${url()}},
  urldate = {2026-11-23},
  note = {Westwerd Courier}
}
`);
});

test('a keeper’s word on a name holds in every form', () => {
  const item = cited({
    authors: ['Nordquist', 'Harbour Press', 'Ministry of Ports, Ottawa'],
    authorTypes: [
      { name: 'Nordquist', type: 'organization' },
      { name: 'Harbour Press', type: 'person' },
    ],
  });
  expect(item.author).toEqual([
    { literal: 'Nordquist' },
    { family: 'Press', given: 'Harbour' },
    { literal: 'Ministry of Ports, Ottawa' },
  ]);
  expect(printPlain(printApa(item))).toMatch(
    /^Nordquist, Press, H., & Ministry of Ports, Ottawa\. /,
  );
  expect(printPlain(printChicago(item))).toMatch(
    /^Nordquist, Harbour Press, and Ministry of Ports, Ottawa\. /,
  );
  expect(printBibtex(item)).toContain(
    'author = {{Nordquist} and Press, Harbour and {Ministry of Ports, Ottawa}},',
  );
  expect(printWikipedia(item)).toContain(
    '|author1=Nordquist |last2=Press |first2=Harbour |author3=Ministry of Ports, Ottawa |',
  );
  expect(printRis(item)).toContain('AU  - Ministry of Ports – Ottawa\r\n');
});

test('BibTeX and RIS of an undated article have no date but that of access', () => {
  const item = cited({ date: 'undated', authors: [] });
  expect(printBibtex(item)).not.toMatch(/year|month|day =|author/);
  expect(printRis(item).split('\r\n')).toEqual([
    'TY  - NEWS',
    'TI  - Dike holds through the night',
    'T2  - Westwerd Courier',
    'Y2  - 2026/11/23/',
    'LA  - en',
    `UR  - ${url('undated')}`,
    'ER  - ',
    '',
  ]);
});

test('RIS keeps the slashes of a date whose parts are not known', () => {
  expect(printRis(cited({ date: '2024-03' }))).toContain('\r\nPY  - 2024\r\nDA  - 2024/03//\r\n');
  expect(printRis(cited({ date: '1999' }))).toContain('\r\nDA  - 1999///\r\n');
});

test('the CSL item names the newspaper, and the archive only where it is another', () => {
  expect(citationItem(anArticle({ section: 'Environment' }), site)).toEqual({
    id: 'dike-holds-2024-03-01',
    type: 'article-newspaper',
    title: 'Dike holds through the night',
    author: [{ family: 'Doe', given: 'Jane' }],
    issued: { 'date-parts': [[2024, 3, 1]] },
    'container-title': 'Westwerd Courier',
    section: 'Environment',
    language: 'en',
    URL: url(),
  });
  expect(citationItem(anArticle({ source: { name: 'Der Bote' } }), site)).toMatchObject({
    'container-title': 'Der Bote',
    archive: 'Westwerd Courier',
  });
});
