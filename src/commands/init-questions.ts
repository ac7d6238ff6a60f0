// The five questions of `npm run init`. Whoever is not at a terminal answers them by options.

import { cancel, intro, isCancel, text } from '@clack/prompts';
import { explainAnswer } from '../configuration/explain-answer.ts';
import { Stop } from '../disk/stop.ts';
import { existsSync } from 'node:fs';
import { Misuse } from './terminal.ts';

/** What was answered; `import` names what is to be imported, or nothing. */
export interface Answers {
  name: string;
  address: string;
  language: string;
  licence: string;
  import: string;
}

interface Question {
  asks: string;
  /** What counts where nothing is answered; none where there has to be an answer. */
  usual?: string;
  hint?: string;
}

export const questions: Readonly<Record<keyof Answers, Question>> = {
  name: { asks: 'What is the archive called?', hint: 'The Zeeland Courier' },
  address: {
    asks: 'At which address will it be served?',
    hint: 'https://example.org/ (can be changed later)',
    usual: 'https://archive.example/',
  },
  language: { asks: 'In which language is it (a tag such as en, de, pt-BR)?', usual: 'en' },
  import: {
    asks: 'What have you to import (a file, folder or archive; nothing to begin empty)?',
    usual: '',
  },
  licence: {
    asks: 'Under which licence may its texts be used?',
    hint: 'CC BY 4.0',
    usual: 'All rights reserved',
  },
};

/** Says what is wrong with an answer; nothing where it is sound. */
function explain(question: keyof Answers, answer: string): string | undefined {
  if (question !== 'import') return explainAnswer(question, answer);
  return answer === '' || existsSync(answer) ? undefined : `There is nothing at \`${answer}\`.`;
}

/**
 * Gathers the answers: those given by options, the others asked for at a terminal.
 *
 * @throws Misuse where one is wrong, or lacks and cannot be asked for; Stop where the keeper gives up
 */
export async function gatherAnswers(
  given: Partial<Record<keyof Answers, string | undefined>>,
  atTerminal: boolean,
): Promise<Answers> {
  const answers: Partial<Answers> = {};
  const names = Object.keys(questions) as (keyof Answers)[];
  for (const name of names) {
    const answer = given[name];
    const wrong = answer === undefined ? undefined : explain(name, answer);
    if (wrong !== undefined) throw new Misuse(`--${name}: ${wrong}`);
  }
  if (atTerminal && names.some((name) => given[name] === undefined)) intro('A new archive');
  for (const name of names) {
    answers[name] = given[name] ?? (atTerminal ? await ask(name) : usualAnswer(name));
  }
  return answers as Answers;
}

function usualAnswer(name: keyof Answers): string {
  const { usual, asks } = questions[name];
  if (usual !== undefined) return usual;
  throw new Misuse(
    `${asks} There is no terminal to ask at: write \`--${name} "…"\`. \`npm run init -- --help\` explains the options.`,
  );
}

async function ask(name: keyof Answers): Promise<string> {
  const { asks, usual, hint } = questions[name];
  const answer = await text({
    message: asks,
    placeholder: hint ?? usual ?? '',
    ...(usual === undefined ? {} : { defaultValue: usual }),
    validate: (value = '') => explain(name, value.trim() === '' ? (usual ?? '') : value.trim()),
  });
  if (!isCancel(answer)) return answer.trim();
  cancel('Nothing was written.');
  throw new Stop('No archive was begun.');
}
