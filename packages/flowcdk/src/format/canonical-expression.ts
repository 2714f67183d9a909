import { ExpressionError, parse, print } from '../architect/expressions';
import { type Tree } from '../architect/expressions';
import { nodes } from '../architect/expressions/walk';

/** The one way to write an expression; one that cannot be read stays as it is. */
export function canonicalExpression(text: string): string {
  const tree = treeOf(text);
  return tree === undefined ? text : print(tree);
}

/** Whether two texts are the same expression, or the same text. */
export function isSameExpression(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [treeOf(one), treeOf(other)];
  return first !== undefined && second !== undefined && isSameTree(first, second);
}

function treeOf(text: string): Tree | undefined {
  try {
    return parse(text);
  } catch (problem) {
    if (problem instanceof ExpressionError) return undefined;
    throw problem;
  }
}

/** With how many children each has, the nodes in order tell the whole tree. No recursion: chains may be long. */
function isSameTree(one: Tree, other: Tree): boolean {
  const others = nodes(other);
  for (const node of nodes(one)) {
    const { value: match } = others.next() as IteratorResult<Tree, undefined>;
    if (match === undefined || shape(match) !== shape(node)) return false;
  }
  return others.next().done === true;
}

function shape(node: Tree): string {
  switch (node.kind) {
    case 'string':
    case 'integer':
    case 'boolean':
    case 'decimal':
      return `${node.kind} ${String(node.value)}`;
    case 'variable':
      return `${node.kind} ${JSON.stringify([node.scope, node.name])}`;
    case 'call':
      return `${node.kind} ${node.function} ${node.arguments.length}`;
    case 'property':
      return `${node.kind} ${node.name}`;
    case 'prefix':
    case 'binary':
      return `${node.kind} ${node.operator}`;
    case 'notSet':
    case 'index':
    case 'conditional':
      return node.kind;
  }
}
