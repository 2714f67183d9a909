/**
 * Turns an annotated tree into a chain of closures. Everything that does not depend on values is decided here: the
 * overload, the arguments that may be NOT_SET, and the value of every part without a variable.
 */
import { annotate, type Annotated, type Annotation, type Call } from './annotate';
import { type CheckOptions } from './check';
import { parameterAt, type FunctionDeclaration, type Overload } from './declaration';
import { type Environment } from './environment';
import { Failure, type Span } from './expression-error';
import { itemAt } from './functions/list';
import { jsonItem } from './functions/json';
import { dynamicInvocation, failed, invoke, notSet, placed } from './invocation';
import { readProperty } from './properties';
import { castBetween, isAlready } from './root-cast';
import { type Tree } from './tree';
import { typeName, type Type } from './types';
import { isList, JsonValue, typeOf, type Value } from './values';

/** An expression that can run any number of times. */
export interface Program {
  /** The type of the value; `any` where only a run shows it. */
  readonly type: Type;
  /** Runs the expression. Throws an {@link ExpressionError} with the place of the failure. */
  run(environment: Environment): Value;
}

type Run = (environment: Environment) => Value;
/** The work of an operator whose left operand is known. */
type Step = (left: Value, environment: Environment) => Value;

interface Compiled {
  readonly run: Run;
  /** Whether it gives the same value in every environment. */
  readonly constant: boolean;
}

/** Prepares a tree for runs. It does not refuse a tree with problems: a run fails at their places. */
export function compile(tree: Tree, options: CheckOptions = {}): Program {
  return compileAnnotation(annotate(tree, options), options.expected);
}

/** The same for an annotated tree. */
export function compileAnnotation({ root }: Annotation, expected: Type | undefined): Program {
  const { run } = compileNode(root);
  if (expected === undefined || isAlready(root.type, expected))
    return Object.freeze({ type: expected ?? root.type, run });
  return Object.freeze({ type: expected, run: converted(run, root, expected) });
}

function converted(run: Run, { span, type: from }: Annotated, expected: Type): Run {
  const known = from.kind === 'any' ? undefined : castBetween(from, expected);
  return (environment) => {
    const value = run(environment);
    if (value === null) return null;
    const actual = from.kind === 'any' ? typeOf(value) : from;
    if (isAlready(actual, expected)) return value;
    const cast = known ?? castBetween(actual, expected);
    if (cast === undefined) {
      throw failed(`a value of type ${typeName(actual)} cannot become ${typeName(expected)}`, span);
    }
    return invoke(cast.overload, [value], environment, span);
  };
}

/**
 * Follows the left edge with a loop, like the annotator, so that a chain of thousands of operators runs without
 * recursion.
 */
function compileNode(root: Annotated): Compiled {
  const edge: Annotated[] = [];
  let leaf = root;
  for (let left = leftOfAnnotated(leaf); left !== undefined; left = leftOfAnnotated(leaf)) {
    edge.push(leaf);
    leaf = left;
  }
  let compiled = compileLeaf(leaf);
  const steps: Step[] = [];
  for (let at = edge.length - 1; at >= 0; at -= 1) {
    const node = edge[at] as Annotated;
    const { step, constant } = compileStep(node);
    if (steps.length === 0 && compiled.constant && constant) compiled = folded(chain(compiled.run, [step]));
    else steps.push(step);
  }
  if (steps.length === 0) return compiled;
  return { run: chain(compiled.run, steps), constant: false };
}

function chain(first: Run, steps: readonly Step[]): Run {
  const [part, two] = steps;
  if (part === undefined) return first;
  if (two === undefined) return (environment) => part(first(environment), environment);
  if (steps.length === 2) return (environment) => two(part(first(environment), environment), environment);
  return (environment) => {
    let value = first(environment);
    for (const step of steps) value = step(value, environment);
    return value;
  };
}

/** Evaluates a part without variables once. If that fails, the part fails again when the flow runs. */
function folded(run: Run): Compiled {
  try {
    const value = run(noEnvironment);
    return { run: () => value, constant: true };
  } catch {
    return { run, constant: false };
  }
}

