import type { Problem } from '../../problem.ts';
import { warn, type Finding } from '../refuse.ts';
import { cleanText, type Separators } from '../text/clean-text.ts';
import { binaryKind } from './binary.ts';
import { decodeAs, findEncoding } from './decode.ts';
import { findDoubleEncoding } from './double-encoding.ts';

export interface OriginalText {
  text: string;
  /** What is doubtful about the encoding. */
  problems: Problem[];
  /** What was changed, for the report. */
  notes: string[];
}

export interface TextOptions extends Separators {
  path: string;
  /** Whether text that was encoded twice is put right; else it is reported. */
  fixEncoding?: boolean | undefined;
}

/** The whole text of an original, decoded and cleaned; or why it is not text. */
export function readText(
  bytes: Uint8Array,
  options: TextOptions,
): OriginalText | { finding: Finding } {
  const encoding = findEncoding(bytes);
  if (!encoding) return { finding: notText(bytes) };
  const decoded = decodeAs(bytes, encoding.label);
  const problems: Problem[] = [];
  const notes: string[] = [];
  if (encoding.label !== 'utf-8') {
    notes.push(`Read as ${encoding.label} (by ${encoding.from}) and written as UTF-8.`);
  }
  if (encoding.doubtful) {
    problems.push(
      warn(options, {
        rule: 'encoding-doubtful',
        message: `The encoding is not certain; it was read as ${encoding.label}.`,
        fix: 'Look at letters with accents and at quotation marks; if they are wrong, convert the original to UTF-8.',
      }),
    );
  }
  if (encoding.declaredWrongly !== undefined) {
    notes.push(`It declares ${encoding.declaredWrongly}, which it is not.`);
  }
  const lost =
    encoding.from === 'declaration' || encoding.label.startsWith('utf-') ? countLost(decoded) : 0;
  if (lost > 0) {
    problems.push(
      warn(options, {
        rule: 'encoding-lost-characters',
        message: `${lost} characters could not be decoded as ${encoding.label}; � stands in their place.`,
        fix: 'Look for a better copy of the original.',
      }),
    );
  }
  // Before cleaning: characters encoded twice may look like control characters.
  const fixed = fixTwice(decoded, options, problems, notes);
  const { text, removed } = cleanText(fixed, options);
  if (removed > 0) notes.push(`${removed} control characters were left out.`);
  return { text, problems, notes };
}

function fixTwice(
  text: string,
  options: TextOptions,
  problems: Problem[],
  notes: string[],
): string {
  const twice = findDoubleEncoding(text);
  if (!twice) return text;
  const { count, example, fixed } = twice;
  if (options.fixEncoding) {
    notes.push(
      `${count} characters encoded twice were put right, such as “${example.written}” to “${example.meant}”.`,
    );
    return fixed;
  }
  problems.push(
    warn(options, {
      rule: 'encoded-twice',
      line: text.slice(0, text.indexOf(example.written)).split('\n').length,
      message: `${count} characters look as if they had been encoded twice, such as “${example.written}” for “${example.meant}”.`,
      fix: 'Import it with `--fix-encoding`, and `--update` if it was imported before, to put them right.',
    }),
  );
  return text;
}

const countLost = (text: string): number => text.split('\uFFFD').length - 1;

function notText(bytes: Uint8Array): Finding {
  const kind = binaryKind(bytes);
  return {
    rule: 'not-a-text-file',
    message: kind === undefined ? 'It is not text.' : `It is ${kind}, not text.`,
    fix: /archive/.test(kind ?? '')
      ? 'Unpack it and import what is in it, or save its text as a file of its own.'
      : 'Leave it out, or save its text as a file of its own.',
  };
}
