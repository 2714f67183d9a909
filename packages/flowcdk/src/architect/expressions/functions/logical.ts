import {
  func,
  lazy,
  notCalled,
  operator,
  overload,
  param,
  type FunctionDeclaration,
  type Overload,
} from '../declaration';

/**
 * The overloads of `If(c, a, b)` and `c ? a : b`. A NOT_SET condition counts as false. Both branches have the same
 * type.
 */
const branches: readonly Overload[] = [
  overload([param('condition?', 'boolean'), param('trueValue?', 'any'), param('falseValue?', 'any')], 'any', notCalled),
  overload(
    [param('condition?', 'boolean'), param('trueValue', 'any[]'), param('falseValue', 'any[]')],
    'any[]',
    notCalled,
  ),
  overload(
    [param('condition?', 'boolean'), param('trueValueAudio', 'audio'), param('falseValueAudio', 'audio')],
    'audio',
    notCalled,
  ),
];

const twoConditions: readonly Overload[] = [
  overload([param('value1', 'boolean'), param('value2', 'boolean')], 'boolean', notCalled),
];

export const logical: readonly FunctionDeclaration[] = [
  lazy(operator('?', 'ter', 'logical', 'The value after ? if the condition is true, else the one after :.', branches)),
  lazy(
    func(
      'If',
      'logical',
      'The second value if the condition is true, else the third; only that one is evaluated.',
      branches,
    ),
  ),
  lazy(
    operator(
      'and',
      'and',
      'logical',
      'Whether both are true; the second is not evaluated if the first is false.',
      twoConditions,
    ),
  ),
  lazy(
    operator(
      'or',
      'or',
      'logical',
      'Whether one is true; the second is not evaluated if the first is true.',
      twoConditions,
    ),
  ),
  operator('!', 'not', 'unary', 'True becomes false, false becomes true.', [
    overload([param('booleanValue', 'boolean')], 'boolean', (value) => !value),
  ]),
  func('IsSet', 'logical', 'False only for NOT_SET; an empty text is set.', [
    overload([param('item?', 'any')], 'boolean', (item) => item !== null),
    overload([param('item?', 'notSet')], 'boolean', () => false),
  ]),
];
