import { expect, test } from 'vitest';
import { findByline } from '../../src/importers/markdown/byline.ts';
import { cutIntoPieces } from '../../src/importers/markdown/cut-pieces.ts';
import { cutHead } from '../../src/importers/markdown/front-matter-dialects.ts';
import { readLenientYaml } from '../../src/importers/markdown/lenient-yaml.ts';
import { resolveTemplates } from '../../src/importers/markdown/templates.ts';
import { tidyMarkdown } from '../../src/importers/markdown/tidy-markdown.ts';

test.each([
  ['title: Flood: 1,836 dead', { title: 'Flood: 1,836 dead' }],
  ['title: "Flood" hits coast', { title: '"Flood" hits coast' }],
  ['tags:\n\t- a\n\t- b', { tags: ['a', 'b'] }],
  ['tags:\n\t- a\n- b', { tags: ['a', 'b'] }],
  ['summary: "one\ntwo"', { summary: 'one two' }],
  ['date: 1999-01-02\ndate: 1999-01-03', { date: '1999-01-03' }],
  ['text: |\n  a: b: c\ntitle: x: y', { text: 'a: b: c\n', title: 'x: y' }],
  ['title: [Update] Storm', { title: '[Update] Storm' }],
  ['title:Storm\ndate:2020-01-01', { title: 'Storm', date: '2020-01-01' }],
  ['title: ? Storm', { title: '? Storm' }],
])('%j is fixed', (yaml, data) => {
  expect(readLenientYaml(yaml)).toMatchObject({ data, fixed: { length: expect.any(Number) } });
});

test('YAML that multiplies or repeats itself is refused', () => {
  const bomb = [
    'a: &a [x,x]',
    ...'bcdefghijk'
      .split('')
      .map(
        (key, i) => `${key}: &${key} [*${'abcdefghij'[i]},*${'abcdefghij'[i]},*${'abcdefghij'[i]}]`,
      ),
  ].join('\n');
  expect(readLenientYaml(bomb)).toHaveProperty('reason');
  expect(readLenientYaml('a: &a [*a]')).toHaveProperty('reason');
});

test.each([
  ['---\ntitle: x\n---\nbody', { title: 'x' }, 'body'],
  ['\n\n---\ntitle: x\n...\nbody', { title: 'x' }, 'body'],
  ['+++\ntitle = "x"\ndate = 2001-02-03\n+++\nbody', { title: 'x', date: '2001-02-03' }, 'body'],
  ['{"title": "x}"}\nbody', { title: 'x}' }, '\nbody'],
  ['Title: x\nTags: a,\n  b\n\nbody', { Title: 'x', Tags: 'a, b' }, '\n\nbody'],
  ['---json\n{"title": "x"}\n---\nbody', { title: 'x' }, '\nbody'],
  ['<!-- c -->\n---\ntitle: x\n---\nbody', { title: 'x' }, 'body'],
  ['  ----\ntitle: x\n----\nbody', { title: 'x' }, 'body'],
  ['---\n\nA rule began this text.\n\n---\n', {}, undefined],
  ['Note: this is a sentence.\n\nbody', {}, undefined],
])('%j has the head %j', (text, data, body) => {
  const head = cutHead(text);
  expect(head).toMatchObject({ data, ...(body !== undefined && { body }) });
});

test('front matter without an end is told', () => {
  expect(cutHead('---\ntitle: x\n\nbody')).toMatchObject({
    finding: { rule: 'front-matter-not-closed' },
  });
});

test('a value that loses a part to a mark of YAML is told', () => {
  const rulesOf = (yaml: string) =>
    (cutHead(`---\n${yaml}\n---\nbody`) as { findings: { rule: string }[] }).findings.map(
      ({ rule }) => rule,
    );
  expect(rulesOf('title: Storm #1')).toEqual(['front-matter-mark']);
  expect(rulesOf('title: &c. and so on')).toEqual(['front-matter-mark']);
  expect(rulesOf('title: Storm # a note\ntags: [a] #1')).toEqual([]);
});

test('front matter that is a program is told', () => {
  expect(cutHead('---js\n{ title: "x" }\n---\nbody')).toMatchObject({
    finding: { rule: 'front-matter-is-a-program' },
  });
});

