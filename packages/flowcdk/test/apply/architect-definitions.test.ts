import { join } from 'node:path';
import { readStack } from '../../src/apply';
import { OrganizationStack, synthesize } from '../../src/constructs';
import { inTemporaryFolder } from '../constructs/private/stack';
import { architectDefinitions } from '../constructs/architect-definitions';
import { localOrg } from '../emulator/private/local-org';
import { did } from './private/stacks';

/** The stack of one of every definition, and what is wrong with them. */
const stackOfEvery = (changed: boolean) =>
  inTemporaryFolder((folder) => {
    const definitions = architectDefinitions(join(folder, 'recordings'), { changed });
    const organization = { region: 'eu-central-1' };
    const { findings, warnings } = synthesize(
      (app) => [new OrganizationStack(app, 'architect-definitions', { organization, definitions })],
      { outdir: join(folder, 'out') },
    );
    expect([findings, warnings]).toEqual([undefined, []]);
    const stack = readStack(join(folder, 'out/stacks/architect-definitions'));
    // The folder goes; the files of the stack are read before.
    const paths = [...flowFiles(stack.json), 'prompts/welcome-to-the-shops.en-us.wav'];
    const files = new Map(paths.map((path) => [path, stack.file(path)]));
    return { ...stack, file: (path: string) => files.get(path) };
  });

const flowFiles = (json: unknown): string[] =>
  Object.values(
    (json as { resource: { genesyscloud_flow: Record<string, { filepath: string }> } }).resource.genesyscloud_flow,
  ).map(({ filepath }) => filepath);

test('one of every definition of Architect comes to an org; again, nothing changes; changed, what is gone is removed', async () => {
  const org = localOrg();
  const [before, after] = [stackOfEvery(false), stackOfEvery(true)];
  const first = await did(before, org);
  const again = await did(before, org, { state: first.state });
  const changed = await did(after, org, { state: again.state });
  const settled = await did(after, org, { state: changed.state });

  expect(first.steps.filter((step) => !step.startsWith('created '))).toEqual([]);
  expect(again.steps.filter((step) => !step.startsWith('unchanged '))).toEqual([]);
  expect(changed.steps.filter((step) => /^(removed|created) /.test(step)).sort()).toEqual([
    'created genesyscloud_architect_datatable_row.shops-row-M1',
    'created genesyscloud_architect_schedules.shop-hours-holiday-2027-03-29-easter-monday',
    expect.stringMatching(/^removed genesyscloud_architect_datatable_row\.shops-row-l-1-2-[0-9a-f]{8}$/),
    'removed genesyscloud_architect_schedules.shop-hours-holiday-2026-04-06-easter-monday',
    'removed genesyscloud_architect_schedules.shop-hours-open-2',
  ]);
  expect(settled.steps.filter((step) => !step.startsWith('unchanged '))).toEqual([]);
}, 30_000);
