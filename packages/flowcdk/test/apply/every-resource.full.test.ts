import { dataSources } from '../../src/apply/data-sources';
import { resourceKinds } from '../../src/apply/resources';
import { TerraformDataSource, TerraformResource } from '@flowcdk/provider-genesyscloud/cdktf';
import * as genesyscloud from '@flowcdk/provider-genesyscloud';
import type { KindName } from '../../src/emulator/state/kinds';
import { localOrg, type LocalOrg } from '../emulator/private/local-org';
import { everyResource } from './private/every-resource';
import { did } from './private/stacks';

type Class = { readonly tfResourceType: string; readonly prototype: unknown };

const typesOf = (base: typeof TerraformResource | typeof TerraformDataSource): readonly string[] =>
  Object.values(genesyscloud as unknown as Readonly<Record<string, Class>>)
    .filter(({ prototype }) => prototype instanceof base)
    .map(({ tfResourceType }) => tfResourceType.replace(/^data\./, ''))
    .sort();

const every = everyResource();

test('every resource and every data source of the provider can be applied', () => {
  expect(Object.keys(resourceKinds).sort()).toEqual(typesOf(TerraformResource));
  expect(Object.keys(dataSources).sort()).toEqual(typesOf(TerraformDataSource));
});

test('one of each comes to an org with most of what can be given; again, nothing changes', async () => {
  const org = localOrg();
  const first = await did(every, org);
  const again = await did(every, org, { state: first.state });

  expect(first.steps.filter((step) => !step.startsWith('created '))).toEqual([]);
  expect(first.steps.length).toBeGreaterThanOrEqual(Object.keys(resourceKinds).length);
  expect(again.steps.filter((step) => !step.startsWith('unchanged '))).toEqual([]);
});

test('everything that can be taken away is, each after what needs it', async () => {
  const org = localOrg();
  const { state } = await did(every, org);
  const { steps } = await did({ name: 'none', json: {}, file: () => undefined }, org, { state });
  const left = Object.entries(org.org.counts()).filter(([kind, count]) => count > (localOrg().org.counts()[kind] ?? 0));

  expect(steps).toHaveLength(Object.keys(state.resources).length);
  // Outcomes cannot be deleted, and the rest only tells what happened.
  expect(left.map(([kind]) => kind).sort()).toEqual(['deletedUser', 'flowJob', 'outcome']);
});

/** What the org holds, without what tells when and how often it was written. */
const held = (org: LocalOrg): unknown =>
  Object.keys(org.org.counts())
    .filter((kind) => !/^(token|webConfiguration|flow[A-Z]?.*)$/.test(kind))
    .map((kind) => org.org.all(kind as KindName))
    .map((things) =>
      JSON.parse(JSON.stringify(things), (key, value) => (/^date|^(config)?version$/i.test(key) ? undefined : value)),
    );

test('a change says all of it: made to what is the same already, it changes nothing', async () => {
  const org = localOrg();
  const { state } = await did(every, org);
  const before = held(org);
  const changeable = Object.entries(state.resources).filter(([, { type }]) => resourceKinds[type]?.fixed !== 'all');
  const stale = Object.fromEntries(changeable.map(([address, kept]) => [address, { ...kept, given: 'otherwise' }]));
  const { steps } = await did(every, org, {
    state: { ...state, resources: { ...state.resources, ...stale } },
  });

  // A queue that is written loses its parts that are resources of their own; they come after it.
  expect(steps.filter((step) => /^(changed|created) /.test(step))).toHaveLength(changeable.length);
  expect(held(org)).toEqual(before);
});
