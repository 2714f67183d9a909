/** What an expression mentions. */
import { variableName, type Tree } from './tree';

/** Names of the variables read, each once, as written, in order of first mention. */
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

/** Names of the functions called, each once, as written, in order of first mention. */
export function functionsUsed(tree: Tree): readonly string[] {
  const names = new Map<string, string>();
  for (const node of nodes(tree)) {
    if (node.kind === 'call' && !names.has(node.function.toLowerCase()))
      names.set(node.function.toLowerCase(), node.function);
  }
  return [...names.values()];
}

/** Every node in the order of the text, however deep the tree leans. */
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
