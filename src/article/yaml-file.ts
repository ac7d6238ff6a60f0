// A YAML file that is a list of fields, such as `archive.yaml`: read as front matter is, but for the fences around it.

import { cleanFileText } from './clean-text.ts';
import { findKey, findValue, parseFrontMatter, type Yaml } from './front-matter.ts';

/** Lines and columns count from 1. */
interface LineAndColumn {
  line: number;
  column: number;
}

export interface YamlFile {
  data: Record<string, Yaml>;
  /** Its text, for `placeOfKey` and `placeOfValue`. */
  yaml: string;
}

export type YamlFileFault =
  | ({ fault: 'not-yaml'; reason: string; yaml: string } & LineAndColumn)
  | ({ fault: 'second-document' } & LineAndColumn)
  | { fault: 'not-a-map' };

/**
 * Reads a YAML file that is a list of fields. Numbers and dates are text.
 *
 * @param source the file's text, as it lies on the disk
 */
export function parseYamlFile(source: string): YamlFile | YamlFileFault {
  // A document may begin with a fence; as a comment it leaves the lines where they are.
  const yaml = cleanFileText(source).text.replace(/^---[ \t]*\n/, '#\n');
  const parts = parseFrontMatter(`---\n${yaml}${yaml.endsWith('\n') ? '' : '\n'}---\n`);
  if ('fault' in parts) {
    return parts.fault === 'not-yaml'
      ? { ...parts, ...withoutFence(parts), yaml }
      : { fault: 'not-a-map' };
  }
  if (parts.body === '') return { data: parts.data, yaml: parts.yaml };
  return { fault: 'second-document', line: parts.yaml.split('\n').length, column: 1 };
}

/** Where a key stands in the file; see `findKey`. */
export const placeOfKey = (yaml: string, path: readonly PropertyKey[]): LineAndColumn =>
  withoutFence(findKey(yaml, path));

/** Where the value under a path of keys stands in the file; see `findValue`. */
export const placeOfValue = (yaml: string, path: readonly PropertyKey[]): LineAndColumn =>
  withoutFence(findValue(yaml, path));

/** The reader of front matter counts a fence above, which the file has not. */
const withoutFence = ({ line, column }: LineAndColumn): LineAndColumn => ({
  line: line - 1,
  column,
});
