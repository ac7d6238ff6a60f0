import { parseFrontMatter, type Yaml } from '../../article/front-matter.ts';

/** Differences are shown up to this many; the rest is counted. */
const most = 8;

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** Says in lines for people how an article file would change: its fields, and its paragraphs. */
export function describeDifference(before: string, after: string): string[] {
  const [old, renewed] = [parseFrontMatter(normal(before)), parseFrontMatter(normal(after))];
  if ('fault' in old || 'fault' in renewed) return ['The file cannot be compared.'];
  const lines = [...fieldLines(old.data, renewed.data), ...paragraphLines(old.body, renewed.body)];
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `and ${rest} more`] : lines;
}

const normal = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

function fieldLines(old: Record<string, Yaml>, renewed: Record<string, Yaml>): string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(renewed)])]
    .filter((key) => key !== 'source')
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(renewed[key]))
    .map((key) => `${key}: ${short(old[key])} → ${short(renewed[key])}`);
}

const cut = (body: string): string[] =>
  body
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter(Boolean);

function paragraphLines(old: string, renewed: string): string[] {
  const [before, after] = [cut(old), cut(renewed)];
  const [had, has] = [new Set(before), new Set(after)];
  return [
    ...before
      .filter((paragraph) => !has.has(paragraph))
      .map((paragraph) => `- ${short(paragraph)}`),
    ...after.filter((paragraph) => !had.has(paragraph)).map((paragraph) => `+ ${short(paragraph)}`),
  ];
}
