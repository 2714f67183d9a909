import {
  annotate,
  type Annotated,
  ExpressionError,
  openEnvironment,
  parseCached,
  type Problem,
  type Tree,
} from '../architect/expressions';
import { compileAnnotation } from '../architect/expressions/compile';
import { nodes } from '../architect/expressions/walk';
import type { ExpressionNode, ValueNode } from '../architect/values';
import type { FlowTree } from '../architect/flow-tree';
import { readableType } from './declared-types';

/** An expression of a flow, read and typed once for all rules. */
export type ReadExpression =
  | {
      readonly tree: Tree;
      /** The tree with the types of its parts. */
      readonly root: Annotated;
      /** The root and everything in it, in the order of the text. */
      readonly parts: readonly Annotated[];
      readonly problems: readonly TypeProblem[];
      readonly error?: undefined;
    }
  | {
      readonly tree?: undefined;
      readonly root?: undefined;
      readonly parts: readonly [];
      readonly problems: readonly [];
      readonly error: ExpressionError;
    };

/** What is wrong inside an expression, by what it is about. */
export interface TypeProblem extends Problem {
  readonly about: 'variable' | 'function' | 'property' | 'type' | 'notSet';
}

const known = new WeakMap<ExpressionNode, ReadExpression>();

/** The expression a value is, or finds its prompt with. */
export function expressionIn(value: ValueNode): ExpressionNode | undefined {
  const node = value.kind === 'prompt' && typeof value.prompt === 'object' ? value.prompt : value;
  return node.kind === 'expression' ? node : undefined;
}

/** Where an expression stands; the reference of its container tells which variables it sees. */
export interface ExpressionPlace {
  readonly flow: FlowTree;
  readonly container?: { readonly reference: string };
}

/** Reads an expression where it stands: its variables have the types that are declared there. */
export function readExpression(node: ExpressionNode, { flow, container }: ExpressionPlace): ReadExpression {
  let read = known.get(node);
  if (!read) known.set(node, (read = reading(node.text, flow, container?.reference)));
  return read;
}

function reading(text: string, flow: FlowTree, container: string | undefined): ReadExpression {
  try {
    const tree = parseCached(text);
    const { root, problems } = annotate(tree, { variables: readableType(flow, container), flow: flow.kind });
    const about = problems.map((problem) => ({ ...problem, about: subjectOf(problem, tree) }));
    return { tree, root, parts: allParts(root), problems: about };
  } catch (error) {
    if (error instanceof ExpressionError) return { parts: [], problems: [], error };
    throw error;
  }
}

/** The checker tells where; what stands there tells what the problem is about. */
function subjectOf({ offset, length, severity }: Problem, tree: Tree): TypeProblem['about'] {
  for (const node of nodes(tree)) {
    if (node.offset !== offset) continue;
    if (node.kind === 'call' && node.function.length === length && severity === 'warning') return 'function';
    if (node.length !== length) continue;
    if (node.kind === 'variable') return 'variable';
    if (node.kind === 'property' && severity === 'error') return 'property';
  }
  return severity === 'warning' ? 'notSet' : 'type';
}

/** A value that is known without running the flow; undefined where it is not. */
export interface Constant {
  readonly value: unknown;
}

/**
 * The value of a part of an expression where it does not depend on the flow: `1 == 1`, `true or Flow.x`,
 * `If(true, NOT_SET, Flow.x)`. Undefined where it does, and where finding out would take long.
 */
export function constantOf(part: Annotated, depth = 0): Constant | undefined {
  if (depth > DEEPEST) return undefined;
  switch (part.kind) {
    case 'constant':
      return { value: part.value };
    case 'and':
    case 'or': {
      const left = constantOf(part.left, depth + 1);
      const decisive = part.kind === 'or';
      if (left?.value === decisive) return left;
      return left?.value === !decisive ? constantOf(part.right, depth + 1) : undefined;
    }
    case 'choice': {
      const condition = constantOf(part.condition, depth + 1);
      if (condition) return constantOf(condition.value === true ? part.yes : part.no, depth + 1);
      const [yes, no] = [constantOf(part.yes, depth + 1), constantOf(part.no, depth + 1)];
      return yes?.value === null && no?.value === null ? yes : undefined;
    }
    case 'call':
      return part.span.length <= LONGEST && dependsOnNothing(part) ? evaluated(part) : undefined;
    default:
      return undefined;
  }
}

/** Chains of operators may be thousands long; nobody writes constants like that. */
const DEEPEST = 50;
const LONGEST = 300;

function dependsOnNothing(part: Annotated): boolean {
  if (part.kind === 'read' || part.kind === 'prompt' || part.kind === 'failing') return false;
  if (part.kind === 'call' && part.overload?.asksEnvironment !== false) return false;
  return partsOf(part).every(dependsOnNothing);
}

function evaluated(part: Annotated): Constant | undefined {
  try {
    return { value: compileAnnotation({ root: part, problems: [] }, undefined).run(openEnvironment) };
  } catch {
    // It fails whenever it runs, or is too much to work out here; either way it has no value.
    return undefined;
  }
}

/** The parts right inside a part. */
function partsOf(part: Annotated): readonly Annotated[] {
  switch (part.kind) {
    case 'call':
      return part.given;
    case 'choice':
      return [part.condition, part.yes, part.no];
    case 'and':
    case 'or':
      return [part.left, part.right];
    case 'property':
      return [part.of];
    case 'index':
      return [part.of, part.index];
    default:
      return NO_PARTS;
  }
}

const NO_PARTS: readonly Annotated[] = [];

/** The whole and everything in it, however deep it leans. */
function allParts(whole: Annotated): readonly Annotated[] {
  const all: Annotated[] = [];
  const waiting = [whole];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    all.push(part);
    const inside = partsOf(part);
    for (let at = inside.length - 1; at >= 0; at -= 1) waiting.push(inside[at] as Annotated);
  }
  return all;
}
