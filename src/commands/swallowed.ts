// `npm run import --dry-run FILE`: without `--` in between npm takes the option for one of its own, and the command
// does not get it. npm leaves a trace of it in the environment (https://docs.npmjs.com/cli/using-npm/config).

import type { Command, Option, Options } from './options.ts';
import { Misuse } from './terminal.ts';

/** What npm reads as another of its own options, and the value it then has. */
const readAs: Record<string, { key: string; value: string }> = {
  verbose: { key: 'loglevel', value: 'verbose' },
};

/** npm sets these for every script, so that they say nothing of what was typed. */
const always = new Set(['cache']);

/** Promises that nothing happens: no command may pass over it, even one that does not know it. */
const promises: Options = { 'dry-run': { type: 'boolean', does: '' } };

/**
 * Makes sure that npm has not kept an option for itself.
 *
 * @param operands what the command got beside options; where npm does not know an option, its value is among them
 * @throws Misuse with the line that was meant
 */
export function refuseSwallowed(
  command: Command,
  operands: readonly string[],
  environment: NodeJS.ProcessEnv,
): void {
  if (environment['npm_lifecycle_event'] === undefined) return;
  const swallowed = Object.entries({ ...promises, ...command.options }).flatMap(
    ([name, option]): Swallowed[] => {
      const value = always.has(name) ? undefined : valueOf(name, environment);
      return value === undefined ? [] : [{ name, option, value }];
    },
  );
  if (swallowed.length === 0) return;
  const named = swallowed.map(({ name }) => `\`--${name}\``).join(' and ');
  const line = [command.name, '--', ...lineOf(command, swallowed, operands)].join(' ');
  throw new Misuse(
    `npm kept ${named} for itself, and nothing was done. Two hyphens before the options pass them on:\n  ${line}`,
  );
}

interface Swallowed {
  name: string;
  option: Option;
  value: string;
}

function valueOf(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const known = readAs[name];
  const value = environment[`npm_config_${known?.key ?? name.replaceAll('-', '_')}`];
  if (known) return value === known.value ? 'true' : undefined;
  return value === '' || value === 'false' ? undefined : value;
}

/** The options with their values, then the operands; what cannot be told apart is left to be filled in. */
function lineOf(
  { operand, options }: Command,
  swallowed: readonly Swallowed[],
  operands: readonly string[],
): string[] {
  const apart = swallowed.filter(
    ({ option, value }) => option.type === 'string' && value === 'true',
  );
  const certain = apart.length === 0 || (operand === undefined && apart.length === operands.length);
  const rest = operands.map(quote);
  const typed = swallowed
    .filter(({ name }) => name in options)
    .map(({ name, option, value }) => {
      if (option.type === 'boolean') return `--${name}`;
      if (value !== 'true') return `--${name} ${quote(value)}`;
      return `--${name} ${(certain ? rest.shift() : undefined) ?? option.value ?? 'VALUE'}`;
    });
  if (certain) return [...typed, ...rest];
  return operand === undefined ? typed : [...typed, operand];
}

const quote = (text: string): string =>
  /^[\w./:@,+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
