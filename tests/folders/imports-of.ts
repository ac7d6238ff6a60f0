import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

export interface SourceImport {
  /** The imported file, relative to the folder of the project. */
  target: string;
  typesOnly: boolean;
}

/** The program in an Astro component: its front matter and its scripts. */
const scriptsOf = (astro: string): string =>
  [
    ...astro.matchAll(/^---\n([\s\S]*?)\n---/g),
    ...astro.matchAll(/<script(?![^>]*\bis:inline)[^>]*>([\s\S]*?)<\/script>/g),
  ]
    .map((m) => m[1])
    .join('\n');

/**
 * The relative imports of a file: static, dynamic, re-exports, and workers named by
 * `new URL('…', import.meta.url)`.
 *
 * @param file relative to the folder of the project
 */
export function importsOf(file: string): SourceImport[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(
    file,
    file.endsWith('.astro') ? scriptsOf(text) : text,
    ts.ScriptTarget.Latest,
  );
  const found: SourceImport[] = [];
  const add = (specifier: ts.Node | undefined, typesOnly: boolean): void => {
    if (specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')) {
      found.push({ target: join(dirname(file), specifier.text.replace(/\?.*$/, '')), typesOnly });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (
      ts.isNewExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'URL'
    ) {
      add(node.arguments?.[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
