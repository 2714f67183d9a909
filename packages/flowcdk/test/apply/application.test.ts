import type { Stack } from '../../src/apply';
import { declareStacks } from '../../src/constructs';
import { entitiesOf, localOrg } from '../emulator/private/local-org';
import { shippedApplication } from '../../../../test/private/shipped';
import { stackNames, writtenFiles } from '../../../../test/private/synthesized';
import { did, fileOf } from './private/stacks';

const files = writtenFiles((app) => declareStacks(app, shippedApplication('local')));

const stackNamed = (name: string): Stack => {
  const folder = `stacks/${name}`;
  const json = JSON.parse(files[`${folder}/cdk.tf.json`] ?? '') as Stack['json'];
  return { name, json, file: (path) => fileOf(files)(`${folder}/${path}`) };
};

const flowsIn = ({ json }: Stack): object =>
  (json['resource'] as Readonly<Record<string, object>>)['genesyscloud_flow'] ?? {};

const variables = (stack: Stack) =>
  Object.fromEntries(Object.keys(stack.json['variable'] as object).map((name) => [name, `value of ${name}`]));

describe.each(stackNames)('the stack %s of the application', (name) => {
  const stack = stackNamed(name);
  const resources = Object.values(stack.json['resource'] as object).flatMap((named) => Object.keys(named as object));

  test('comes whole to an org, without sockets; again, nothing changes', async () => {
    const org = localOrg();
    const first = await did(stack, org, { variables: variables(stack) });
    const again = await did(stack, org, { variables: variables(stack), state: first.state });

    expect(first.steps.filter((step) => step.startsWith('created '))).toHaveLength(resources.length);
    expect(again.steps.filter((step) => step.startsWith('unchanged '))).toHaveLength(resources.length);
  });

  test('has its flows published, bound to what they name', async () => {
    const org = localOrg();
    await did(stack, org, { variables: variables(stack) });
    const flows = entitiesOf(await org.get('/api/v2/flows?pageSize=100'));

    expect(flows).toHaveLength(Object.keys(flowsIn(stack)).length);
    expect(flows.every(({ publishedVersion }) => publishedVersion !== undefined)).toBe(true);
  });
});
