import { onlyVariable, readsOf } from '../../../src/check/graph/reads';

// How an expression mentions a variable: `plain` reads fail, or go wrong, where it is NOT_SET.

test.each([
  ['Flow.x', 'Flow.x plain'],
  ['Lower(Flow.x)', 'Flow.x plain'],
  ['Flow.x + Flow.y', 'Flow.x plain, Flow.y plain'],
  ['Flow.list[Flow.i].name', 'Flow.list plain, Flow.i plain'],
  ['IsSet(Flow.x)', 'Flow.x test'],
  ['isnotsetorempty(ToString(Flow.x.name))', 'Flow.x test'],
  ['IsSet(Lower(Flow.x))', 'Flow.x plain'],
  ['Lower(Flow.x) == "a"', 'Flow.x plain'],
  ['Flow.x == "a"', 'Flow.x test'],
  ['"a" != Flow.x', 'Flow.x test'],
  ['Flow.x == Flow.y + 1', 'Flow.x test, Flow.y plain'],
  ['If(IsSet(Flow.x), Flow.x, Flow.y)', 'Flow.x test, Flow.x guarded, Flow.y plain'],
  ['If(IsNotSetOrEmpty(Flow.x), Flow.x, Flow.x)', 'Flow.x test, Flow.x plain, Flow.x guarded'],
  ['If(!IsSet(Flow.x), "", Flow.x)', 'Flow.x test, Flow.x guarded'],
  ['IsSet(Flow.x) and Length(Flow.x) > 3', 'Flow.x test, Flow.x guarded'],
  ['IsSet(Flow.x) or Length(Flow.x) > 3', 'Flow.x test, Flow.x plain'],
  ['!IsSet(Flow.x) or Length(Flow.x) > 3', 'Flow.x test, Flow.x guarded'],
  ['IsSet(Flow.x) and IsSet(Flow.y) and Flow.x > Flow.y', 'Flow.x test, Flow.y test, Flow.x guarded, Flow.y guarded'],
  ['IsSet(Flow.x) and Flow.x >= 400 and Flow.x < 500', 'Flow.x test, Flow.x guarded, Flow.x guarded'],
  ['Flow.x == "gold" and Lower(Flow.x) == "gold"', 'Flow.x test, Flow.x guarded'],
  ['Flow.x != NOT_SET and Lower(Flow.x) == "gold"', 'Flow.x test, Flow.x guarded'],
  ['Flow.x == NOT_SET or Lower(Flow.x) == "gold"', 'Flow.x test, Flow.x guarded'],
  ['FLOW.X == "a" and Lower(flow.x) == "a"', 'FLOW.X test, flow.x guarded'],
  ['IsSet(Flow.x.e164) and Contains(Flow.x.e164, "+")', 'Flow.x test, Flow.x guarded'],
  ['If(IsSet(Flow.x), Flow.x)', 'Flow.x test, Flow.x plain'],
  ['Append(IsSet(Flow.x), Flow.x, "a")', 'Flow.x test, Flow.x plain'],
  ['-IsSet(Flow.x) or Flow.x > 1', 'Flow.x test, Flow.x plain'],
  ['Flow.x == "a" and IsSet(Flow.y) and Flow.x > Flow.y', 'Flow.x test, Flow.y test, Flow.x guarded, Flow.y guarded'],
  ['Flow.x == "a" or IsSet(Flow.y) or Flow.x > 1', 'Flow.x test, Flow.y test, Flow.x plain'],
  ['Lower(Flow.x) == "a" and Flow.x > "b"', 'Flow.x plain, Flow.x guarded'],
  ['Append(Flow.x, "b") == "ab" and Flow.x > "b"', 'Flow.x plain, Flow.x plain'],
  ['Flow.x == Flow.y and Lower(Flow.x) == "a"', 'Flow.x test, Flow.y test, Flow.x plain'],
  ['Flow.x != "a" and Lower(Flow.x) == "b"', 'Flow.x test, Flow.x plain'],
  ['Flow.x == NOT_SET and Lower(Flow.x) == "b"', 'Flow.x test, Flow.x plain'],
  ['Flow.x != "a" or Lower(Flow.x) == "a"', 'Flow.x test, Flow.x guarded'],
  ['3 == Flow.x and Flow.x > 2', 'Flow.x test, Flow.x guarded'],
  ['Flow.x > 3 and Flow.x > 2', 'Flow.x plain, Flow.x plain'],
  ['ToString(Flow.x) == "a"', 'Flow.x test'],
  ['ToString(Flow.x)', 'Flow.x plain'],
  ['Flow.x[Flow.i] == "a"', 'Flow.x test, Flow.i plain'],
  [
    'If(IsSet(Flow.x), IsSet(Flow.y) and Flow.x > Flow.y, Flow.x)',
    'Flow.x test, Flow.y test, Flow.x guarded, Flow.y guarded, Flow.x plain',
  ],
  ['IsSet(Flow.x) ? Flow.x : Flow.y', 'Flow.x test, Flow.x guarded, Flow.y plain'],
  ['IsNotSetOrEmpty(Flow.x) ? Flow.x : Flow.x', 'Flow.x test, Flow.x plain, Flow.x guarded'],
  ['If(', ''],
])('%s ⇒ %s', (expression, expected) => {
  expect(
    readsOf(expression)
      .reads.map(({ name, how }) => `${name} ${how}`)
      .join(', '),
  ).toBe(expected);
});

test('the place of a variable in the text is told', () => {
  expect(readsOf('Append("a", Flow.x)').reads).toEqual([{ name: 'Flow.x', offset: 12, length: 6, how: 'plain' }]);
});

test('a chain of thousands of operators is no problem', () => {
  expect(readsOf(Array.from({ length: 2000 }, () => 'Flow.x').join(' + ')).reads).toHaveLength(2000);
});

test.each([
  ['Flow.x', 'Flow.x'],
  ['Flow.x.name', undefined],
  ['Flow.x + 1', undefined],
  ['Flow.x +', undefined],
])('the variable that %s is: %s', (expression, variable) => expect(onlyVariable(expression)).toBe(variable));

test.each([
  ['IsSet(Flow.x) and Flow.y == 5', ['flow.x', 'flow.y']],
  ['!IsNotSetOrEmpty(Flow.x)', ['flow.x']],
  ['IsSet(Flow.x) or IsSet(Flow.y)', []],
  ['Flow.x', []],
])('where %s is true, %j are set', (expression, names) =>
  expect([...readsOf(expression).setIfTrue].sort()).toEqual(names),
);
