import { CORE_SCHEMA, dump } from 'js-yaml';
import { archiveFields, archiveSchema, currentFormat, exampleOf } from './schema.ts';

/** What a keeper gives of a configuration; the rest has its defaults. */
export type GivenFields = Partial<Record<keyof typeof archiveSchema.shape, unknown>>;

const width = 100;

/** Prints `archive.yaml`: every field below a comment that explains it; those that are not given as comments, too. */
export function printConfiguration(given: GivenFields): string {
  const values: Record<string, unknown> = { ...given, format: currentFormat };
  const fields = Object.keys(archiveFields).map((field) => {
    const value = values[field];
    const written =
      value === undefined
        ? `# ${exampleOf(field)}\n`
        : dump({ [field]: value }, { schema: CORE_SCHEMA, lineWidth: -1 });
    return `${explain(field)}${written}`;
  });
  return [
    '# The configuration of the archive. Lines that begin with `#` are explanations, or fields that are not set.\n',
    ...fields,
  ].join('\n');
}

/** The field's description as lines of comment. */
function explain(field: string): string {
  const words = (archiveFields[field]?.meta()?.description ?? '').split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => `${line}\n`).join('');
}
