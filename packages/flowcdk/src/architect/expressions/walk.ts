/** Walks over expressions: the names they mention. */
import { variableName, type Tree } from './tree';

/** The names of the variables that an expression reads, each once, as written, in the order of their first mention. */
export function references(tree: Tree): readonly string[] {
  const names = new Map<string, string>();
  for (const node of nodes(tree)) {
    if (node.kind !== 'variable') continue;
    const name = variableName(node);
    const folded = name.toLowerCase();
    if (!names.has(folded)) names.set(folded, name);
  }
  return [...names.values()];
}

/** The names of the functions that an expression calls, each once, as written, in the order of their first mention. */
export function functionsUsed(tree: Tree): readonly string[] {
  const names = new Map<string, string>();
  for (const node of nodes(tree)) {
    if (node.kind === 'call' && !names.has(node.function.toLowerCase()))
      names.set(node.function.toLowerCase(), node.function);
  }
  return [...names.values()];
}

/** All nodes in the order of the text. A chain of any depth is safe. */
export function* nodes(tree: Tree): Generator<Tree> {
  const waiting: Tree[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at] as Tree);
  }
}

function childrenOf(node: Tree): readonly Tree[] {
  switch (node.kind) {
    case 'call':
      return node.arguments;
    case 'prefix':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.condition, node.yes, node.no];
    case 'property':
      return [node.of];
    case 'index':
      return [node.of, node.index];
    default:
      return [];
  }
}
