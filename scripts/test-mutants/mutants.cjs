// What can be changed in a source file: each mutant is one small change that a test should notice. `mutantsIn` lists them,
// `withSwitches` gives the text of the file with all of them in it, each behind a switch.
const ts = require('typescript');

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

/** A number before a colon names a property, and one of an enum is a type: neither is an expression. */
const isExpression = (node) =>
  !ts.isEnumMember(node.parent) && ![node.parent.name, node.parent.propertyName].includes(node);

/**
 * The changes at one node: where, what stands there instead, and the expression that has the switch. Texts stay, as most
 * are messages; `??` stays, as most stand for what the compiler cannot know.
 */
function* changesAt(node) {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken: token, left, right } = node;
    const other = operators.get(token.kind);
    const joins = token.kind === SyntaxKind.PlusToken && (isText(left) || isText(right));
    if (other !== undefined && !joins) yield { at: token, by: other, within: node };
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    yield { at: node, by: node.operand.getText(), within: node };
  } else if (node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword) {
    yield { at: node, by: node.kind === SyntaxKind.TrueKeyword ? 'false' : 'true', within: node };
  } else if (ts.isNumericLiteral(node) && isExpression(node)) {
    const value = Number(node.text.replaceAll('_', ''));
    if (Number.isFinite(value)) yield { at: node, by: String(value + 1), within: node };
  } else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const condition = ts.isIfStatement(node) ? node.expression : node.condition;
    yield { at: condition, by: `!(${condition.getText()})`, within: condition };
  } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
    const call = node.expression;
    if (call.expression.kind !== SyntaxKind.SuperKeyword) yield { at: call, by: 'undefined', within: call };
  } else if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
    const other = node.parent.expression === node ? methods.get(node.name.text) : undefined;
    if (other !== undefined) yield { at: node.name, by: other, within: node };
  }
}

/** Types leave nothing behind that could run. */
const isOfTypes = (node) => ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node);

function read(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const changes = [];
  const visit = (node) => {
    if (isOfTypes(node)) return;
    for (const change of changesAt(node)) changes.push({ ...change, index: changes.length });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { source, changes };
}

/** Every mutant of a file, in the order of the text: `{ file, index, by, was, line, column }`. */
exports.mutantsIn = (text, file) => {
  const { source, changes } = read(text, file);
  return changes.map(({ at, by, index }) => {
    const { line, character } = source.getLineAndCharacterOfPosition(at.getStart());
    return { file, index, by, was: at.getText(), line: line + 1, column: character + 1 };
  });
};

/** The switch of a mutant, as the files call it: whether the mutant is on. */
const SWITCH = 'isMutantOn';

/** The file with its mutants in it. Line 1 begins with the function that knows which of them is on. */
exports.withSwitches = (text, file) => {
  const { source, changes } = read(text, file);
  const changesOf = Map.groupBy
    ? Map.groupBy(changes, ({ within }) => within)
    : changes.reduce((map, change) => map.set(change.within, [...(map.get(change.within) ?? []), change]), new Map());
  const inner = (node) => {
    let result = '';
    let position = node.getStart();
    ts.forEachChild(node, (child) => {
      const start = child.getStart();
      // A child without text of its own, such as a missing initialiser.
      if (start < position) return;
      result += text.slice(position, start) + written(child);
      position = child.getEnd();
    });
    return result + text.slice(position, node.getEnd());
  };
  const written = (node) => {
    if (isOfTypes(node)) return text.slice(node.getStart(), node.getEnd());
    const here = changesOf.get(node) ?? [];
    const [first] = here;
    if (first === undefined) return inner(node);
    // A method is chosen by its name, so that `this` and the end of an optional chain stay what they are.
    if (first.at === node.name) {
      const dot = node.questionDotToken ? '?.' : '';
      return `${written(node.expression)}${dot}[${SWITCH}(${first.index})?"${first.by}":"${node.name.text}"]`;
    }
    return here.reduceRight(
      (rest, { at, by, index }) => {
        const changed = `${text.slice(node.getStart(), at.getStart())}${by}${text.slice(at.getEnd(), node.getEnd())}`;
        return `(${SWITCH}(${index})?(${changed}):${rest})`;
      },
      `(${inner(node)})`,
    );
  };
  return changes.length === 0
    ? text
    : `const ${SWITCH} = globalThis.mutantsOf(${JSON.stringify(file)}); ${written(source)}`;
};
