import fc from 'fast-check';
import { Construct } from 'constructs';
import { type App } from '@flowcdk/provider-genesyscloud/cdktf';
import {
  dataAction,
  dataTable,
  type Definition,
  didPool,
  disconnect,
  emergencyGroup,
  endWorkflow,
  existing,
  FlowcdkError,
  flowMilestone,
  flowOutcome,
  genesysCloud,
  group,
  holdMusic,
  inboundCall,
  inqueueCall,
  languageSkill,
  launchWorkflow,
  queue,
  schedule,
  scheduleGroup,
  secret,
  skill,
  task,
  userDefined,
  userPrompt,
  webServices,
  workflow,
  wrapupCode,
} from '../../src';
import { conversationAcw, trigger } from '../../src/triggers';
import { fileSlug, isAddress, slug } from '../../src/ground/address';
import { ArchitectFlow, OrganizationStack, Queue, synthesize } from '../../src/constructs';
import { rowsOf, runs } from '../private/thorough';
import { inTemporaryFolder, stackIn, stackOf } from './private/stack';
import { join } from 'node:path';

test.each([
  ['Find customer in Alpha', 'find-customer-in-alpha'],
  ['support-line-fr-fr', 'support-line-fr-fr'],
  ['  Orders & deliveries! ', 'orders-deliveries'],
  ['Réclamations à l’étranger', 'reclamations-a-l-etranger'],
  ['24/7 hotline', 'n-24-7-hotline'],
  ['Straße', 'stra-e'],
  ['CON', 'con'],
])('the name %j is %s in Terraform', (name, written) => {
  expect(slug(name)).toBe(written);
});

test.each([
  ['日本語', /^n-[0-9a-f]{8}$/],
  ['中文', /^n-[0-9a-f]{8}$/],
  ['Поддержка', /^n-[0-9a-f]{8}$/],
  ['Support 日本', /^support-[0-9a-f]{8}$/],
  ['', /^n-[0-9a-f]{8}$/],
  ['+++', /^n-[0-9a-f]{8}$/],
  ['Constructor', /^constructor-[0-9a-f]{8}$/],
  ['A'.repeat(300), /^a{91}-[0-9a-f]{8}$/],
])('what a slug does not tell a hash does: %j', (name, written) => {
  expect(slug(name)).toMatch(written);
});

test.each(['CON', 'nul', 'Aux', 'PRN', 'com1', 'LPT9'])(
  '%s is a device on Windows, and no file is called that',
  (name) => {
    expect(fileSlug(name)).toMatch(new RegExp(`^${name.toLowerCase()}-[0-9a-f]{8}$`));
  },
);

test('any name is an address, the same each time, and short enough for a file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      expect(isAddress(slug(name))).toBe(true);
      expect(slug(name)).toBe(slug(name));
      expect(fileSlug(name).length).toBeLessThanOrEqual(110);
    }),
    { seed: 11 },
  );
});

test('names of other scripts have addresses of their own', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'日本語中文カスタマー서비스Поддержкаالدعم'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(word, word, (name, other) => {
      expect(slug(name) === slug(other)).toBe(name === other);
    }),
    { seed: 11 },
  );
});

test('addresses can be read: no path of constructs, no hash', () => {
  const { resource } = stackOf([queue({ name: 'Customer service' }), wrapupCode({ name: 'Done' })]);

  expect(resource).toEqual({
    genesyscloud_routing_queue: { 'customer-service': expect.anything() },
    genesyscloud_routing_wrapupcode: { done: expect.anything() },
  });
});

test('two definitions that an address does not tell apart are a finding, whatever their order', () => {
  const [plus, and] = [queue({ name: 'A + B' }), queue({ name: 'A & B' })];
  const says = /the queue "A \+ B" would have the address a-b in Terraform, which the queue "A & B" has/;

  expect(() => stackOf([plus, and])).toThrow(says);
  expect(() => stackOf([and, plus])).toThrow(says);
});

test('one of them may have an address of its own', () => {
  const { resource } = stackOf([queue({ name: 'A + B', address: 'a-plus-b' }), queue({ name: 'A & B' })]);

  expect(resource?.['genesyscloud_routing_queue']).toMatchObject({
    'a-plus-b': { name: 'A + B' },
    'a-b': { name: 'A & B' },
  });
});

test('flows of two kinds may have one name, and then one of them has an address of its own', () => {
  const call = inboundCall({ name: 'Report', startUp: () => task('Greet', [disconnect()]) });
  const report = (address?: string) => workflow({ name: 'Report', address, actions: () => [endWorkflow()] });

  expect(() => stackOf([report(), call])).toThrow(
    'the flow "Report" (workflow) would have the address report in Terraform, which the flow "Report" (inboundcall) has',
  );
  expect(stackOf([report('report-workflow'), call]).resource?.['genesyscloud_flow']).toEqual({
    report: { filepath: 'flows/report.inboundCall.yaml' },
    'report-workflow': { filepath: 'flows/report.workflow.yaml' },
  });
});

