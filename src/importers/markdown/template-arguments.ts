/** The arguments of a template tag: those with a name and those without, in their order. */
export interface TemplateArguments {
  named: Readonly<Record<string, string>>;
  plain: readonly string[];
}

const argument =
  /(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|“([^”]*)”|([^\s,"'`|]+))/g;

/** Reads `src="a.png" alt='A' 640`, with commas or without. */
export function readArguments(text: string): TemplateArguments {
  const named: Record<string, string> = {};
  const plain: string[] = [];
  for (const match of text.matchAll(argument)) {
    const value = (match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? '').replace(
      /\\(["'])/g,
      '$1',
    );
    if (match[1] === undefined) plain.push(value);
    else named[match[1].toLowerCase()] = value;
  }
  return { named, plain };
}
