import { builtInTypes } from '../architect/built-in-types';
import { annotate, parse, type as expressionType, type Tree } from '../architect/expressions';
import { nextToken, type Token } from '../architect/expressions/tokens';
import { asExpression, type Readable } from '../architect/values';
import { call, type Code, literal, typedCall } from './code';
import { areSame, typeNamed, typeScriptType, type VariableType } from './variable-types';

/** A declared variable in code. */
export interface VariableCode {
  readonly code: Code;
  readonly type: VariableType;
}

/** The variables that an expression can read, and what the code of an expression gives. */
export interface ExpressionScope {
  /** The variable with a full name in exactly this spelling: `Flow.customerId`. */
  variable(name: string): VariableCode | undefined;
  /** Evaluates code, to compare its text with the text of the file. */
  evaluate(code: Code): unknown;
}

/**
 * The code of an expression: a variable, a helper such as `isSet`, or `exp` with its variables inserted. The code gives
 * exactly the text of the file.
 *
 * @param type the TypeScript type of the value; undefined where the expression itself decides
 */
export function expressionCode(text: string, type: string | undefined, scope: ExpressionScope): Code {
  const declared = scope.variable(text);
  if (declared && (type === undefined || type === typeScriptType(declared.type))) return declared.code;
  const tree = treeOf(text);
  const helper = tree && new HelperCode(scope).of(tree, type);
  if (helper && textOf(helper, scope) === text) return helper;
  // `exp` would write a placeholder as a text in quotes.
  if (text.includes('{{'))
    return typedCall('rawValue', type ?? 'unknown', {
      kind: 'object',
      entries: [{ key: 'exp', value: literal(text) }],
    });
  const resultType = type ?? typeScriptTypeOf(tree, scope) ?? 'unknown';
  const tagged = { kind: 'tagged', tag: 'exp', type: resultType, ...templateParts(text, scope) } as const;
  return textOf(tagged, scope) === text ? tagged : call('builtIn', literal(text));
}

/** The type of an expression as a variable could have it. Undefined where it is not known. */
export function typeOfExpression(text: string, scope: ExpressionScope): VariableType | undefined {
  const tree = treeOf(text);
  return tree && typeOfTree(tree, scope);
}

function typeScriptTypeOf(tree: Tree | undefined, scope: ExpressionScope): string | undefined {
  const type = tree && typeOfTree(tree, scope);
  return type && typeScriptType(type);
}

function treeOf(text: string): Tree | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function typeOfTree(tree: Tree, scope: ExpressionScope): VariableType | undefined {
  const { root } = annotate(tree, {
    variables: (name) => {
      const declared = scope.variable(name)?.type;
      return declared && expressionType(declared.kind, declared.collection);
    },
  });
  return typeNamed(root.type.collection ? `${root.type.kind}Collection` : root.type.kind);
}

const textOf = (code: Code, scope: ExpressionScope): string =>
  asExpression(scope.evaluate(code) as Readable<unknown>).text;

/** The text in pieces: what stays text, and the declared variables. */
function templateParts(
  text: string,
  scope: ExpressionScope,
): { readonly texts: readonly string[]; readonly parts: readonly Code[] } {
  const texts: string[] = [];
  const parts: Code[] = [];
  let from = 0;
  for (const { name, offset } of namesIn(text)) {
    const variable = scope.variable(name);
    if (variable === undefined) continue;
    texts.push(text.slice(from, offset));
    parts.push(variable.code);
    from = offset + name.length;
  }
  return { texts: [...texts, text.slice(from)], parts };
}

/** The names with a scope, `Flow.customerId`, outside texts. None where the text is no expression. */
function namesIn(text: string): readonly { readonly name: string; readonly offset: number }[] {
  const names: { name: string; offset: number }[] = [];
  try {
    let before: Token | undefined;
    for (let token = nextToken(text, 0); token.kind !== 'end'; token = nextToken(text, token.offset + token.length)) {
      const dot = text.charAt(token.offset + token.length) === '.';
      const isScope = token.kind === 'word' && dot && before?.text !== '.';
      const field = isScope ? nextToken(text, token.offset + token.length + 1) : undefined;
      if (field?.kind === 'word' && field.offset === token.offset + token.length + 1) {
        names.push({ name: text.slice(token.offset, field.offset + field.length), offset: token.offset });
      }
      before = token;
    }
  } catch {
    return [];
  }
  return names;
}

interface Operand {
  readonly code: Code;
  readonly type: VariableType | undefined;
}

const BOOLEAN: VariableType = { kind: 'boolean', collection: false };
const STRING: VariableType = { kind: 'string', collection: false };

/** The code of a tree with helper functions alone. Undefined where a part of it has none. */
class HelperCode {
  constructor(private readonly scope: ExpressionScope) {}

  of(tree: Tree, resultType: string | undefined): Code | undefined {
    const whole = this.operand(tree);
    if (whole === undefined || whole.code.kind === 'literal') return undefined;
    const actual = whole.type && typeScriptType(whole.type);
    return resultType === undefined || actual === resultType ? whole.code : undefined;
  }

  private operand(tree: Tree): Operand | undefined {
    switch (tree.kind) {
      case 'string':
        return { code: literal(tree.value), type: STRING };
      case 'boolean':
        return { code: literal(tree.value), type: BOOLEAN };
      case 'integer':
        return { code: literal(tree.value), type: { kind: 'integer', collection: false } };
      case 'variable':
        return this.variable(`${tree.scope}.${tree.name}`);
      case 'prefix':
        return tree.operator === '!' ? this.negation(tree.operand) : undefined;
      case 'binary':
        return this.binary(operators[tree.operator], tree.left, tree.right);
      case 'call':
        return this.call(tree.function, tree.arguments);
      default:
        return undefined;
    }
  }

