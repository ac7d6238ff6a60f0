// What the keeper says of topics, in `topics.yaml` beside the articles: all of it optional. The other names of a topic
// are names that articles may have as their tag; they are read as the topic's own.

import { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { Article } from './article.ts';
import { cleanLine } from './clean-text.ts';
import { parseYamlFile, placeOfKey, placeOfValue, type YamlFileFault } from './yaml-file.ts';

/** The kinds of topics, as schema.org has types for them. */
const topicKinds = ['person', 'place', 'organization', 'event', 'work'] as const;
export type TopicKind = (typeof topicKinds)[number];

export interface TopicNote {
  /** The topic as it is to be called. */
  name: string;
  kind?: TopicKind | undefined;
  description?: string | undefined;
  /** Other names of it. */
  names: string[];
  /** Its item there: `Q727`. */
  wikidata?: string | undefined;
}

const line = z.string().overwrite(cleanLine).trim().min(1);

const noteSchema = z.strictObject({
  kind: z.optional(z.enum(topicKinds)),
  description: z.optional(line),
  names: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(line),
  ),
  wikidata: z.optional(line.regex(/^Q[1-9]\d*$/)),
});

/** How each field is written, for the fix of a problem. */
const examples: Record<string, string> = {
  kind: `kind: ${topicKinds.join('`, `kind: ')}`,
  description: 'description: Capital of the Netherlands',
  names: 'names: [Mokum, Amsterdam (Netherlands)]',
  wikidata: 'wikidata: Q727',
};

/**
 * Reads `topics.yaml`: topics by name, each with its fields.
 *
 * @param source the file's text
 * @param file its path, for the problems
 * @returns the notes that are sound, and what is wrong with the others
 */
export function parseTopicNotes(
  source: string,
  file: string,
): { notes: TopicNote[]; problems: Problem[] } {
  const parts = parseYamlFile(source);
  if ('fault' in parts) return { notes: [], problems: [explainFault(parts, file)] };
  const notes: TopicNote[] = [];
  const problems: Problem[] = [];
  for (const [name, fields] of Object.entries(parts.data)) {
    const result = noteSchema.safeParse(fields ?? {});
    if (result.data) notes.push({ name, ...result.data });
    for (const issue of result.error?.issues ?? []) {
      problems.push(...explainIssue(issue, name, parts.yaml, file));
    }
  }
  return { notes, problems: [...problems, ...namedTwice(notes, parts.yaml, file)] };
}

const problem = (place: Problem['place'], rule: string, message: string, fix: string): Problem => ({
  place,
  rule: `topics-${rule}`,
  severity: 'error',
  message,
  fix,
});

function explainFault(fault: YamlFileFault, file: string): Problem {
  const fix =
    'Begin each topic at the start of a line, with a colon after its name; indent its fields, and put what has a colon or a `#` in quotes.';
  if (fault.fault === 'not-a-map') {
    const message = 'The file is not a list of topics, each with its fields.';
    return problem({ file, line: 1, column: 1 }, 'not-topics', message, fix);
  }
  const place = { file, line: fault.line, column: fault.column };
  return fault.fault === 'second-document'
    ? problem(place, 'not-yaml', 'A line of three hyphens begins a second document.', 'Delete it.')
    : problem(place, 'not-yaml', `The file cannot be read here: ${fault.reason}.`, fix);
}

function explainIssue(
  issue: z.core.$ZodIssue,
  name: string,
  yaml: string,
  file: string,
): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem(
        { file, ...placeOfKey(yaml, [name, key]) },
        'key-unknown',
        `\`${key}\` is not a field of a topic.`,
        `Delete it; the fields are ${Object.keys(examples).join(', ')}.`,
      ),
    );
  }
  const [field] = issue.path;
  const place = { file, ...placeOfValue(yaml, [name, ...issue.path]) };
  if (field === undefined) {
    const fix = 'Write its fields below it, indented, for example `kind: place`.';
    return [problem(place, 'not-topics', `\`${name}\` has a value where its fields belong.`, fix)];
  }
  return [
    problem(
      place,
      `${String(field)}-wrong`,
      `\`${String(field)}\` of \`${name}\` is not what stands there.`,
      `Write it like this: \`${examples[String(field)] ?? ''}\`.`,
    ),
  ];
}

/** Names are one where they differ in case alone. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/** A name cannot lead to two topics. */
function namedTwice(notes: readonly TopicNote[], yaml: string, file: string): Problem[] {
  const holders = new Map(notes.map(({ name }) => [keyOf(name), name]));
  return notes.flatMap(({ name, names }) =>
    names.flatMap((other, i) => {
      const holder = holders.get(keyOf(other)) ?? name;
      holders.set(keyOf(other), holder);
      if (holder === name) return [];
      return problem(
        { file, ...placeOfValue(yaml, [name, 'names', i]) },
        'name-twice',
        `\`${other}\` leads to \`${name}\` and to \`${holder}\`.`,
        'Delete it at one of the two.',
      );
    }),
  );
}

/** Gives articles the topics' own names in the place of their other names. */
export function renameTopics(
  articles: readonly Article[],
  notes: readonly TopicNote[],
): readonly Article[] {
  if (notes.length === 0) return articles;
  const own = new Map(
    notes.flatMap(({ name, names }) =>
      [...names, name].map((one): [string, string] => [keyOf(one), name]),
    ),
  );
  return articles.map((article) => {
    const tags = article.tags.map((tag) => own.get(keyOf(tag)) ?? tag);
    return tags.every((tag, i) => tag === article.tags[i])
      ? article
      : { ...article, tags: [...new Set(tags)] };
  });
}
