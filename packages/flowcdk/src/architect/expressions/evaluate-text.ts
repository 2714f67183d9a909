/** Evaluates an expression from text to text, for the command line. */
import { annotate } from './annotate';
import { check, checkAnnotation } from './check';
import { compileAnnotation } from './compile';
import { type Environment, variableLookup } from './environment';
import { ExpressionError, Failure, type Phase, type Problem } from './expression-error';
import { literalOf, textOf } from './format-value';
import { openEnvironment } from './open-org';
import { parseCached } from './parse-cached';
import { builtInType, parseTypedValue, type TypedValue } from './typed-value';
import { type Type, typeName } from './types';
import { isList, typeOf, type Value } from './values';

export interface EvaluatedText {
  /** `integer`, `stringCollection`, … */
  readonly type: string;
  /** The value as ToString prints it. A collection is the list of its printed items, NOT_SET is null. */
  readonly value: string | null | readonly (string | null)[];
  /** The value in the notation of Architect. */
  readonly literal: string;
}

export interface EvaluationError {
  readonly phase: Phase;
  readonly message: string;
  /** The offset of the first wrong character, from 0. */
  readonly offset: number;
  readonly length: number;
}

export type EvaluationResult = EvaluatedText | { readonly error: EvaluationError };

/** A doubtful part that is not an error: an unknown function, or NOT_SET where it makes a run fail. */
export interface Warning {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

export type CheckResult = ({ readonly type: string } | { readonly error: EvaluationError }) & {
  /** Absent where there are no warnings. */
  readonly warnings?: readonly Warning[];
};

export interface EvaluateTextOptions {
  /** The type of the field. The result is converted to it. */
  readonly expected?: Type;
  /** The org, the clock and chance. Missing parts are those of an open org without a clock. */
  readonly environment?: Partial<Omit<Environment, 'variable'>>;
}

/**
 * Evaluates an expression with typed variables. It never throws for a wrong expression or wrong variables.
 *
 * @example evaluateText('Length(Flow.x) * 2', { 'Flow.x': 'STRING:abc' }) // { type: 'integer', value: '6', literal:
 * '6' }
 */
export function evaluateText(
  expression: string,
  variables: Readonly<Record<string, unknown>> = {},
  options: EvaluateTextOptions = {},
): EvaluationResult {
  return answered(expression, () => {
    const tree = parseCached(expression);
    const values = readVariables(variables);
    const { expected } = options;
    const annotation = annotate(tree, { variables: typesOf(values) });
    const error = firstError(checkAnnotation(annotation, tree, expected).problems);
    if (error !== undefined) return { error };
    const program = compileAnnotation(annotation, expected);
    const value = program.run({
      ...openEnvironment,
      ...options.environment,
      variable: variableLookup(values.map(([name, typed]) => [name, typed.value] as const)),
    });
    return printed(value, program.type);
  });
}

/**
 * Determines the type of an expression with typed variables, and its doubtful parts, without evaluating it. It never
 * throws for a wrong expression or wrong variables.
 *
 * @example checkText('Length(Flow.x) * 2', { 'Flow.x': 'STRING:abc' }) // { type: 'integer' }
 */
export function checkText(expression: string, variables: Readonly<Record<string, unknown>> = {}): CheckResult {
  return answered(expression, () => {
    const tree = parseCached(expression);
    const { type, problems } = check(tree, { variables: typesOf(readVariables(variables)) });
    const error = firstError(problems);
    const warnings = problems
      .filter(({ severity }) => severity === 'warning')
      .map(({ message, offset, length }) => ({ message, offset, length }));
    return {
      ...(error === undefined ? { type: shownType(type) } : { error }),
      ...(warnings.length > 0 ? { warnings } : {}),
    };
  });
}

/** Turns an error into an answer as well. */
function answered<A>(expression: string, answer: () => A): A | { readonly error: EvaluationError } {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ExpressionError) return { error: located(error.phase, error) };
    if (error instanceof Failure) {
      return { error: located('evaluate', { message: error.message, offset: 0, length: expression.length }) };
    }
    throw error;
  }
}

function firstError(problems: readonly Problem[]): EvaluationError | undefined {
  const problem = problems.find(({ severity }) => severity === 'error');
  return problem && located('type', problem);
}

function located(phase: Phase, { message, offset, length }: Warning): EvaluationError {
  return { phase, message, offset, length };
}

type TypedVariables = readonly (readonly [name: string, typed: TypedValue])[];

function typesOf(values: TypedVariables): (name: string) => Type | undefined {
  return variableLookup(values.map(([name, { type }]) => [name, type] as const));
}

function readVariables(variables: Readonly<Record<string, unknown>>): TypedVariables {
  return Object.entries(variables).map(([name, values]) => {
    try {
      const typed = parseTypedValue(values);
      const declared = typed.type.kind === 'any' ? builtInType(name) : undefined;
      return [name, declared === undefined ? typed : { ...typed, type: declared }] as const;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw new ExpressionError('type', `variable ${name}: ${error.message}`, { offset: 0, length: 0 });
    }
  });
}

function printed(value: Value, declared: Type): EvaluatedText {
  const type = declared.kind === 'any' ? typeOf(value) : declared;
  return {
    type: shownType(type),
    value: isList(value) ? value.map(textOf) : textOf(value),
    literal: literalOf(value, type),
  };
}

/** The name of a type. NOT_SET by itself may be of any type. */
function shownType(type: Type): string {
  return type.kind === 'notSet' ? 'any' : typeName(type);
}
