import {
  callRoute,
  type Definition,
  disconnect,
  emergencyGroup,
  endWorkflow,
  evaluateScheduleGroup,
  existing,
  inboundCall,
  oneOf,
  playAudio,
  scheduleGroup,
  set,
  task,
  updateData,
  workflow,
} from '../../src';
import { applyStack, readStack } from '../../src/apply';
import { checkDefinitions } from '../../src/check/definitions';
import { OrganizationStack, synthesize } from '../../src/constructs';
import { inTemporaryFolder, stackOf } from '../constructs/private/stack';
import { localOrg as emptyOrg } from '../emulator/private/local-org';
import { sending } from '../apply/private/stacks';
import { orgWith } from './private/org-with';
import { wrong } from './private/wrong';

const answer = (name: string, says: string) =>
  inboundCall({ name, startUp: () => task('Answer', [playAudio('Say it', says), disconnect()]) });

const open = answer('support', 'How can we help?');
const out = answer('everybody-is-out', 'We have left the building.');
const line = callRoute({ name: 'Support', numbers: ['+442079460101'], openHours: open });
const evacuation = emergencyGroup({
  name: 'Evacuation',
  description: 'Nobody is in the building',
  callFlows: [{ flow: out, routes: [line] }],
});

test('a group becomes a resource that leads its routes to its flow', () => {
  expect(stackOf([evacuation, line, open, out]).resource?.['genesyscloud_architect_emergencygroup']).toEqual({
    evacuation: {
      name: 'Evacuation',
      description: 'Nobody is in the building',
      emergency_call_flows: [
        {
          emergency_flow_id: '${genesyscloud_flow.everybody-is-out.id}',
          ivr_ids: ['${genesyscloud_architect_ivr.support.id}'],
        },
      ],
      // A deployment does not end an emergency.
      lifecycle: { ignore_changes: ['enabled'] },
    },
  });
});

test.each([true, false])('whoever says enabled: %s decides it with each deployment', (enabled) => {
  const { resource } = stackOf([emergencyGroup({ name: 'Evacuation', enabled })]);

  expect(resource).toEqual({
    genesyscloud_architect_emergencygroup: { evacuation: { name: 'Evacuation', enabled } },
  });
});

test('routes and flows may be those the organisation has', () => {
  const group = emergencyGroup({
    name: 'Evacuation',
    callFlows: [
      {
        flow: existing('flow', 'Out'),
        routes: [existing('callRoute', 'Support')],
      },
    ],
  });

  expect(stackOf([group]).resource).toMatchObject({
    genesyscloud_architect_emergencygroup: {
      evacuation: {
        emergency_call_flows: [
          {
            emergency_flow_id: '${data.genesyscloud_flow.flow-out.id}',
            ivr_ids: ['${data.genesyscloud_architect_ivr.callRoute-support.id}'],
          },
        ],
      },
    },
  });
  expect(wrong(group)).toEqual([]);
});

const report = workflow({ name: 'report', actions: () => [endWorkflow()] });

test.each<[string, Definition, string[]]>([
  ['without a name', emergencyGroup({ name: ' ' }), ['an emergency group has no name']],
  [
    'with a name too long',
    emergencyGroup({ name: 'n'.repeat(257) }),
    [`emergency group ${'n'.repeat(257)}: the name has 257 characters`],
  ],
  [
    'with a flow for no route',
    emergencyGroup({ name: 'E', callFlows: [{ flow: out, routes: [] }] }),
    ['emergency group E: the flow "everybody-is-out" answers no call route'],
  ],
  [
    'with two flows for one route',
    emergencyGroup({
      name: 'E',
      callFlows: [
        { flow: out, routes: [line] },
        { flow: open, routes: [line] },
      ],
    }),
    ['emergency group E: the call route "Support" is given to several flows'],
  ],
])('a group %s is refused', (_, group, messages) => {
  expect(wrong(group).map((text) => text.split('\n')[0])).toEqual(messages);
});

test('a route of two groups is told: which of them counts is not known', () => {
  const other = emergencyGroup({ name: 'Fire', callFlows: [{ flow: out, routes: [line] }] });
  const definitions = [evacuation, other, line, open, out];

  expect(checkDefinitions([{ name: 'test', definitions }])).toEqual([
    expect.objectContaining({
      rule: 'emergency-route',
      severity: 'warning',
      path: 'emergency group Fire',
      message: 'the call route "Support" belongs to the emergency group Evacuation already',
    }),
  ]);
});

