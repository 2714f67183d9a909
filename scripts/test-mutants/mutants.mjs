// What can be changed in a source file: each mutant is one small change that a test should notice.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const { SyntaxKind } = ts;

/** Operators that are exchanged for another one. */
const operators = new Map([
  [SyntaxKind.LessThanToken, '<='],
  [SyntaxKind.LessThanEqualsToken, '<'],
  [SyntaxKind.GreaterThanToken, '>='],
  [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [SyntaxKind.AmpersandAmpersandToken, '||'],
  [SyntaxKind.BarBarToken, '&&'],
  [SyntaxKind.PlusToken, '-'],
  [SyntaxKind.MinusToken, '+'],
  [SyntaxKind.AsteriskToken, '/'],
  [SyntaxKind.SlashToken, '*'],
  [SyntaxKind.PercentToken, '*'],
]);

/** Methods that are exchanged for another one. */
const methods = new Map([
  ['every', 'some'],
  ['some', 'every'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['toLowerCase', 'toUpperCase'],
  ['toUpperCase', 'toLowerCase'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
]);

const isText = (node) =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || (ts.isBinaryExpression(node) && isText(node.left));

/**
 * The changes at one node: where, and what stands there instead. Texts stay, as most are messages; `??` stays, as most
 * stand for what the compiler cannot know.
 */
function* changesAt(node) {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken: token, left, right } = node;
    const other = operators.get(token.kind);
    const joins = token.kind === SyntaxKind.PlusToken && (isText(left) || isText(right));
    if (other !== undefined && !joins) yield { at: token, by: other };
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    yield { at: node, by: node.operand.getText() };
  } else if (node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword) {
    yield { at: node, by: node.kind === SyntaxKind.TrueKeyword ? 'false' : 'true' };
  } else if (ts.isNumericLiteral(node)) {
    const value = Number(node.text.replaceAll('_', ''));
    if (Number.isFinite(value)) yield { at: node, by: String(value + 1) };
  } else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const condition = ts.isIfStatement(node) ? node.expression : node.condition;
    yield { at: condition, by: `!(${condition.getText()})` };
  } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
    if (node.expression.expression.kind !== SyntaxKind.SuperKeyword) yield { at: node, by: '{}' };
  } else if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
    const other = node.parent.expression === node ? methods.get(node.name.text) : undefined;
    if (other !== undefined) yield { at: node.name, by: other };
  }
}

/** Every mutant of a file, in the order of the text: `{ file, start, end, by, was, line, column }`. */
export function mutantsOf(root, file) {
  const text = readFileSync(`${root}/${file}`, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const mutants = [];
  const visit = (node) => {
    // Types leave nothing behind that could run.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    for (const { at, by } of changesAt(node)) {
      const [start, end] = [at.getStart(), at.getEnd()];
      const { line, character } = source.getLineAndCharacterOfPosition(start);
      mutants.push({ file, start, end, by, was: text.slice(start, end), line: line + 1, column: character + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

/** The text of a file with the change made. */
export const mutated = (text, { start, end, by }) => `${text.slice(0, start)}${by}${text.slice(end)}`;
