/**
 * Determines the type of every node and the overload of every call, once, so that a run does neither. It finds all
 * problems and does not stop at the first.
 */
import { type FlowKind } from '../../ground/flow-kinds';
import { builtInVariable, isOpenScope, promptOrigin } from './built-in-variables';
import { parameterAt, type FunctionDeclaration, type Overload } from './declaration';
import { type Problem, type Span } from './expression-error';
import { functionNamed, functionNames, operatorWithId } from './functions';
import { mismatch, resolve } from './overloads';
import { propertyNames, propertyType } from './properties';
import { leftOf, variableName, type BinaryOperator, type CallNode, type Tree, type VariableNode } from './tree';
import { ANY, NOT_SET_TYPE, type, typeName, type Type } from './types';
import { type Value } from './values';

interface Common {
  readonly type: Type;
  readonly span: Span;
}

export interface Constant extends Common {
  readonly kind: 'constant';
  readonly value: Value;
}

export interface Read extends Common {
  readonly kind: 'read';
  readonly name: string;
}

export interface Prompt extends Common {
  readonly kind: 'prompt';
  readonly origin: 'user' | 'system';
  readonly name: string;
}

/** A call of a function or operator. Without an overload here, the values choose the overload when the flow runs. */
export interface Call extends Common {
  readonly kind: 'call';
  readonly declared: FunctionDeclaration;
  readonly overload: Overload | undefined;
  readonly args: readonly Annotated[];
  /** Whether the first argument is the left operand of an operator. */
  readonly leans: boolean;
}

export interface Choice extends Common {
  readonly kind: 'choice';
  readonly condition: Annotated;
  readonly yes: Annotated;
  readonly no: Annotated;
}

export interface Junction extends Common {
  readonly kind: 'and' | 'or';
  readonly left: Annotated;
  readonly right: Annotated;
}

export interface Property extends Common {
  readonly kind: 'property';
  readonly of: Annotated;
  readonly name: string;
}

export interface Index extends Common {
  readonly kind: 'index';
  readonly of: Annotated;
  readonly index: Annotated;
}

/** A node that cannot be evaluated: an unknown function, or a node with a problem. */
export interface Failing extends Common {
  readonly kind: 'failing';
  readonly message: string;
}

export type Annotated = Constant | Read | Prompt | Call | Choice | Junction | Property | Index | Failing;

export interface AnnotateOptions {
  /**
   * Gives the type of a declared variable, or `undefined` where it is not declared. Without it every name may be a
   * variable.
   */
  readonly variables?: ((name: string) => Type | undefined) | undefined;
  /** The kind of flow. With it, variables that only other kinds of flow have are refused. */
  readonly flow?: FlowKind | undefined;
}

export interface Annotation {
  readonly root: Annotated;
  readonly problems: readonly Problem[];
}

export function annotate(tree: Tree, options: AnnotateOptions = {}): Annotation {
  const annotator = new Annotator(options);
  const root = annotator.node(tree);
  return { root, problems: annotator.problems };
}

const binaryIds: Readonly<Record<BinaryOperator, string>> = {
  or: 'or',
  and: 'and',
  '|': 'bitOr',
  '&': 'bitAnd',
  '==': 'equ',
  '!=': 'neq',
  '>=': 'gte',
  '<=': 'lte',
  '>': 'gt',
  '<': 'lt',
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
  '^': 'pow',
};
const prefixIds = { '!': 'not', '~': 'bitNot', '-': 'neg' } as const;

class Annotator {
  readonly problems: Problem[] = [];

  constructor(private readonly options: AnnotateOptions) {}

  /**
   * Follows the left edge with a loop (see {@link leftOf}) and everything else by recursion, which the limit on nesting
   * bounds.
   */
  node(tree: Tree): Annotated {
    const edge: Tree[] = [];
    let leaf = tree;
    for (let left = leftOf(leaf); left !== undefined; left = leftOf(leaf)) {
      edge.push(leaf);
      leaf = left;
    }
    let annotated = this.leaf(leaf);
    for (let at = edge.length - 1; at >= 0; at -= 1) annotated = this.after(annotated, edge[at] as Tree);
    return annotated;
  }