  private variable(name: string): Operand | undefined {
    const declared = this.scope.variable(name);
    if (declared) return declared;
    if (!Object.hasOwn(builtInTypes, name)) return undefined;
    const { kind, collection } = builtInTypes[name as keyof typeof builtInTypes];
    const type = typeNamed(collection ? `${kind}Collection` : kind);
    return type && { code: call('builtIn', literal(name)), type };
  }

  private negation(operand: Tree): Operand | undefined {
    const isCheck = operand.kind === 'call' && operand.function === 'IsNotSetOrEmpty';
    const text = isCheck && operand.arguments.length === 1 ? this.readable(operand.arguments[0], STRING) : undefined;
    if (text) return { code: call('hasText', text), type: BOOLEAN };
    const condition = this.readable(operand, BOOLEAN);
    return condition && { code: call('not', condition), type: BOOLEAN };
  }

  private binary(helper: ExpressionFunction | undefined, left: Tree, right: Tree): Operand | undefined {
    if (helper === undefined) return undefined;
    const a = this.operand(left);
    const b = this.operand(right);
    if (!a || !b || a.code.kind === 'literal' || !areSame(a.type, b.type) || a.type === undefined) return undefined;
    if (!helper.takes(a.type) || (helper.readsBoth && b.code.kind === 'literal')) return undefined;
    return { code: call(helper.name, a.code, b.code), type: helper.gives ?? a.type };
  }

  private call(fn: string, parts: readonly Tree[]): Operand | undefined {
    const [first, second, third] = parts;
    if (fn === 'If' && third !== undefined && parts.length === 3) return this.choice(first, second, third);
    if (fn === 'Append' && parts.length >= 2) {
      const texts = parts.map((part) => this.operand(part));
      if (!texts.every((text) => text !== undefined && areSame(text.type, STRING))) return undefined;
      return { code: call('concat', ...texts.flatMap((text) => (text ? [text.code] : []))), type: STRING };
    }
    if (fn === 'Contains' && parts.length === 2) {
      const text = this.readable(first, STRING);
      const part = second && this.operand(second);
      return text && part && areSame(part.type, STRING)
        ? { code: call('containsText', text, part.code), type: BOOLEAN }
        : undefined;
    }
    const single = Object.hasOwn(singles, fn) && parts.length === 1 ? singles[fn] : undefined;
    const of = single && this.readable(first, single.takes);
    return single && of ? { code: call(single.name, of), type: single.gives } : undefined;
  }

  private choice(condition: Tree | undefined, yes: Tree | undefined, no: Tree): Operand | undefined {
    const when = this.readable(condition, BOOLEAN);
    const a = yes && this.operand(yes);
    const b = this.operand(no);
    if (!when || !a || !b || !areSame(a.type, b.type)) return undefined;
    // Of two literals TypeScript would take the type of their texts.
    if (a.code.kind === 'literal' && b.code.kind === 'literal') return undefined;
    return { code: call('ifElse', when, a.code, b.code), type: a.type };
  }

  /** An operand that is read when the flow runs, of a type. */
  private readable(tree: Tree | undefined, type: VariableType | undefined): Code | undefined {
    const operand = tree && this.operand(tree);
    if (!operand || operand.code.kind === 'literal') return undefined;
    return type === undefined || areSame(operand.type, type) ? operand.code : undefined;
  }
}

/** A function of TypeScript that writes an Architect expression. */
interface ExpressionFunction {
  readonly name: string;
  readonly takes: (type: VariableType) => boolean;
  /** The type of the result. Undefined: that of the operands. */
  readonly gives?: VariableType;
  /** Whether neither operand may be a literal. */
  readonly readsBoth?: boolean;
}

const isScalar = ({ kind, collection }: VariableType): boolean =>
  !collection && ['string', 'integer', 'boolean'].includes(kind);
const isOrdered = ({ kind, collection }: VariableType): boolean =>
  !collection && ['string', 'integer', 'decimal', 'dateTime', 'duration'].includes(kind);
const isNumber = ({ kind, collection }: VariableType): boolean =>
  !collection && (kind === 'integer' || kind === 'decimal');
const isBoolean = ({ kind, collection }: VariableType): boolean => !collection && kind === 'boolean';

const operators: Readonly<Record<string, ExpressionFunction>> = {
  '==': { name: 'equals', takes: isScalar, gives: BOOLEAN },
  '!=': { name: 'differs', takes: isScalar, gives: BOOLEAN },
  '>': { name: 'isGreater', takes: isOrdered, gives: BOOLEAN },
  '<': { name: 'isLess', takes: isOrdered, gives: BOOLEAN },
  '+': { name: 'plus', takes: isNumber },
  '-': { name: 'minus', takes: isNumber },
  and: { name: 'and', takes: isBoolean, gives: BOOLEAN, readsBoth: true },
  or: { name: 'or', takes: isBoolean, gives: BOOLEAN, readsBoth: true },
};

const singles: Readonly<
  Record<string, { readonly name: string; readonly takes?: VariableType; readonly gives: VariableType }>
> = {
  IsSet: { name: 'isSet', gives: BOOLEAN },
  IsNotSetOrEmpty: { name: 'isNotSetOrEmpty', gives: BOOLEAN },
  ToString: { name: 'asString', gives: STRING },
  Lower: { name: 'lowerCase', takes: STRING, gives: STRING },
};