test('every kind of definition may have an address of its own', () => {
  const address = 'mine';
  const week = { days: ['monday'], from: '08:30', to: '18:00' } as const;
  const integration = webServices({ name: 'Shop', address });
  const launcher = genesysCloud({ name: 'Cloud', permissions: ['architect:flow:launch'], address: 'cloud' });
  const report = workflow({ name: 'Report', address, actions: () => [endWorkflow()] });
  const find = dataAction({
    name: 'Find',
    address,
    integration,
    input: {},
    output: {},
    request: () => ({ method: 'GET', url: 'https://shop.example' }),
  });
  const { resource = {} } = stackOf([
    integration,
    launcher,
    find,
    launchWorkflow({ name: 'Launch', address: 'launch', integration: launcher, workflow: report }),
    report,
    trigger({ name: 'Finished', address, topic: conversationAcw, target: report }),
    queue({ name: 'Orders', address }),
    wrapupCode({ name: 'Done', address }),
    skill({ name: 'Java', address }),
    languageSkill({ name: 'French', address }),
    group({ name: 'Night shift', address }),
    didPool({ name: 'Pool', first: '+442079460100', last: '+442079460199', address }),
    userPrompt({ name: 'welcome', address, languages: { 'en-us': 'Welcome.' } }),
    dataTable({ name: 'Shops', address, key: 'shop', columns: {}, rows: [{ shop: 'P1' }] }),
    schedule({ name: 'Christmas', address, yearly: '25 december' }),
    scheduleGroup({ name: 'Office', address, timeZone: 'UTC', open: week }),
    emergencyGroup({ name: 'Evacuation', address }),
    flowOutcome({ name: 'Found', address }),
    flowMilestone({ name: 'Asked', address }),
    inboundCall({ name: 'Line', address: 'line', startUp: () => task('Greet', [disconnect()]) }),
    inqueueCall({ name: 'Waiting', address: 'waiting', actions: () => [holdMusic()] }),
  ]);
  const { genesyscloud_flow: flows, genesyscloud_integration_action: actions, ...others } = resource;
  const names = (blocks: object | undefined) => Object.keys(blocks ?? {}).sort();

  expect(names(flows)).toEqual(['line', 'mine', 'waiting']);
  expect(names(others['genesyscloud_architect_datatable_row'])).toEqual(['mine-row-P1']);
  expect(names(others['genesyscloud_architect_schedules'])).toEqual(['mine', 'mine-open']);
  expect(names(actions)).toEqual(['launch', 'mine']);
  expect(names(others['genesyscloud_integration'])).toEqual(['cloud', 'mine']);
  for (const type of [
    'genesyscloud_processautomation_trigger',
    'genesyscloud_routing_queue',
    'genesyscloud_routing_wrapupcode',
    'genesyscloud_routing_skill',
    'genesyscloud_routing_language',
    'genesyscloud_group',
    'genesyscloud_telephony_providers_edges_did_pool',
    'genesyscloud_architect_user_prompt',
    'genesyscloud_architect_datatable',
    'genesyscloud_architect_schedulegroups',
    'genesyscloud_architect_emergencygroup',
    'genesyscloud_flow_outcome',
    'genesyscloud_flow_milestone',
  ])
    expect([type, names(others[type])]).toEqual([type, ['mine']]);
});

test.each(['Orders', '1st', 'a b', 'a.b', '', 'constructor', 'a'.repeat(101)])('%j is no address', (address) => {
  expect(() => stackOf([queue({ name: 'Orders', address })])).toThrow(
    `queue Orders: ${JSON.stringify(address)} is no address of Terraform`,
  );
});

test('an address does not depend on what else is deployed: no resource takes the place of another', () => {
  const names = fc.uniqueArray(
    fc.constantFrom('日本語', '中文', 'A + B', 'Support 日本', 'Support 中国', 'CON', 'Über', 'a'),
    {
      minLength: 2,
    },
  );
  fc.assert(
    fc.property(names, (all) => {
      const addresses = (of: readonly string[]) =>
        Object.entries(stackOf(of.map((name) => queue({ name }))).resource?.['genesyscloud_routing_queue'] ?? {}).map(
          ([address, { name }]): [unknown, string] => [name, address],
        );
      const together = new Map(addresses(all));
      expect(together.size).toBe(all.length);
      for (const gone of all) {
        for (const [name, address] of addresses(all.filter((candidate) => candidate !== gone)))
          expect([name, address]).toEqual([name, together.get(name)]);
      }
    }),
    { seed: 11, numRuns: runs(2, 8) },
  );
});

const strange = [
  'Constructor',
  '__proto__',
  'toString',
  'A'.repeat(300),
  'CON',
  'nul',
  '日本語',
  '${x}',
  '../../etc',
  'a/b',
  ' ',
  '\u0000',
];

