import { parseConfiguration } from './parse-configuration.ts';
import { printConfiguration, type GivenFields } from './print-configuration.ts';

/** Stand in for what is not asked about. */
const others: GivenFields = {
  name: 'Archive',
  description: 'An archive.',
  address: 'https://archive.example/',
  language: 'en',
  licence: 'CC BY 4.0',
};

/** Says what is wrong with the value of a field, and how it is written; nothing where it is sound. */
export function explainAnswer(field: keyof GivenFields, value: string): string | undefined {
  const parsed = parseConfiguration(printConfiguration({ ...others, [field]: value }), '');
  if ('site' in parsed) return undefined;
  const [problem] = parsed.problems;
  return problem && `${problem.message} ${problem.fix}`;
}
