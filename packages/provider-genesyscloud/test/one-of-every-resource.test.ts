import { App, TerraformStack, Testing } from '../src/cdktf';
import * as genesyscloud from '../src';
import { addOneOfEveryResource } from './one-of-every-resource';

test('the example holds one of every resource and of every data source', () => {
  const stack = new TerraformStack(new App(), 'stack');

  addOneOfEveryResource(stack);

  const { resource, data } = JSON.parse(Testing.synth(stack)) as { resource: object; data: object };
  expect(Object.keys(resource).sort()).toEqual(types((name) => !/^DataGenesyscloud|Provider$/.test(name)));
  expect(Object.keys(data).sort()).toEqual(types((name) => name.startsWith('DataGenesyscloud')));
});

const types = (isMeant: (className: string) => boolean): string[] =>
  Object.entries(genesyscloud)
    .flatMap(([name, value]) => (typeof value === 'function' && isMeant(name) ? [value.tfResourceType] : []))
    .sort();
