// What a command may be told, each option with its explanation: `--help` prints them, and what is typed is read by them.

import { parseArgs } from 'node:util';
import { refuseSwallowed } from './swallowed.ts';
import { Help, Misuse } from './terminal.ts';

export interface Option {
  type: 'string' | 'boolean';
  default?: string | boolean;
  /** What stands for the value in the help: `DIR`. */
  value?: string;
  /** What it does, in a line. */
  does: string;
  /** The heading in the help under which it stands; the options without one come first. */
  group?: string;
}

export type Options = Record<string, Option>;

interface Config<O extends Options> {
  args: string[];
  options: O;
  allowPositionals: true;
}

export interface Command<O extends Options = Options> {
  /** As it is typed: `npm run build`. */
  name: string;
  /** What follows it beside options: `DESTINATION`; with `…` at its end it may be given more than once. */
  operand?: string;
  /** What it does, in a sentence. */
  does: string;
  options: O;
  /** What the help says below the options. */
  more?: string;
}

/**
 * Reads what was typed after a command.
 *
 * @throws Help where `--help` was asked for; Misuse where something is not an option, a value is missing, or an
 *   operand too many, and where npm kept an option for itself
 */
export function readOptions<const O extends Options>(
  command: Command<O>,
  args: string[] = process.argv.slice(2),
  environment: NodeJS.ProcessEnv = process.env,
): Pick<ReturnType<typeof parseArgs<Config<O>>>, 'values' | 'positionals'> {
  const { tokens } = parseArgs({
    args,
    options: { ...command.options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) {
    throw new Help(explain(command));
  }
  const operands = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  refuseSwallowed(command, operands, environment);
  for (const token of tokens) if (token.kind === 'option') requireOption(command, token);
  requireOperands(command, operands);
  return parseArgs<Config<O>>({ args, options: command.options, allowPositionals: true });
}

const helpLine = (name: string): string => `\`${name} -- --help\` explains the options.`;

function requireOption(
  { name, options }: Command,
  token: {
    name: string;
    rawName: string;
    value?: string | undefined;
    inlineValue?: boolean | undefined;
  },
): void {
  const option = options[token.name];
  if (option === undefined || !token.rawName.startsWith('--')) {
    const known = Object.keys(options).map((one) => `--${one}`);
    throw new Misuse(
      `\`${token.rawName}\` is not an option of \`${name}\`. Its options are ${known.join(', ')}; ${helpLine(name)}`,
    );
  }
  const isNext = token.inlineValue === false && /^-./.test(token.value ?? '');
  if (option.type === 'string' && (token.value === undefined || isNext)) {
    throw new Misuse(
      `\`--${token.name}\` has no value. Write \`--${token.name} ${option.value ?? 'VALUE'}\`; one that begins with a hyphen as \`--${token.name}=-…\`.`,
    );
  }
  if (option.type === 'boolean' && token.value !== undefined) {
    throw new Misuse(`\`--${token.name}\` takes no value: leave out \`=${token.value}\`.`);
  }
}

function requireOperands({ name, operand }: Command, operands: readonly string[]): void {
  const allowed = operand === undefined ? 0 : operand.endsWith('…') ? Infinity : 1;
  if (operands.length <= allowed) return;
  const quoted = operand?.startsWith('"')
    ? ` A ${operand.toLowerCase().replaceAll('"', '')} of several words goes into quotes.`
    : '';
  throw new Misuse(`\`${operands[allowed]}\` was not expected.${quoted} ${helpLine(name)}`);
}

function explain({ name, operand, does, options, more }: Command): string {
  const groups = Map.groupBy(Object.entries(options), ([, { group }]) => group ?? '');
  const parts = [...groups].map(([group, members]) => {
    const lines = members.map(([option, { value, does: what, default: usual }]) => {
      const typed = value === undefined ? `--${option}` : `--${option} ${value}`;
      const unless = typeof usual === 'string' && usual !== '' ? ` (${usual})` : '';
      return `  ${typed.padEnd(20)} ${what}${unless}\n`;
    });
    return `${group === '' ? '' : `${group}\n`}${lines.join('')}`;
  });
  const usage = [name, '--', operand, '[options]'].filter(Boolean).join(' ');
  return [does, usage, ...parts.map((part) => part.trimEnd()), ...(more ? [more.trimEnd()] : [])]
    .join('\n\n')
    .concat('\n');
}
