import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectGolden } from '../fixtures/golden';
import { shippedStacks, stackNames } from './private/application';

const golden = join(__dirname, 'golden');
const stacks = shippedStacks();

test.each(stackNames)('the stack %s is as somebody has read it', (name) => {
  const { files: _, text, ...json } = stacks[name];

  expect(text).toBeDefined();
  expectGolden(join(golden, `${name}.json`), `${JSON.stringify(json, null, 2)}\n`);
});

test('there is a golden file for each stack and no other', () => {
  expect(readdirSync(golden).sort()).toEqual(stackNames.map((name) => `${name}.json`));
});
