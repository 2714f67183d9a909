import { readsOf } from '../../../src/check/graph/reads';

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