function leftOfAnnotated(node: Annotated): Annotated | undefined {
  switch (node.kind) {
    case 'call':
      return node.leans ? node.args[0] : undefined;
    case 'choice':
      return node.condition;
    case 'and':
    case 'or':
      return node.left;
    case 'property':
    case 'index':
      return node.of;
    default:
      return undefined;
  }
}

function compileLeaf(node: Annotated): Compiled {
  switch (node.kind) {
    case 'constant': {
      const { value } = node;
      return { run: () => value, constant: true };
    }
    case 'read':
      return { run: variableRead(node.name, node.type, node.span), constant: false };
    case 'prompt': {
      const { origin, name, span } = node;
      return {
        run: (environment) => {
          const prompt = environment.org.findPrompt(origin, name);
          if (prompt === undefined) throw failed(`there is no ${origin} prompt ${name}`, span);
          return prompt;
        },
        constant: false,
      };
    }
    case 'call':
      return compileCall(node);
    case 'failing':
      return {
        run: () => {
          throw failed(node.message, node.span);
        },
        constant: false,
      };
    default:
      throw new TypeError(`a ${node.kind} has a left operand`);
  }
}

function variableRead(name: string, type: Type, span: Span): Run {
  const absent = (): Value => {
    throw failed(`the variable ${name} does not exist here`, span);
  };
  if (!type.collection) {
    return (environment) => {
      const value = environment.variable(name);
      return value === undefined ? absent() : value;
    };
  }
  // A collection variable without an assignment is empty, not NOT_SET.
  return (environment) => {
    const value = environment.variable(name);
    return value === undefined ? absent() : (value ?? []);
  };
}

function compileCall({ declared, overload, args, span }: Call): Compiled {
  const parts = args.map(compileNode);
  const runs = parts.map(({ run }) => run);
  if (overload === undefined) return { run: dynamicCall(declared, args, runs, span), constant: false };
  const run = staticCall(declared, overload, args, runs, span);
  const isPure = !overload.asksEnvironment && parts.every(({ constant }) => constant);
  return isPure ? folded(run) : { run, constant: false };
}

function compileStep(node: Annotated): { readonly step: Step; readonly constant: boolean } {
  const { span } = node;
  switch (node.kind) {
    case 'call':
      return operatorStep(node);
    case 'choice': {
      const yes = compileNode(node.yes);
      const no = compileNode(node.no);
      const [runYes, runNo] = [yes.run, no.run];
      return {
        step: (condition, environment) => (condition === true ? runYes(environment) : runNo(environment)),
        constant: yes.constant && no.constant,
      };
    }
    case 'and':
    case 'or':
      return junctionStep(node);
    case 'property':
      return { step: located((value) => propertyStep(value, node.name), span), constant: true };
    case 'index': {
      const index = compileNode(node.index);
      const { run } = index;
      return {
        step: (of, environment) => {
          const at = run(environment);
          return guarded(() => indexed(of, at), span);
        },
        constant: index.constant,
      };
    }
    default:
      throw new TypeError(`a ${node.kind} has no left operand`);
  }
}

function junctionStep(node: Extract<Annotated, { kind: 'and' | 'or' }>) {
  const { run, constant } = compileNode(node.right);
  const { kind, left, right } = node;
  const decisive = kind === 'or';
  const step: Step = (first, environment) => {
    if (first === decisive) return decisive;
    if (first === null) throw notSet(kind, 'value1', left.span);
    const second = run(environment);
    if (second === null) throw notSet(kind, 'value2', right.span);
    if (typeof first !== 'boolean' || typeof second !== 'boolean') {
      throw failed(mismatchOf(kind, [first, second]), node.span);
    }
    return second;
  };
  return { step, constant };
}

function mismatchOf(operator: string, values: readonly Value[]): string {
  return `"${operator}" takes booleans, not (${values.map((value) => typeName(typeOf(value))).join(', ')})`;
}

