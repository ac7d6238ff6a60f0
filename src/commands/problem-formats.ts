// Problems as other programs read them.

import { pathToFileURL } from 'node:url';
import { isError, type Problem } from '../problem.ts';

type Print = (problems: readonly Problem[]) => string;

/** By the name of the format. Each prints a whole document, also of no problem at all. */
export const problemFormats: Readonly<Record<string, Print>> = {
  json: (problems) => print(problems.map(asRecord)),
  github: (problems) => problems.map(printCommand).join(''),
  sarif: (problems) => print(asSarif(problems)),
};

const print = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const asRecord = ({ place, rule, severity, message, fix }: Problem) => ({
  file: place.file,
  line: place.line,
  column: place.column,
  rule,
  severity,
  message,
  fix,
});

/** A workflow command of GitHub Actions, which shows the problem beside the line of the file. */
function printCommand(problem: Problem): string {
  const { place, rule, message, fix } = problem;
  const properties = Object.entries({
    file: place.file,
    line: place.line,
    col: place.line === undefined ? undefined : place.column,
    title: rule,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const level = isError(problem) ? 'error' : 'warning';
  return `::${level} ${properties.join(',')}::${escapeData(`${message}\n${fix}`)}\n`;
}

/** As the `command.ts` of actions/toolkit escapes what follows the second pair of colons. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** SARIF 2.1.0 (OASIS): what code hosts and editors take as the result of an analysis. */
function asSarif(problems: readonly Problem[]): unknown {
  const rules = [...new Set(problems.map(({ rule }) => rule))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Dateline', rules: rules.map((id) => ({ id })) } },
        results: problems.map((problem) => ({
          ruleId: problem.rule,
          ruleIndex: rules.indexOf(problem.rule),
          level: isError(problem) ? 'error' : 'warning',
          message: { text: `${problem.message}\n${problem.fix}` },
          locations: [{ physicalLocation: locationOf(problem) }],
        })),
      },
    ],
  };
}

function locationOf({ place: { file, line, column } }: Problem) {
  const isAbsolute = file.startsWith('/');
  const uri = isAbsolute ? pathToFileURL(file).href : encodeURI(file);
  return {
    artifactLocation: { uri },
    ...(line !== undefined && {
      region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
    }),
  };
}
