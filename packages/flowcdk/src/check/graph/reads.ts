import { ExpressionError, parseCached, type Tree } from '../../architect/expressions';

/** A variable an expression mentions. */
export interface Read {
  /** As written: `Flow.customerId`. */
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  /**
   * `test` asks whether the variable is set. `guarded` stands where an earlier part made sure that it is set. Anything
   * else is `plain`.
   */
  readonly how: 'test' | 'guarded' | 'plain';
}

export interface Reads {
  readonly reads: readonly Read[];
  /** Lower-case names of variables that are set where the expression is true. */
  readonly setIfTrue: readonly string[];
}

const NOTHING: Reads = { reads: [], setIfTrue: [] };
const known = new WeakMap<Tree, Reads>();

/** What an expression reads. Nothing if it cannot be parsed, which another rule reports. */
export function readsOf(text: string): Reads {
  const tree = parsed(text);
  if (!tree) return NOTHING;
  const cached = known.get(tree);
  if (cached) return cached;
  const reads: Read[] = [];
  collect(tree, new Set(), reads);
  const read = { reads, setIfTrue: [...setWhen(tree, true)] };
  known.set(tree, read);
  return read;
}

/** The variable a whole expression is, as written: `Flow.x` of the text `Flow.x`. */
export function onlyVariable(text: string): string | undefined {
  const tree = parsed(text);
  return tree?.kind === 'variable' ? `${tree.scope}.${tree.name}` : undefined;
}

/** Undefined where it cannot be parsed. */
export function parsed(text: string): Tree | undefined {
  try {
    return parseCached(text);
  } catch (problem) {
    if (problem instanceof ExpressionError) return undefined;
    throw problem;
  }
}

type Names = ReadonlySet<string>;
const NONE: Names = new Set();

/**
 * All reads below a node. `set` holds the variables that an earlier part made sure of. Chains of operators grow to the
 * left and may be long, so a loop follows the left edge.
 */
function collect(tree: Tree, set: Names, reads: Read[], testing = false): void {
  const edge: (readonly [Tree, Names])[] = [];
  let leaf = tree;
  for (let left = leftOf(leaf); left; left = leftOf(leaf)) {
    edge.push([leaf, set]);
    leaf = left;
  }
  const around = edge.findLast(([node]) => node.kind !== 'property' && node.kind !== 'index')?.[0];
  leafReads(leaf, set, reads, around ? testsOperand(around) : testing);
  for (const [node] of edge.reverse()) {
    if (node.kind === 'index') collect(node.index, set, reads);
    if (node.kind === 'conditional') {
      collect(node.yes, both(set, setWhen(node.condition, true)), reads);
      collect(node.no, both(set, setWhen(node.condition, false)), reads);
    }
    if (node.kind !== 'binary') continue;
    const sure =
      node.operator === 'and' ? setWhen(node.left, true) : node.operator === 'or' ? setWhen(node.left, false) : NONE;
    collect(node.right, both(set, sure), reads, testsOperand(node));
  }
}

function leafReads(tree: Tree, set: Names, reads: Read[], testing: boolean): void {
  if (tree.kind === 'variable') {
    const name = `${tree.scope}.${tree.name}`;
    const how = testing ? 'test' : set.has(name.toLowerCase()) ? 'guarded' : 'plain';
    reads.push({ name, offset: tree.offset, length: name.length, how });
  } else if (tree.kind === 'prefix') collect(tree.operand, set, reads);
  else if (tree.kind === 'call') {
    const [condition, yes, no] = tree.arguments;
    if (tree.function.toLowerCase() === 'if' && condition && yes && no) {
      collect(condition, set, reads);
      collect(yes, both(set, setWhen(condition, true)), reads);
      collect(no, both(set, setWhen(condition, false)), reads);
    } else for (const argument of tree.arguments) collect(argument, set, reads, takesNotSet(tree.function, testing));
  }
}

/** Functions that test a variable, or convert it for a test: `IsSet(…)`, `ToString(…) == "…"`. */
const takesNotSet = (name: string, testing: boolean): boolean =>
  tests.has(name.toLowerCase()) || (testing && /^to/i.test(name));
const tests: Names = new Set(['isset', 'isnotsetorempty']);

/** `==` and `!=` take NOT_SET; comparing with something is a way to ask. */
const testsOperand = (tree: Tree): boolean =>
  tree.kind === 'binary' && (tree.operator === '==' || tree.operator === '!=');

/** Lower-case names of the variables that are set where a condition is true, or false. */
function setWhen(tree: Tree, outcome: boolean): Names {
  if (tree.kind === 'prefix' && tree.operator === '!') return setWhen(tree.operand, !outcome);
  if (tree.kind === 'call') {
    const name = tree.function.toLowerCase();
    const subject = name === (outcome ? 'isset' : 'isnotsetorempty') ? subjectOf(tree.arguments[0]) : undefined;
    return subject === undefined ? NONE : new Set([subject]);
  }
  if (tree.kind !== 'binary') return NONE;
  if (tree.operator === (outcome ? 'and' : 'or')) {
    const names = new Set<string>();
    let left: Tree = tree;
    while (left.kind === 'binary' && left.operator === tree.operator) {
      for (const name of setWhen(left.right, outcome)) names.add(name);
      left = left.left;
    }
    for (const name of setWhen(left, outcome)) names.add(name);
    return names;
  }
  const compares = tree.operator === '==' || tree.operator === '!=';
  if (!compares) return NONE;
  const equal = (tree.operator === '==') === outcome;
  return new Set([...comparedWith(tree.left, tree.right, equal), ...comparedWith(tree.right, tree.left, equal)]);
}

/** Equal to a literal, or different from NOT_SET: set either way. */
function comparedWith(side: Tree, other: Tree, equal: boolean): readonly string[] {
  const sure = equal ? literals.has(other.kind) : other.kind === 'notSet';
  const subject = sure ? subjectOf(side) : undefined;
  return subject === undefined ? [] : [subject];
}

const literals: Names = new Set(['string', 'integer', 'decimal', 'boolean']);

/** The variable a value is made of alone: `Flow.x`, `Flow.x.e164`, `ToString(Flow.x)`, `Lower(Flow.x)`. */
function subjectOf(tree: Tree | undefined): string | undefined {
  if (tree?.kind === 'variable') return `${tree.scope}.${tree.name}`.toLowerCase();
  if (tree?.kind === 'property' || tree?.kind === 'index') return subjectOf(tree.of);
  return tree?.kind === 'call' && tree.arguments.length === 1 ? subjectOf(tree.arguments[0]) : undefined;
}

const both = (left: Names, other: Names): Names =>
  other.size === 0 ? left : left.size === 0 ? other : new Set([...left, ...other]);

function leftOf(tree: Tree): Tree | undefined {
  switch (tree.kind) {
    case 'binary':
      return tree.left;
    case 'conditional':
      return tree.condition;
    case 'property':
    case 'index':
      return tree.of;
    default:
      return undefined;
  }
}
