/** Calls the body of a function: chooses the overload, refuses NOT_SET arguments, and adds the place to failures. */
import { type Annotated } from './annotate';
import { parameterAt, type Body, type FunctionDeclaration, type Overload } from './declaration';
import { type Environment } from './environment';
import { ExpressionError, Failure, type Span } from './expression-error';
import { mismatch, resolveActual } from './overloads';
import { type Type } from './types';
import { typeOf, type Value } from './values';

/** Chooses the overload by the values, and keeps it while their types stay the same. */
export function dynamicInvocation(
  declared: FunctionDeclaration,
  args: readonly Annotated[],
  span: Span,
): (values: readonly Value[], environment: Environment) => Value {
  const known = args.map((argument) => (argument.type.kind === 'any' ? undefined : argument.type));
  let types: readonly Type[] = [];
  let overload: Overload | undefined;
  return (values, environment) => {
    let isSame = overload !== undefined;
    for (let index = 0; isSame && index < values.length; index += 1) {
      isSame = types[index] === (known[index] ?? typeOf(values[index] as Value));
    }
    if (!isSame) {
      types = values.map((value, index) => known[index] ?? typeOf(value));
      overload = resolveActual(declared, types);
    }
    if (overload === undefined) throw failed(mismatch(declared, types), span);
    for (let index = 0; index < values.length; index += 1) {
      if (values[index] !== null) continue;
      const parameter = parameterAt(overload, index);
      if (parameter?.notSetAllowed === false) {
        throw notSet(declared.name, parameter.name, args[index]?.span ?? span);
      }
    }
    return invoke(overload, values, environment, span);
  };
}

export function invoke(overload: Overload, values: readonly Value[], environment: Environment, span: Span): Value {
  const body: Body = overload.body;
  try {
    if (values.length === 2 && !overload.asksEnvironment) return body(values[0], values[1]);
    return overload.asksEnvironment ? body(environment, ...values) : body(...values);
  } catch (error) {
    throw placed(error, span);
  }
}

export function placed(error: unknown, span: Span): unknown {
  return error instanceof Failure ? failed(error.message, span) : error;
}

export function failed(message: string, span: Span): ExpressionError {
  return new ExpressionError('evaluate', message, span);
}

export function notSet(name: string, parameter: string, span: Span): ExpressionError {
  return failed(`NOT_SET is not allowed for "${parameter}" of ${name}`, span);
}