function operatorStep({ declared, overload, args, span }: Call): {
  readonly step: Step;
  readonly constant: boolean;
} {
  const [left, right] = args as readonly [Annotated, Annotated];
  const second = compileNode(right);
  const runRight = second.run;
  if (overload === undefined) {
    const call = dynamicInvocation(declared, args, span);
    return { step: (a, environment) => call([a, runRight(environment)], environment), constant: false };
  }
  const body = overload.body;
  const [first, last] = overload.parameters;
  const leftMayBeNotSet = first?.notSetAllowed === true;
  const rightMayBeNotSet = last?.notSetAllowed === true;
  const step: Step = (a, environment) => {
    const b = runRight(environment);
    if (a === null && !leftMayBeNotSet) throw notSet(declared.name, first?.name ?? '', left.span);
    if (b === null && !rightMayBeNotSet) throw notSet(declared.name, last?.name ?? '', right.span);
    try {
      return body(a, b);
    } catch (error) {
      throw placed(error, span);
    }
  };
  return { step, constant: second.constant };
}

function staticCall(
  declared: FunctionDeclaration,
  overload: Overload,
  args: readonly Annotated[],
  runs: readonly Run[],
  span: Span,
): Run {
  const { body, parameters, asksEnvironment } = overload;
  const [first, second] = runs;
  const [parameter] = parameters;
  if (asksEnvironment || first === undefined || second !== undefined || parameter === undefined) {
    return generalCall(declared, overload, args, runs, span);
  }
  const name = parameter.name;
  const argumentSpan = args[0]?.span ?? span;
  const mayBeNotSet = parameter.notSetAllowed;
  return (environment) => {
    const value = first(environment);
    if (value === null && !mayBeNotSet) throw notSet(declared.name, name, argumentSpan);
    try {
      return body(value);
    } catch (error) {
      throw placed(error, span);
    }
  };
}

function generalCall(
  declared: FunctionDeclaration,
  overload: Overload,
  args: readonly Annotated[],
  runs: readonly Run[],
  span: Span,
): Run {
  const refusing = runs.map((_, index) => parameterAt(overload, index)?.notSetAllowed === false);
  return (environment) => {
    const values: Value[] = new Array<Value>(runs.length);
    for (let index = 0; index < runs.length; index += 1) {
      const value = (runs[index] as Run)(environment);
      if (value === null && refusing[index] === true) {
        throw notSet(declared.name, parameterAt(overload, index)?.name ?? '', args[index]?.span ?? span);
      }
      values[index] = value;
    }
    return invoke(overload, values, environment, span);
  };
}

function dynamicCall(declared: FunctionDeclaration, args: readonly Annotated[], runs: readonly Run[], span: Span): Run {
  const call = dynamicInvocation(declared, args, span);
  return (environment) =>
    call(
      runs.map((run) => run(environment)),
      environment,
    );
}

function propertyStep(value: Value, name: string): Value {
  if (isList(value)) throw new Failure(`a collection has no property "${name}"`);
  return readProperty(value, name);
}

function indexed(of: Value, index: Value): Value {
  if (of === null) throw new Failure('the value is NOT_SET, so it takes no index');
  if (index === null) throw new Failure('the index is NOT_SET');
  if (typeof index === 'string') return propertyStep(of, index);
  if (typeof index === 'number' && isList(of)) return itemAt(of, index);
  if (typeof index === 'number' && of instanceof JsonValue) return jsonItem(of, index);
  throw new Failure(`a value of type ${typeName(typeOf(of))} takes no index of type ${typeName(typeOf(index))}`);
}

function located(read: (value: Value) => Value, span: Span): Step {
  return (value) => {
    try {
      return read(value);
    } catch (error) {
      throw placed(error, span);
    }
  };
}

function guarded(read: () => Value, span: Span): Value {
  try {
    return read();
  } catch (error) {
    throw placed(error, span);
  }
}

/** The environment for the evaluation of constants, which never use it. */
const noEnvironment: Environment = {
  variable: () => undefined,
  get org(): never {
    throw new TypeError('a constant asks nothing of the org');
  },
  now: () => {
    throw new TypeError('a constant has no clock');
  },
  random: () => {
    throw new TypeError('a constant has no chance');
  },
};
