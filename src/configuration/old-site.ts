// Archives once were clones of the program, configured in `src/site.ts`. Its one object of texts is read without being
// run: it is a foreign program.

import {
  parseExpressionAt,
  type Expression,
  type Pattern,
  type Property,
  type SpreadElement,
} from 'acorn';

/**
 * Reads the values of `export const site = { … }`.
 *
 * @param source the text of a `src/site.ts`
 * @returns the fields that are texts, or objects of texts; none where there is no such object
 */
export function readOldSite(source: string): Record<string, unknown> | undefined {
  const declaration = /^export const site\b[^=]*=\s*(?=\{)/m.exec(source);
  if (!declaration) return undefined;
  const start = declaration.index + declaration[0].length;
  const value = parseExpressionAt(source, start, { ecmaVersion: 'latest' });
  return value.type === 'ObjectExpression' ? fieldsOf(value.properties) : undefined;
}

const fieldsOf = (properties: readonly (Property | SpreadElement)[]): Record<string, unknown> =>
  Object.fromEntries(
    properties.flatMap((property) => {
      if (property.type !== 'Property' || property.computed) return [];
      const value = valueOf(property.value);
      return value === undefined ? [] : [[nameOf(property.key), value]];
    }),
  );

const nameOf = (key: Expression): string =>
  key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';

/** The value that an expression states; of `environment.address ?? '…'` what stands for a variable that is not set. */
function valueOf(expression: Expression | Pattern): unknown {
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? expression.value : undefined;
    case 'TemplateLiteral':
      return expression.expressions.length === 0
        ? (expression.quasis[0]?.value.cooked ?? undefined)
        : undefined;
    case 'LogicalExpression':
      return valueOf(expression.left) ?? valueOf(expression.right);
    case 'BinaryExpression': {
      const [left, right] = [expression.left, expression.right].map((part) =>
        part.type === 'PrivateIdentifier' ? undefined : valueOf(part),
      );
      return expression.operator === '+' && typeof left === 'string' && typeof right === 'string'
        ? left + right
        : undefined;
    }
    case 'ObjectExpression':
      return fieldsOf(expression.properties);
    default:
      return undefined;
  }
}
