import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { flowYaml } from 'flowcdk';
import { expectGoldenText } from '../private/golden';
import { shippedFlows } from '../private/shipped';

const golden = join(__dirname, 'golden');

test.each(shippedFlows.map((flow) => [flow.name, flow] as const))(
  'the flow %s is as somebody has read it, before it is uploaded',
  (name, flow) => expectGoldenText(join(golden, `${name}.yaml`), flowYaml(flow)),
);

test('there is a golden file for each flow and no other', () => {
  expect(readdirSync(golden).sort()).toEqual(shippedFlows.map(({ name }) => `${name}.yaml`).sort());
});
