import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectGoldenJson } from '../private/golden';
import { shippedStacks, stackNames } from '../private/synthesized';

const golden = join(__dirname, 'golden');
const stacks = shippedStacks();

test.each(stackNames)('the stack %s is as somebody has read it', (name) => {
  const { terraform, provider, variable, data, resource } = stacks[name];

  expectGoldenJson(join(golden, `${name}.json`), { terraform, provider, variable, ...(data && { data }), resource });
});

test('there is a golden file for each stack and no other', () => {
  expect(readdirSync(golden).sort()).toEqual(stackNames.map((name) => `${name}.json`));
});