  private leaf(tree: Tree): Annotated {
    const span: Span = tree;
    switch (tree.kind) {
      case 'string':
      case 'integer':
      case 'decimal':
      case 'boolean':
        return { kind: 'constant', type: type(tree.kind), value: tree.value, span };
      case 'outOfRange':
        this.error(span, tree.problem);
        return { kind: 'failing', message: tree.problem, type: ANY, span };
      case 'notSet':
        return { kind: 'constant', type: NOT_SET_TYPE, value: null, span };
      case 'variable':
        return this.variable(tree, span);
      case 'call':
        return this.functionCall(tree, span);
      case 'prefix':
        return this.call(operatorWithId(prefixIds[tree.operator]), [this.node(tree.operand)], span, false);
      default:
        throw new TypeError(`a ${tree.kind} has a left operand`);
    }
  }

  private after(left: Annotated, tree: Tree): Annotated {
    const span: Span = tree;
    switch (tree.kind) {
      case 'binary': {
        const declared = operatorWithId(binaryIds[tree.operator]);
        return this.call(declared, [left, this.node(tree.right)], span, true);
      }
      case 'conditional':
        return this.call(operatorWithId('ter'), [left, this.node(tree.yes), this.node(tree.no)], span, true);
      case 'property':
        return this.property(left, tree.name, span);
      case 'index':
        return this.index(left, this.node(tree.index), span);
      default:
        throw new TypeError(`a ${tree.kind} has no left operand`);
    }
  }

  private variable(tree: VariableNode, span: Span): Annotated {
    const name = variableName(tree);
    const declared = this.options.variables?.(name);
    if (declared !== undefined) return { kind: 'read', name, type: declared, span };
    const origin = promptOrigin(tree.scope);
    if (origin !== undefined) return { kind: 'prompt', origin, name: tree.name, type: type('prompt'), span };
    const builtIn = builtInVariable(name);
    if (builtIn?.constant !== undefined) return { kind: 'constant', value: builtIn.constant, type: builtIn.type, span };
    if (builtIn !== undefined) {
      const { flow } = this.options;
      if (flow !== undefined && builtIn.flows !== 'all' && !builtIn.flows.includes(flow)) {
        this.error(span, `${name} does not exist in a flow of kind ${flow}; it does in ${builtIn.flows.join(', ')}`);
      } else if (builtIn.basis === 'unknown') {
        this.warning(span, `${name} is spoken of but was found in no published flow; what it holds is not certain`);
      }
      return { kind: 'read', name, type: builtIn.type, span };
    }
    if (isOpenScope(tree.scope)) this.warning(span, `${name} is not among the known built-in variables`);
    else if (this.options.variables !== undefined) this.error(span, `there is no variable ${name}`);
    return { kind: 'read', name, type: ANY, span };
  }

  private functionCall(tree: CallNode, span: Span): Annotated {
    const args = tree.arguments.map((argument) => this.node(argument));
    const declared = functionNamed(tree.function);
    if (declared !== undefined) return this.call(declared, args, span, false);
    const message = `there is no function ${tree.function} among those known${suggestion(tree.function)}`;
    this.warning({ offset: span.offset, length: tree.function.length }, message);
    return { kind: 'failing', message, type: ANY, span };
  }

