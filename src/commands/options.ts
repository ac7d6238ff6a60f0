// What a command may be told, each option with its explanation: `--help` prints them, and what is typed is read by them.

import { parseArgs } from 'node:util';
import { Help, Misuse } from './terminal.ts';

interface Option {
  type: 'string' | 'boolean';
  default?: string | boolean;
  /** What stands for the value in the help: `DIR`. */
  value?: string;
  /** What it does, in a line. */
  does: string;
}

type Options = Record<string, Option>;

interface Config<O extends Options> {
  args: string[];
  options: O;
  allowPositionals: true;
}

interface Command<O extends Options> {
  /** As it is typed: `npm run build`. */
  name: string;
  /** What follows it beside options: `DESTINATION`. */
  operand?: string;
  /** What it does, in a sentence. */
  does: string;
  options: O;
}

/**
 * Reads what was typed after a command.
 *
 * @throws Help where `--help` was asked for; Misuse where something is not an option, or an operand too many
 */
export function readOptions<const O extends Options>(
  command: Command<O>,
  args: string[] = process.argv.slice(2),
): Pick<ReturnType<typeof parseArgs<Config<O>>>, 'values' | 'positionals'> {
  if (args.includes('--help') || args.includes('-h')) throw new Help(explain(command));
  const known = Object.keys(command.options);
  const unknown = args.find((arg) => arg.startsWith('-') && !known.includes(nameOf(arg)));
  if (unknown !== undefined) {
    throw new Misuse(
      `\`${unknown}\` is not an option of \`${command.name}\`. Its options are ${known.map((name) => `--${name}`).join(', ')}; \`${command.name} -- --help\` explains them.`,
    );
  }
  const read = parseArgs<Config<O>>({ args, options: command.options, allowPositionals: true });
  const allowed = command.operand === undefined ? 0 : 1;
  if (read.positionals.length > allowed) {
    throw new Misuse(
      `\`${read.positionals[allowed]}\` was not expected. \`${command.name} -- --help\` explains the options.`,
    );
  }
  return read;
}

const nameOf = (arg: string): string => arg.replace(/^--/, '').replace(/=.*$/s, '');

function explain({ name, operand, does, options }: Command<Options>): string {
  const lines = Object.entries(options).map(([option, { value, does: what, default: usual }]) => {
    const typed = value === undefined ? `--${option}` : `--${option} ${value}`;
    const unless = typeof usual === 'string' && usual !== '' ? ` (${usual})` : '';
    return `  ${typed.padEnd(20)} ${what}${unless}\n`;
  });
  const usage = [name, '--', operand, '[options]'].filter(Boolean).join(' ');
  return `${does}\n\n${usage}\n\n${lines.join('')}`;
}
