/** One call from text to text, for the command line. */
import { annotate } from './annotate';
import { checkAnnotation } from './check';
import { compileAnnotation } from './compile';
import { type Environment, variableLookup } from './environment';
import { ExpressionError, Failure, type Phase } from './expression-error';
import { literalOf, textOf } from './format-value';
import { openEnvironment } from './open-org';
import { parseCached } from './parse-cached';
import { builtInType, parseTypedValue, type TypedValue } from './typed-value';
import { type Type, typeName } from './types';
import { isList, typeOf, type Value } from './values';

export interface EvaluatedText {
  /** `integer`, `stringCollection`, … */
  readonly type: string;
  /** As ToString prints it; a collection as the list of its printed items; NOT_SET as null. */
  readonly value: string | null | readonly (string | null)[];
  /** As one writes it in Architect. */
  readonly literal: string;
}

export interface EvaluationError {
  readonly phase: Phase;
  readonly message: string;
  /** First character of the culprit, from 0. */
  readonly offset: number;
  readonly length: number;
}

export type EvaluationResult = EvaluatedText | { readonly error: EvaluationError };

export interface EvaluateTextOptions {
  /** Converts the result, as a field of that type would. */
  readonly wanted?: Type;
  /** Org, clock and chance; what is left out is that of an open org without a clock. */
  readonly environment?: Partial<Omit<Environment, 'variable'>>;
}

/**
 * Evaluates an expression with typed variables. Never throws for what stands in the expression or the variables.
 *
 * @example evaluateText('Length(Flow.x) * 2', { 'Flow.x': 'STRING:abc' }) // { type: 'integer', value: '6', literal: '6' }
 */
export function evaluateText(
  expression: string,
  variables: Readonly<Record<string, unknown>> = {},
  options: EvaluateTextOptions = {},
): EvaluationResult {
  try {
    const tree = parseCached(expression);
    const given = readVariables(variables);
    const types = variableLookup(given.map(([name, { type }]) => [name, type] as const));
    const { wanted } = options;
    const annotation = annotate(tree, { variables: types });
    const { problems } = checkAnnotation(annotation, tree, wanted);
    const problem = problems.find(({ severity }) => severity === 'error');
    if (problem !== undefined) return failure('type', problem.message, problem.offset, problem.length);
    const program = compileAnnotation(annotation, wanted);
    const value = program.run({
      ...openEnvironment,
      ...options.environment,
      variable: variableLookup(given.map(([name, typed]) => [name, typed.value] as const)),
    });
    return printed(value, program.type);
  } catch (error) {
    if (error instanceof ExpressionError) return failure(error.phase, error.message, error.offset, error.length);
    if (error instanceof Failure) return failure('evaluate', error.message, 0, expression.length);
    throw error;
  }
}

/** The types of variables as they are given to `evaluateText`. Throws an `ExpressionError` for one that has no such value. */
export function variableTypes(variables: Readonly<Record<string, unknown>>): (name: string) => Type | undefined {
  return variableLookup(readVariables(variables).map(([name, { type }]) => [name, type] as const));
}

function readVariables(variables: Readonly<Record<string, unknown>>): readonly (readonly [string, TypedValue])[] {
  return Object.entries(variables).map(([name, given]) => {
    try {
      const typed = parseTypedValue(given);
      const declared = typed.type.kind === 'any' ? builtInType(name) : undefined;
      return [name, declared === undefined ? typed : { ...typed, type: declared }] as const;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw new ExpressionError('type', `variable ${name}: ${error.message}`, { offset: 0, length: 0 });
    }
  });
}

function printed(value: Value, declared: Type): EvaluatedText {
  const actual = typeOf(value);
  const isOpen = declared.kind === 'any' && actual.kind !== 'notSet' && actual.kind !== 'any';
  const type = isOpen ? actual : declared;
  return {
    type: type.kind === 'notSet' ? 'any' : typeName(type),
    value: isList(value) ? value.map(textOf) : textOf(value),
    literal: literalOf(value, type),
  };
}

function failure(phase: Phase, message: string, offset: number, length: number): { readonly error: EvaluationError } {
  return { error: { phase, message, offset, length } };
}
