import type { ActionList } from '../architect/actions';
import { literalScalar, type ValueNode } from '../architect/values';
import { branch, built, type CodeOf, options } from './action-parts';
import { type Code, list, literal } from './code';
import { typeNamed } from './variable-types';

interface Case {
  readonly value?: ValueNode;
  readonly actions?: ActionList;
}

/** A switch over the values of an expression, or over conditions. */
export const switchCode: CodeOf<'switch'> = (action, scope) => {
  const { evaluate, name } = action;
  if (evaluate?.kind === 'firstTrue') {
    const { cases = [], default: otherwise } = evaluate.content;
    const pairs = cases.map((each) => pair(each, scope.values.of(each.value, 'boolean'), scope.actions));
    return built('switchTrue', name, list(pairs), options({ otherwise: branch(otherwise, scope) }));
  }
  const [matched] = evaluate?.content ?? [];
  const type = matched && typeNamed(matched.kind);
  if (!matched?.content || !type) return undefined;
  const { value, cases = [], default: otherwise } = matched.content;
  const on = scope.values.of(value, matched.kind as 'string');
  if (!on) return undefined;
  const rest = options({ otherwise: branch(otherwise, scope) });
  const keyed = type.kind === 'string' && !type.collection ? byText(cases, scope.actions) : undefined;
  if (keyed) return built('switchOn', name, on, keyed, rest);
  const pairs = cases.map((each) =>
    pair(each, scope.values.ofVariableType(each.value ?? NOTHING, type), scope.actions),
  );
  return built('switchCases', name, on, list(pairs), rest);
};

const NOTHING: ValueNode = { kind: 'noValue' };

const pair = ({ actions = [] }: Case, value: Code | undefined, code: (of: ActionList) => Code): Code =>
  list([value ?? literal(true), code(actions)]);

/** The cases by their texts. Undefined where an object would change their order or lose one. */
function byText(cases: readonly Case[], code: (of: ActionList) => Code): Code | undefined {
  const keys = cases.map(({ value }) => literalScalar(value));
  if (!keys.every((key) => typeof key === 'string')) return undefined;
  const inObject = Object.keys(Object.fromEntries(keys.map((key) => [key, true])));
  if (inObject.join('\n') !== keys.join('\n')) return undefined;
  return {
    kind: 'object',
    entries: cases.map(({ actions = [] }, i) => ({ key: keys[i] ?? '', value: code(actions) })),
  };
}
