// What can be counted in one file, from its syntax alone.
import ts from 'typescript';

/**
 * The lines of a file, the lines of each function that has a body in braces, how often the compiler is overruled, and
 * what the file imports by a relative path.
 */
export function measuresOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const measures = {
    lines: source.getLineStarts().length - 1,
    functions: [],
    casts: 0,
    anys: 0,
    nonNulls: 0,
    ...importsOf(source),
  };
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body && ts.isBlock(node.body)) measures.functions.push(linesOf(node, source));
    if ((ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) || ts.isTypeAssertionExpression(node))
      measures.casts += 1;
    if (node.kind === ts.SyntaxKind.AnyKeyword) measures.anys += 1;
    if (ts.isNonNullExpression(node)) measures.nonNulls += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return measures;
}

function linesOf(node, source) {
  const line = (position) => source.getLineAndCharacterOfPosition(position).line;
  return line(node.getEnd()) - line(node.getStart(source)) + 1;
}

/** `valueImports` are there when the file runs. */
function importsOf(source) {
  const relative = source.statements.filter(
    ({ moduleSpecifier }) => moduleSpecifier && moduleSpecifier.text.startsWith('.'),
  );
  const names = (statements) => statements.map(({ moduleSpecifier }) => moduleSpecifier.text);
  return { imports: names(relative), valueImports: names(relative.filter((statement) => !isOfTypesAlone(statement))) };
}

function isOfTypesAlone({ importClause, exportClause, isTypeOnly }) {
  if (isTypeOnly || importClause?.isTypeOnly) return true;
  const named = exportClause ?? (importClause?.name ? undefined : importClause?.namedBindings);
  return named?.elements?.every((element) => element.isTypeOnly) ?? false;
}
