import { func, operator, overload, param, type FunctionDeclaration } from '../declaration';
import { type Decimal } from '../decimal';
import { areEqual, areEqualIgnoringCase, haveEqualItems, sameCode } from '../equality';
import { Failure } from '../expression-error';
import { compareTexts } from '../order';
import { CurrencyValue, isList, JsonValue, type Value } from '../values';

/**
 * `<` and the other comparisons have the same eight overloads. They differ in the result that they derive from the
 * order.
 */
function comparison(name: string, id: string, doc: string, holds: (order: number) => boolean): FunctionDeclaration {
  return operator(name, id, 'comparison', doc, [
    overload([a('integer'), b('decimal')], 'boolean', (x, y) => holds(-y.cmp(x))),
    overload([a('decimal'), b('integer')], 'boolean', (x, y) => holds(x.cmp(y))),
    overload([a('currency'), b('currency')], 'boolean', (x, y) => holds(orderOfAmounts(x, y))),
    overload([a('dateTime'), b('dateTime')], 'boolean', (x, y) => holds(x.milliseconds - y.milliseconds)),
    overload([a('decimal'), b('decimal')], 'boolean', (x, y) => holds(x.cmp(y))),
    overload([a('duration'), b('duration')], 'boolean', (x, y) => holds(x.milliseconds - y.milliseconds)),
    overload([a('integer'), b('integer')], 'boolean', (x, y) => holds(x - y)),
    overload([a('string'), b('string')], 'boolean', (x, y) => holds(compareTexts(x, y))),
  ]);
}

type Written = Parameters<typeof param>[1];

function a<const W extends Written, const F extends '?' | '' = ''>(kind: W, notSet?: F) {
  return param(`valueToCompare${(notSet ?? '') as F}` as const, kind);
}

function b<const W extends Written, const F extends '?' | '' = ''>(kind: W, notSet?: F) {
  return param(`valueToCompareTo${(notSet ?? '') as F}` as const, kind);
}

type Verdict = (x: Value, y: Value) => boolean;

const anyTwo = (verdict: Verdict) => overload([a('any', '?'), b('any', '?')], 'boolean', verdict);
const mixedNumbers = (verdict: Verdict) => [
  overload([a('decimal', '?'), b('integer', '?')], 'boolean', verdict),
  overload([a('integer', '?'), b('decimal', '?')], 'boolean', verdict),
];
const mixedLists = (verdict: Verdict) => [
  overload([a('integer[]', '?'), b('decimal[]', '?')], 'boolean', verdict),
  overload([a('decimal[]', '?'), b('integer[]', '?')], 'boolean', verdict),
];
const phoneNumbers = (verdict: Verdict) => overload([a('phoneNumber', '?'), b('phoneNumber', '?')], 'boolean', verdict);
const anyTwoLists = (verdict: Verdict) => overload([a('any[]', '?'), b('any[]', '?')], 'boolean', verdict);

const equal = operator('==', 'equ', 'comparison', 'Whether two values are the same; NOT_SET equals only NOT_SET.', [
  anyTwo(areEqual),
  ...mixedNumbers(areEqual),
  ...mixedLists(areEqual),
  phoneNumbers(areEqual),
  anyTwoLists(areEqual),
]);

const differ: Verdict = (x, y) => !areEqual(x, y);

const unequal = operator('!=', 'neq', 'comparison', 'Whether two values differ.', [
  anyTwo(differ),
  ...mixedNumbers(differ),
  phoneNumbers(differ),
  ...mixedLists(differ),
  anyTwoLists(differ),
]);

const areEqualFunction = func(
  'AreEqual',
  'comparison',
  'Whether all values are the same; texts also without regard to case.',
  [
    overload([param('valueToCompare?', 'any'), param('valueToCompareTo?...', 'any')], 'boolean', (first, ...others) =>
      others.every((other) => areEqual(first, other)),
    ),
    overload([param('valueToCompare', 'any[]'), param('valueToCompareTo', 'any[]')], 'boolean', areEqual),
    overload(
      [param('ignoreCase', 'boolean'), param('valueToCompare?', 'string'), param('valueToCompareTo?...', 'string')],
      'boolean',
      (ignoreCase, first, ...others) => others.every((other) => sameText(ignoreCase)(first, other)),
    ),
    overload(
      [param('ignoreCase', 'boolean'), param('valueToCompare', 'string[]'), param('valueToCompareTo', 'string[]')],
      'boolean',
      (ignoreCase, x, y) => haveEqualItems(x, y, sameText(ignoreCase)),
    ),
  ],
);

const isNotSetOrEmpty = func('IsNotSetOrEmpty', 'comparison', 'True for NOT_SET, "", an empty collection, no amount.', [
  overload([param('item?', 'any')], 'boolean', isEmpty),
  overload([param('collection', 'any[]')], 'boolean', (items) => items.length === 0),
  overload([param('item?', 'notSet')], 'boolean', () => true),
]);

export const comparisons: readonly FunctionDeclaration[] = [
  comparison('>', 'gt', 'Whether the first value is greater or later.', (order) => order > 0),
  comparison('>=', 'gte', 'Whether the first value is greater, later or the same.', (order) => order >= 0),
  comparison('<', 'lt', 'Whether the first value is smaller or earlier.', (order) => order < 0),
  comparison('<=', 'lte', 'Whether the first value is smaller, earlier or the same.', (order) => order <= 0),
  equal,
  unequal,
  areEqualFunction,
  isNotSetOrEmpty,
];

function sameText(ignoreCase: boolean): (x: Value, y: Value) => boolean {
  return ignoreCase ? areEqualIgnoringCase : areEqual;
}

function orderOfAmounts(x: CurrencyValue, y: CurrencyValue): number {
  if (!sameCode(x.code, y.code)) {
    throw new Failure(`the currencies differ: ${x.code ?? 'NOT_SET'} and ${y.code ?? 'NOT_SET'}`);
  }
  return amountOf(x).cmp(amountOf(y));
}

function amountOf({ amount }: CurrencyValue): Decimal {
  if (amount === null) throw new Failure('the currency has no amount (NOT_SET)');
  return amount;
}

/** Whether a value is empty. JSON's null, an empty text and an empty array count as empty (assumed). */
function isEmpty(item: Value): boolean {
  if (item === null || item === '') return true;
  if (item instanceof CurrencyValue) return item.amount === null;
  if (!(item instanceof JsonValue)) return false;
  return item.data === null || item.data === '' || (isList(item.data as Value) && (item.data as []).length === 0);
}
