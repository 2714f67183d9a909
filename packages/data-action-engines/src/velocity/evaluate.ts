import { callMethod, type JavaObject, readIndex, readProperty } from '../java/member';
import { JavaException } from '../java/method-table';
import { calculate, compareNumbers, JavaNumber } from '../java/number';
import { PatternError } from '../java/regex';
import { isEqual, JavaCharacter, JavaEntry, JavaList, JavaMap, JavaTool, type JavaValue, textOf } from '../java/value';
import { TooMuch, type Work } from '../java/work';
import { type Scope } from './scope';
import { TemplateError, type TemplateErrorKind } from './template-error';
import { type Block, type Expression, type Reference, type Step } from './tree';

/** What an expression needs to be evaluated. */
export interface Evaluation {
  readonly work: Work;
  /** Renders what a string interpolates. */
  readonly render: (block: Block, scope: Scope) => string;
}

/** The value of an expression; null where there is none. */
export function evaluate(expression: Expression, scope: Scope, evaluation: Evaluation): JavaValue {
  evaluation.work.step();
  switch (expression.kind) {
    case 'reference':
      return resolve(expression, scope, evaluation);
    case 'string':
      return expression.text;
    case 'interpolated': {
      const text = evaluation.render(expression.body, scope);
      return expression.padded && text !== '' ? text.slice(0, -1) : text;
    }
    case 'number':
    case 'boolean':
      return expression.value;
    case 'list':
      return new JavaList(expression.items.map((item) => evaluate(item, scope, evaluation)));
    case 'map':
      return new JavaMap(
        'given',
        expression.entries.map(
          ([key, value]) => new JavaEntry(evaluate(key, scope, evaluation), evaluate(value, scope, evaluation)),
        ),
      );
    case 'range':
      return range(
        evaluate(expression.from, scope, evaluation),
        evaluate(expression.to, scope, evaluation),
        evaluation,
      );
    case 'calculate':
      return calculated(expression, scope, evaluation);
    case 'word':
      return null;
    default:
      return holds(expression, scope, evaluation);
  }
}

/**
 * Whether a condition holds. A reference does if it is set and not `false`; an empty text, zero and an empty list are
 * true (Velocity 1.7; version 2 would have them false). A text or a number written as condition never holds.
 */
export function holds(expression: Expression, scope: Scope, evaluation: Evaluation): boolean {
  switch (expression.kind) {
    case 'reference': {
      const value = resolve(expression, scope, evaluation);
      return typeof value === 'boolean' ? value : value !== null && textOf(value, evaluation.work) !== null;
    }
    case 'boolean':
      return expression.value;
    case 'not':
      return !holds(expression.what, scope, evaluation);
    case 'and':
      return holds(expression.left, scope, evaluation) && holds(expression.right, scope, evaluation);
    case 'or':
      return holds(expression.left, scope, evaluation) || holds(expression.right, scope, evaluation);
    case 'compare':
      return compared(
        expression.operator,
        evaluate(expression.left, scope, evaluation),
        evaluate(expression.right, scope, evaluation),
        evaluation.work,
      );
    default:
      return false;
  }
}

function compared(
  operator: Extract<Expression, { kind: 'compare' }>['operator'],
  left: JavaValue,
  right: JavaValue,
  work: Work,
): boolean {
  if (operator === '==') return same(left, right, work);
  if (operator === '!=') return !same(left, right, work);
  // Only numbers have an order; anything else compares as false.
  if (!(left instanceof JavaNumber) || !(right instanceof JavaNumber)) return false;
  const order = compareNumbers(left, right);
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

/** Numbers are equal by value, values of one class by `equals`, others if they print the same. */
function same(left: JavaValue, right: JavaValue, work: Work): boolean {
  if (left instanceof JavaNumber && right instanceof JavaNumber) return compareNumbers(left, right) === 0;
  if (left === null || right === null) return left === right;
  if (classOf(left) === classOf(right)) return isEqual(left, right, work);
  return textOf(left, work) === textOf(right, work);
}

function classOf(value: JavaObject): string {
  if (value instanceof JavaList) return value.kind;
  if (value instanceof JavaMap) return 'map';
  if (value instanceof JavaCharacter) return 'character';
  if (value instanceof JavaEntry) return 'entry';
  return value instanceof JavaTool ? value.name : typeof value;
}

function calculated(
  { operator, left, right, sources }: Extract<Expression, { kind: 'calculate' }>,
  scope: Scope,
  evaluation: Evaluation,
): JavaValue {
  const a = evaluate(left, scope, evaluation);
  const b = evaluate(right, scope, evaluation);
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) {
    const first = a === null ? sources[0] : textOf(a, evaluation.work);
    const second = b === null ? sources[1] : textOf(b, evaluation.work);
    return evaluation.work.text(`${first ?? 'null'}${second ?? 'null'}`);
  }
  if (!(a instanceof JavaNumber) || !(b instanceof JavaNumber)) return null;
  return calculate(operator, a, b) ?? null;
}

/** Items that a range may have (our own bound). */
const LONGEST_RANGE = 100_000;

function range(from: JavaValue, to: JavaValue, { work }: Evaluation): JavaValue {
  if (!(from instanceof JavaNumber) || !(to instanceof JavaNumber)) return null;
  const length = Math.abs(to.int - from.int) + 1;
  if (length > LONGEST_RANGE) throw new TooMuch(`makes a range of more than ${LONGEST_RANGE} items`);
  work.step(length);
  const step = Math.sign(to.int - from.int);
  return new JavaList(Array.from({ length }, (_, i) => JavaNumber.integer(from.int + i * step)));
}

/** What a reference stands for; null where any part of it is not there. */
export function resolve(reference: Reference, scope: Scope, evaluation: Evaluation): JavaValue {
  let value: JavaValue = scope.read(reference.root);
  for (const step of reference.steps) {
    if (value === null) return null;
    if (step.kind === 'property' && value instanceof JavaMap && step.name !== 'class') {
      evaluation.work.step();
      value = value.find(step.name) ?? null;
      continue;
    }
    value = follow(value, step, scope, evaluation) ?? null;
  }
  return value;
}

/** One step of a reference from a value. */
export function follow(value: JavaObject, step: Step, scope: Scope, evaluation: Evaluation): JavaValue | undefined {
  const { work } = evaluation;
  work.step();
  if (step.kind === 'property') return readProperty(value, step.name, work);
  if (step.kind === 'index') {
    const index = evaluate(step.index, scope, evaluation);
    return inJava('get', step.offset, () => readIndex(value, index, work), 'VelocityException');
  }
  const args = step.arguments.map((argument) => evaluate(argument, scope, evaluation));
  return inJava(step.name, step.offset, () => callMethod(value, step.name, args, work));
}

/** Turns what a Java method throws into an error of the template. */
export function inJava<T>(
  method: string,
  offset: number,
  run: () => T,
  kind: TemplateErrorKind = 'MethodInvocationException',
): T {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof PatternError)
      throw new TemplateError(kind, `${method}: the regular expression ${problem.message}`, offset);
    if (problem instanceof JavaException) throw new TemplateError(kind, `${method} threw ${problem.message}`, offset);
    throw problem;
  }
}
