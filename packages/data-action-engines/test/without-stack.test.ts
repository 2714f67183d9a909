import { withoutStack } from '../src/without-stack';

test('such an error has no stack, the next one has it again', () => {
  expect(withoutStack(() => new Error('nothing found')).stack).toBe('Error: nothing found');
  expect(new Error('nothing found').stack).toContain('without-stack.test.ts');
});
