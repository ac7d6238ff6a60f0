import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** `Jane Doe and John Roe`: the word, in languages of the Latin script that write so, between two names of two words. */
const twoPersons =
  /^(\p{Lu}\S*(?: \S+)* \S+)(?:,? (?:and|und|et|y|e|en|og|och|i) |,? & |; ?)(\p{Lu}\S* \S.*)$/u;

/** `Jane Doe, John Roe`; of `Doe, Jane` one part is a single word. */
const listed = /^\p{Lu}\S* \S[^,]*(?:, \p{Lu}\S* \S[^,]*)+$/u;

/** `Washington, D.C.` is one name. */
const abbreviated = /, ?(?:\p{Lu}\.)+$|, ?\p{Lu}{1,3}$/u;

/** Several names written as one have one page, and are found under none. */
export function namesInOne(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ file, tags, authors }) => {
    const [tag] = tags;
    const problems = authors.flatMap((author, at): Problem[] => {
      const parts = splitPersons(author, authors.length === 1);
      return parts ? [problem({ file, field: ['authors', at] }, 'authors', author, parts)] : [];
    });
    if (tags.length === 1 && tag?.includes(',') && !abbreviated.test(tag)) {
      const parts = tag.split(',').map((part) => part.trim());
      const names = parts.filter(Boolean);
      problems.push({
        ...problem({ file, field: ['tags', 0] }, 'tags', tag, names),
        autofix: { change: 'list', field: 'tags', from: tag, to: names },
      });
    }
    return problems;
  });
}

function splitPersons(author: string, isOnly: boolean): string[] | undefined {
  const [, first, second] = twoPersons.exec(author) ?? [];
  if (first !== undefined && second !== undefined) {
    return [...(listed.test(first) ? first.split(', ') : [first]), second];
  }
  return isOnly && listed.test(author) ? author.split(', ') : undefined;
}

const problem = (
  place: Problem['place'],
  field: string,
  written: string,
  parts: readonly string[],
): Problem => ({
  place,
  rule: 'names-in-one',
  severity: 'warning',
  message: `\`${field}: ${written}\` is one name.`,
  fix: `Where it is ${parts.length}, write a list: \`${field}: [${parts.join(', ')}]\`.`,
});