test.each(rowsOf(strange, 4))(
  'the name %j gives files that work, or a finding, of every kind of definition',
  (name) => {
    const kinds: Readonly<Record<string, () => Definition>> = {
      queue: () => queue({ name }),
      wrapupCode: () => wrapupCode({ name }),
      skill: () => skill({ name }),
      languageSkill: () => languageSkill({ name }),
      group: () => group({ name }),
      dataTable: () => dataTable({ name, key: 'key', columns: {}, rows: [{ key: name }] }),
      userPrompt: () => userPrompt({ name, languages: { 'en-us': 'Welcome' } }),
      emergencyGroup: () => emergencyGroup({ name }),
      flowOutcome: () => flowOutcome({ name }),
      scheduleGroup: () =>
        scheduleGroup({
          name,
          timeZone: 'Europe/Paris',
          open: { days: ['monday'], from: '08:00', to: '09:00' },
          holidays: [{ name, date: '2026-12-25' }],
        }),
      workflow: () => workflow({ name, actions: () => [endWorkflow()] }),
      inboundCall: () => inboundCall({ name, startUp: () => task(name, [disconnect()]) }),
      integration: () => webServices({ name, credential: userDefined({ key: secret('constructor', name) }) }),
      existing: () => queue({ name: 'Orders', wrapupCodes: [existing('wrapupCode', name)] }),
    };
    for (const [kind, make] of Object.entries(kinds)) {
      const stack = orFindings(() => stackOf([make()]));
      if (stack instanceof FlowcdkError) {
        for (const { rule } of stack.findings) expect([kind, rule]).toEqual([kind, expect.stringMatching(/name|key/)]);
        continue;
      }
      const blocks = Object.values({ ...stack.resource, ...stack.data }).flatMap((named) => Object.keys(named));
      expect(blocks.length).toBeGreaterThan(0);
      for (const address of blocks) expect(address).toMatch(/^[a-z][A-Za-z0-9_-]*$/);
      for (const file of Object.keys(stack.files))
        expect(file).toMatch(/^flows\/(?!(con|nul)\.)[a-z0-9-]{1,100}\.\w+\.yaml$/);
    }
  },
);

const orFindings = <T>(make: () => T): T | FlowcdkError => {
  try {
    return make();
  } catch (problem) {
    if (problem instanceof FlowcdkError) return problem;
    throw problem;
  }
};

test('schedules of a group whose names differ in signs only are a finding', () => {
  const office = scheduleGroup({
    name: 'Office',
    timeZone: 'Europe/Paris',
    open: existing('schedule', 'Always'),
    holidays: [
      { name: 'Noël', yearly: '25 december' },
      { name: 'Noel', yearly: '26 december' },
    ],
  });

  expect(() => stackOf([office])).toThrow(
    'the schedules "Office: Noël" and "Office: Noel" would have one address in Terraform',
  );
});

test('two resources with one address are a finding, not one resource', () => {
  const folder = (outdir: string) =>
    synthesize(
      (app: App) => {
        const stack = new OrganizationStack(app, 'reception', { organization: {}, definitions: [] });
        new Queue(new Construct(stack, 'a-b'), 'c', { queue: queue({ name: 'One' }) });
        new Queue(new Construct(stack, 'a'), 'b-c', { queue: queue({ name: 'Two' }) });
        return [stack];
      },
      { outdir },
    );

  expect(inTemporaryFolder(folder).findings).toMatchObject([
    {
      rule: 'address-taken',
      message:
        'two resources have the address genesyscloud_routing_queue.a-b-c-queue in Terraform: reception/a-b/c/queue and reception/a/b-c/queue',
    },
  ]);
});

test('constructs somebody adds to a stack keep their whole path: nothing of theirs is written over', () => {
  const greet = inboundCall({ name: 'Greet', startUp: () => task('Greet', [disconnect()]) });
  const { resource } = synthesized((stack) => {
    new ArchitectFlow(stack, 'one', { flow: greet });
    new ArchitectFlow(stack, 'two', { flow: greet });
    const [north, south] = [new Construct(stack, 'north'), new Construct(stack, 'south')];
    new Queue(north, 'orders', { queue: queue({ name: 'Orders north' }) });
    new Queue(south, 'orders', { queue: queue({ name: 'Orders south' }) });
  });

  expect(resource).toMatchObject({
    genesyscloud_flow: {
      'one-flow': { filepath: 'flows/greet.inboundCall.yaml' },
      'two-flow': { filepath: 'flows/greet-2.inboundCall.yaml' },
    },
    genesyscloud_routing_queue: {
      'north-orders-queue': { name: 'Orders north' },
      'south-orders-queue': { name: 'Orders south' },
    },
  });
});

const synthesized = (add: (stack: OrganizationStack) => void) =>
  inTemporaryFolder((outdir) => {
    synthesize(
      (app: App) => {
        const stack = new OrganizationStack(app, 'reception', { organization: {}, definitions: [] });
        add(stack);
        return [stack];
      },
      { outdir },
    );
    return stackIn(join(outdir, 'stacks/reception'));
  });
