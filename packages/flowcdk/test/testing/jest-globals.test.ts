import { expect, test } from '@jest/globals';
import 'flowcdk/testing/jest-globals';
import { ADA, shipped, supportNumber } from '../../../../test/private/calls';

test('a project that imports expect has the matchers, and their types', async () => {
  const org = await shipped();
  const call = org.call({ from: ADA, to: supportNumber });
  await call.untilHears(/what can we do for you/i);
  expect(call).toHaveHeard('Northwind');
  expect(call).not.toHaveReachedQueue('Orders');
  // @ts-expect-error -- it is a text or a regular expression
  expect(() => expect(call).toHaveHeard(1)).toThrow();
});