  private call(declared: FunctionDeclaration, args: readonly Annotated[], span: Span, leans: boolean): Annotated {
    const types = args.map((argument) => argument.type);
    const resolution = resolve(declared, types);
    if (resolution === undefined) {
      // A part that has failed already gets no second message.
      const message = mismatch(declared, types);
      this.error(span, message);
      return { kind: 'failing', message, type: ANY, span };
    }
    const { overload, returns } = resolution;
    if (overload !== undefined && types.includes(NOT_SET_TYPE)) this.warnOfNotSet(declared, overload, args);
    const [first, second, third] = args;
    if (declared.lazy && first !== undefined && second !== undefined) {
      if (declared.name === 'and' || declared.name === 'or') {
        return { kind: declared.name, left: first, right: second, type: returns, span };
      }
      if (third !== undefined) return this.choice(first, second, third, returns, span);
    }
    if (returns.kind === 'any' && returns.collection && types.every(({ kind }) => kind === 'notSet')) {
      this.error(span, `the items of ${declared.name} have no type; write ToString(NOT_SET), ToInt(NOT_SET), …`);
    }
    return { kind: 'call', declared, overload, args, type: returns, span, leans };
  }

  private choice(condition: Annotated, yes: Annotated, no: Annotated, type: Type, span: Span): Annotated {
    if (yes.type.kind === 'notSet' && no.type.kind === 'notSet') {
      this.error(span, 'at most one of the two branches may be NOT_SET');
    }
    return { kind: 'choice', condition, yes, no, type, span };
  }

  private warnOfNotSet(declared: FunctionDeclaration, overload: Overload, args: readonly Annotated[]): void {
    args.forEach((argument, index) => {
      const parameter = parameterAt(overload, index);
      if (argument.type.kind === 'notSet' && parameter?.notSetAllowed === false) {
        this.warning(
          argument.span,
          `NOT_SET is not allowed for "${parameter.name}" of ${declared.name}; running this fails`,
        );
      }
    });
  }

  private property(of: Annotated, name: string, span: Span): Annotated {
    const type = of.type.kind === 'notSet' ? undefined : propertyType(of.type, name);
    if (type !== undefined) return { kind: 'property', of, name, type: type, span };
    const known = propertyNames(of.type);
    const hint = known.length === 0 ? '' : `; it has ${known.join(', ')}`;
    const message = `a value of type ${typeName(of.type)} has no property "${name}"${hint}`;
    this.error(span, message);
    return { kind: 'failing', message, type: ANY, span };
  }

  private index(of: Annotated, index: Annotated, span: Span): Annotated {
    const byNumber = index.type.kind === 'integer' && !index.type.collection;
    const byName = index.type.kind === 'string' && !index.type.collection;
    if (index.kind === 'constant' && typeof index.value === 'string') return this.property(of, index.value, span);
    if (byNumber && of.type.collection) return { kind: 'index', of, index, type: type(of.type.kind), span };
    // Inferred: JSON arrays and objects take an index too.
    if ((byNumber || byName) && of.type === type('json')) return { kind: 'index', of, index, type: type('json'), span };
    const mayBe = of.type.kind === 'any' || index.type.kind === 'any' || (byName && !of.type.collection);
    if (mayBe) return { kind: 'index', of, index, type: of.type.collection ? type(of.type.kind) : ANY, span };
    const message = `a value of type ${typeName(of.type)} takes no index of type ${typeName(index.type)}`;
    this.error(span, message);
    return { kind: 'failing', message, type: ANY, span };
  }

  private error({ offset, length }: Span, message: string): void {
    this.problems.push({ severity: 'error', message, offset, length });
  }

  private warning({ offset, length }: Span, message: string): void {
    this.problems.push({ severity: 'warning', message, offset, length });
  }
}

const LONGEST_SUGGESTED = 40;

function suggestion(name: string): string {
  if (name.length > LONGEST_SUGGESTED) return '';
  const allowed = name.length < 5 ? 1 : 2;
  const near = functionNames.find((known) => distance(known.toLowerCase(), name.toLowerCase()) <= allowed);
  return near === undefined ? '' : `; is ${near} meant?`;
}

/** The number of letters to change, add or drop to turn one word into the other. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substituted, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
