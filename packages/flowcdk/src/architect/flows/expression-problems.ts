import { illegalExpression } from '../errors';
import type { Finding } from '../../ground/finding';
import { check, ExpressionError, parseCached, type Type, typeNamed } from '../expressions';
import type { FlowKind } from '../../ground/flow-kinds';
import type { Leaf } from '../forms';
import type { SourceLine } from '../../ground/source-line';
import { ORIGIN, sourceLine } from '../origin';
import type { ExpressionNode } from '../values';

/** The surroundings of an expression: the variables in reach, and its place. */
export interface ExpressionPlace {
  readonly flow: FlowKind;
  /** The type of a variable in reach. Undefined where it is not declared. */
  readonly variable: (name: string) => Type | undefined;
  readonly path: string;
  /** The line of the action, for expressions without a line of their own. */
  readonly at: SourceLine | undefined;
}

/** The problems of the expression of a field: its syntax, its types, and whether its value fits the field. */
export function expressionProblems(leaf: Leaf & { readonly role: 'value' }, place: ExpressionPlace): Finding[] {
  const { value } = leaf;
  const expression = value.kind === 'prompt' && typeof value.prompt === 'object' ? value.prompt : value;
  return expression.kind === 'expression' ? problemsOf(expression, leaf.type, place) : [];
}

function problemsOf(expression: ExpressionNode, expectedName: string, place: ExpressionPlace): Finding[] {
  const { text } = expression;
  const expected = expectedName === 'any' ? undefined : typeNamed(expectedName);
  const finding = (message: string, offset: number, severity: Finding['severity'] = 'error'): Finding =>
    illegalExpression(place.path, text, message, offset, severity, sourceLine(expression[ORIGIN]) ?? place.at);
  try {
    const { problems } = check(parseCached(text), {
      variables: place.variable,
      flow: place.flow,
      expected,
    });
    return problems.map(({ message, offset, severity }) => finding(message, offset, severity));
  } catch (problem) {
    if (problem instanceof ExpressionError) return [finding(problem.message, problem.offset)];
    throw problem;
  }
}