const hours = scheduleGroup({
  name: 'Office',
  timeZone: 'UTC',
  open: { days: ['monday'], from: '08:00', to: '18:00' },
  holidays: [],
});
const round = emergencyGroup({ name: 'Power cut' });

describe('in the local org', () => {
  const heard = async (org: Awaited<ReturnType<typeof orgWith>>): Promise<string[]> => {
    const call = org.call({ from: '+442079460999', to: '+442079460101' });
    await call.end();
    return call.eventsOf('audio.started').map(({ text }) => text);
  };

  test('the flow of the emergency answers while it is on', async () => {
    const org = await orgWith([evacuation, line, open, out]);

    expect(await heard(org)).toEqual(['How can we help?']);
    org.declaresEmergency('Evacuation');
    expect(await heard(org)).toEqual(['We have left the building.']);
    org.endsEmergency('Evacuation');
    expect(await heard(org)).toEqual(['How can we help?']);
  });

  test('a group that is defined as on is on', async () => {
    const on = emergencyGroup({ name: 'Now', enabled: true, callFlows: [{ flow: out, routes: [line] }] });

    expect(await heard(await orgWith([on, line, open, out]))).toEqual(['We have left the building.']);
  });

  const ask = workflow({
    name: 'ask',
    outputs: { way: oneOf(['open', 'closed', 'emergency']) },
    actions: ({ way }) => [
      evaluateScheduleGroup('Open?', {
        scheduleGroup: hours,
        emergencyGroup: round,
        onOpen: [updateData('Open', [set(way, 'open')])],
        onClosed: [updateData('Closed', [set(way, 'closed')])],
        onEmergency: [updateData('Emergency', [set(way, 'emergency')])],
      }),
      endWorkflow(),
    ],
  });

  test('a flow that asks takes the way of the emergency', async () => {
    const org = await orgWith([ask, hours, round]);

    expect((await org.launch('ask')).outputs).toEqual({ 'Flow.way': 'open' });
    org.declaresEmergency('Power cut');
    expect((await org.launch('ask')).outputs).toEqual({ 'Flow.way': 'emergency' });
  });

  test('a group the org has not cannot be switched on', async () => {
    const org = await orgWith([ask, hours, round]);

    expect(() => org.declaresEmergency('Power cuts')).toThrow(
      "the org has no emergency group 'Power cuts'. Did you mean 'Power cut'? There are 'Power cut'",
    );
  });

  /** Applies a group to an org as `org apply` does. */
  const apply = (org: ReturnType<typeof emptyOrg>, description: string, state?: Applied['state'], enabled?: boolean) =>
    inTemporaryFolder((outdir) => {
      const definitions = [emergencyGroup({ name: 'Evacuation', description, enabled })];
      const organization = { region: 'eu-central-1' };
      synthesize((app) => [new OrganizationStack(app, 'test', { organization, definitions })], { outdir });
      const stack = readStack(`${outdir}/stacks/test`);
      return applyStack(stack, { send: sending(org).send, state });
    });
  type Applied = Awaited<ReturnType<typeof applyStack>>;

  test('a deployment during an emergency leaves it on, unless the definition says otherwise', async () => {
    const org = emptyOrg();
    const group = () => {
      const [only] = org.org.all('emergencyGroup');
      if (!only) throw new Error('the org has no emergency group');
      return only;
    };

    const first = await apply(org, 'one');
    expect(group()).toMatchObject({ description: 'one', enabled: false });
    org.org.put('emergencyGroup', { ...group(), enabled: true });
    const second = await apply(org, 'two', first.state);
    expect(group()).toMatchObject({ description: 'two', enabled: true });
    await apply(org, 'two', second.state, false);
    expect(group()).toMatchObject({ enabled: false });
  });
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  // @ts-expect-error a workflow answers no calls, which who has no compiler is told, too
  expect(wrong(emergencyGroup({ name: 'E', callFlows: [{ flow: report, routes: [line] }] }))).toEqual([
    'emergency group E: a flow of callFlows is "report", a flow of kind workflow\n    Only a flow of kind inboundCall works there.',
  ]);
  // @ts-expect-error routes are call routes
  emergencyGroup({ name: 'E', callFlows: [{ flow: out, routes: [hours] }] });
  // @ts-expect-error a group is no schedule group
  evaluateScheduleGroup('Open?', { scheduleGroup: evacuation });
  // @ts-expect-error a schedule group is no emergency group
  evaluateScheduleGroup('Open?', { scheduleGroup: hours, emergencyGroup: hours });
});
