import type { Definition } from '../../src/architect/definition';
import { calledDataAction, isDataActionCall } from '../../src/check/data-action-calls';
import { calling } from './graph/private/data-action-call';

test('both actions that call data actions are known', () => {
  expect(isDataActionCall(calling())).toBe(true);
  expect(isDataActionCall(calling('', 'Find', 'callDataSecure'))).toBe(true);
  expect(isDataActionCall({ kind: 'wait' } as never)).toBe(false);
  expect(isDataActionCall(undefined)).toBe(false);
});

test('a data action is known by its category and its name', () => {
  const action = (category: string, name: string): Definition =>
    ({ definition: 'dataAction', category, name }) as unknown as Definition;
  const definitions: readonly Definition[] = [
    { definition: 'queue', name: 'Find', category: 'Shop' } as unknown as Definition,
    { definition: 'dataAction', name: 'Find' } as unknown as Definition,
    action('Shop', 'Look'),
    action('Other', 'Find'),
    action('Shop', 'Find'),
  ];
  const called = (name: string) => calledDataAction(calling('', name, 'callData', 'Shop'), { files: [], definitions });
  expect(called('Find')).toBe(definitions[4]);
  expect(called('Forget')).toBeUndefined();
  expect(called('find')).toBeUndefined();
});