test.each([
  ['{{ site.baseurl }}/x', '/x'],
  ['{{/* a note */}}x', 'x'],
  ['{{</* note */>}}', '{{< note >}}'],
  ['[a]({{ "/b/" | url }})', '[a](/b/)'],
  ['{% highlight js %}\n{{ x }}\n{% endhighlight %}', '```js\n{{ x }}\n```'],
  ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
  ['`{{ code }}` {{< note >}}text{{< /note >}}', '`{{ code }}` text'],
  ['{{< figure src="/a.png" alt="A" >}}', '![A](/a.png)'],
  ['{% image_with_class "a.png" "wide" "What is shown" %}', '![What is shown](a.png)'],
  [
    '{{< youtube abc >}}',
    '[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)',
  ],
  ['{{ page.title }}', 'Flood'],
  ['{% quote(author="x") %}Quoted{% end %}', 'Quoted'],
  ['a{: .wide }', 'a'],
  ['![x]({static}/x.png)', '![x](/x.png)'],
])('%j becomes %j', (text, resolved) => {
  expect(resolveTemplates(text, { title: 'Flood' }).text).toBe(resolved);
});

test('template tags without a sure meaning stay and are told', () => {
  expect(resolveTemplates('{% for x in y %}{{ x.name }}{% endfor %}')).toMatchObject({
    text: '{% for x in y %}{{ x.name }}{% endfor %}',
    left: ['{% for x in y %}', '{% endfor %}', '{{ x.name }}'],
  });
});

test('a note within a sentence stands below the text, wherever it is not code', () => {
  expect(tidyMarkdown('The ice^[Said [Ada](/ada/).] broke `x^[y]`; 2^[*4*]\n').markdown).toBe(
    'The ice[^note-1] broke `x^[y]`; 2[^note-2]\n\n[^note-1]: Said [Ada](/ada/).\n\n[^note-2]: *4*',
  );
});

test('what is indented in a paragraph of HTML that does not end is no code', () => {
  expect(tidyMarkdown('<p>Skates\n\n\t<b>lent</b> here\n\nFree.\n\n\t<i>').markdown).toBe(
    '<p>Skates\n\n<b>lent</b> here\n\nFree.\n\n\t<i>',
  );
});

test('comments go, pictures on other servers become links, code stays', () => {
  const { markdown } = tidyMarkdown(
    'a <!-- b --> ![c](https://x.example/c.png)\n\n[![d](//x.example/d.png)](https://x.example/)\n\n    <!-- code -->',
  );
  expect(markdown).toBe(
    'a  [c](https://x.example/c.png)\n\n[d](https://x.example/)\n\n    <!-- code -->',
  );
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '<a href="java&#x73;cript:alert(1)">x</a>',
  '<form action=x><input></form>',
  '<svg onload=alert(1)>',
  '<style>p{}</style>',
  '<iframe srcdoc="<script>"></iframe>',
  '<base href="//x">',
  '<math><mi//xlink:href="data:x,<script>">',
])('%s does not come through', (text) => {
  const { markdown } = tidyMarkdown(`Before\n\n${text}\n\nAfter`);
  expect(markdown).not.toMatch(
    /<(?:script|form|input|svg|style|iframe|base|math|img)|onerror|onload|javascript:|java&#/i,
  );
  expect(markdown).toContain('Before');
  expect(markdown).toContain('After');
});

test.each([
  ['**Author:** [Jane Doe](https://x.example), The Lab', ['Jane Doe']],
  ['_By Jane Doe and John Roe_', ['Jane Doe', 'John Roe']],
  ['**Authors:** Ada van Dam (Google), Red Hat Team', ['Ada van Dam']],
  ['By the river stood a mill.', []],
])('%s names %j', (body, names) => {
  expect(findByline(body)).toEqual(names);
});

const filler = 'A plain paragraph with [a link](https://x.example/).\n\n'.repeat(1_500);

test('a long text is cut into pieces that give the whole when they are joined', () => {
  const text = `${filler}\`\`\`\n${filler}\`\`\`\n\n<!-- a\n\n${filler}-->\n\n- item\n\n    <b>more</b>\n\n${filler}`;
  const pieces = cutIntoPieces(text);
  expect(pieces.length).toBeGreaterThan(10);
  expect(pieces.join('')).toBe(text);
  expect(pieces.filter((piece) => piece.includes('<!--'))).toEqual([
    expect.stringMatching(/<!-- a[\s\S]*-->/),
  ]);
});

test('in a long text nothing acts either, and its footnotes stay', () => {
  const { markdown } = tidyMarkdown(
    `${filler}[x](java\nscript:a)[x](javascript:alert(1)) see[^1]\n\n${filler}[^1]: The note.\n\n<!-- a\n\n${filler}-->End`,
  );
  expect(markdown).not.toMatch(/javascript:|<!--|-->/);
  expect(markdown).toContain('see[^1]');
  expect(markdown).toContain('[^1]: The note.');
  expect(markdown.match(/A plain paragraph/g)).toHaveLength(3_000);
});
