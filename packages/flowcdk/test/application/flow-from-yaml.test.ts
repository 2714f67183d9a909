import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  application,
  callCommonModule,
  callRoute,
  disconnect,
  FlowcdkError,
  flowFromYaml,
  inboundCall,
  playAudio,
  queue,
  type Definition,
  type Finding,
  stack,
  task,
  transferToFlow,
} from '../../src';
import { trigger, conversationAcw } from '../../src/triggers';
import { openApplication } from '../../src/application';
import { checkApplication } from '../../src/check/application';
import { localOrg } from '../../src/testing';
import { action, encoded, workflow } from '../i3/private/export-file';

const folder = mkdtempSync(join(tmpdir(), 'flow-from-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const main = write(
  'main.yaml',
  `# The line of the shop.
inboundCall:
  name: Main line
  startUpRef: /inboundCall/tasks/task[Greet]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  tasks:
    - task:
        name: Greet
        refId: Greet
        actions:
          - playAudio: { name: Greet, audio: { tts: 'Welcome to {{shop}}.' } }
          - transferToAcd: { name: To the shop, targetQueue: { lit: { name: Shop } } }
`,
);

const modules = write(
  'module.yaml',
  `commonModule:
  name: Resolve
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
    - stringVariable: { name: Common.email, initialValue: { noValue: true }, isInput: true, isOutput: false }
    - stringVariable: { name: Common.contact, initialValue: { noValue: true }, isInput: false, isOutput: true }
  settingsCommonModule: { compatibleFlowTypes: [{ flowType: inboundcall }] }
  startUpTaskActions:
    - updateData: { name: Take it, statements: [{ string: { variable: Common.contact, value: { exp: Common.email } } }] }
    - endTask: { name: Done, outputPath: { name: Default } }
`,
);

const shopLine = (substitutions: Record<string, string> = { shop: 'Northwind' }) =>
  flowFromYaml(main, { substitutions });
const route = (openHours: ReturnType<typeof flowFromYaml>) =>
  callRoute({ name: 'Main', numbers: ['+442079460101'], openHours });

const props = (definitions: readonly Definition[]) => application({ stacks: () => [stack('shop', definitions)] });
/** With the settings of an empty folder. */
const app = (...definitions: readonly Definition[]) => {
  write('settings.yaml', 'provider: { region: eu-central-1 }\n');
  const { opened, findings } = openApplication(props(definitions), { folder });
  if (!opened) throw new FlowcdkError(findings);
  return opened;
};
const findingsOf = (...definitions: readonly Definition[]) => checkApplication([{ name: 'shop', definitions }]);

const isError = ({ severity }: Finding): boolean => severity === 'error';

describe('a flow of a file as a definition', () => {
  test('its name, kind and bytes are those of the file', () => {
    const flow = shopLine();

    expect([flow.name, flow.kind, flow.type]).toEqual(['Main line', 'inboundCall', 'inboundcall']);
    expect(flow.text).toBe(readFileSync(main, 'utf8').replace('{{shop}}', 'Northwind'));
    expect(findingsOf(flow, route(flow), queue({ name: 'Shop' })).filter(isError)).toEqual([]);
  });

  test('a call reaches it by its route, and it reaches a queue of the application by name', async () => {
    const flow = shopLine();
    const org = await localOrg(app(flow, route(flow), queue({ name: 'Shop' })));
    const call = org.call({ from: '+33142685300', to: '+442079460101' });
    await call.end();

    expect(call.heard).toContain('Welcome to Northwind.');
    expect(call.eventsOf('queue.entered')).toMatchObject([{ queue: 'Shop' }]);
  });

  test('what a stack creates under a name is deployed before it; everything else is looked up', async () => {
    const flow = shopLine();
    const resources = async (...more: readonly Definition[]) => {
      const out = mkdtempSync(join(folder, 'out-'));
      await app(flow, ...more).synthesize(out);
      const json = JSON.parse(readFileSync(join(out, 'stacks/shop/cdk.tf.json'), 'utf8')) as {
        resource: { genesyscloud_flow: Record<string, { depends_on: string[]; update_trigger_hash: string }> };
      };
      return json.resource.genesyscloud_flow['main-line'];
    };

    expect((await resources(queue({ name: 'Shop' })))?.depends_on).toEqual(['genesyscloud_routing_queue.shop']);
    expect((await resources())?.update_trigger_hash).toContain('data.genesyscloud_routing_queue.');
  });

  test('a typed flow calls a module of a file, and transfers to a flow of a file', async () => {
    const resolve = flowFromYaml(modules);
    const flow = shopLine();
    const entry = inboundCall({
      name: 'Entry',
      startUp: () =>
        task('Start', [
          callCommonModule('Who?', resolve, { inputs: { email: 'ada@example.com' } }),
          playAudio('One moment', 'One moment.'),
          transferToFlow('To the shop', { targetFlow: flow }),
          disconnect(),
        ]),
    });
    const route = callRoute({ name: 'Entry', numbers: ['+442079460102'], openHours: entry });
    const org = await localOrg(app(resolve, flow, entry, route, queue({ name: 'Shop' })));
    const call = org.call({ from: '+33142685300', to: '+442079460102' });
    await call.end();

    expect(call.heard).toEqual(expect.arrayContaining(['One moment.', 'Welcome to Northwind.']));
  });
});

describe('what is wrong with a file is a finding', () => {
  test.each([
    ['nobody gave a placeholder a value', () => [shopLine({})], 'the placeholder {{shop}} of'],
    ['there is no such file', () => [flowFromYaml(join(folder, 'nothing.yaml'))], 'cannot be used'],
    ['a file holds no flow', () => [flowFromYaml(write('list.yaml', '- a\n'))], 'cannot be used'],
    [
      'a call route leads to a flow of another kind',
      () => [route(flowFromYaml(modules))],
      'a flow of kind commonModule',
    ],
    [
      'a trigger launches a flow of another kind',
      () => [trigger({ name: 'T', topic: conversationAcw, target: shopLine() })],
      'target is "Main line", a flow of kind inboundCall',
    ],
  ])('%s', (_, definitions, message) => {
    expect(findingsOf(...definitions()).map((finding) => finding.message)).toContainEqual(
      expect.stringContaining(message),
    );
  });

  test('it stands at its line of the file', () => {
    const wrong = write('wrong.yaml', readFileSync(main, 'utf8').replace('tts:', 'ttss:').replace('{{shop}}', 'x'));

    expect(findingsOf(flowFromYaml(wrong))).toContainEqual(
      expect.objectContaining({ at: expect.objectContaining({ file: wrong, line: 12 }) as unknown }),
    );
  });
});

test('an export of the Export button is the YAML that it becomes', () => {
  const file = join(folder, 'Support.i3WorkFlow');
  writeFileSync(file, encoded(workflow([action('EndWorkflowAction', 'End')])));
  const { kind, name, text, problems } = flowFromYaml(file);

  expect({ kind, name, problems }).toEqual({ kind: 'workflow', name: 'Support', problems: [] });
  expect(text).toContain('workflow:\n  name: Support\n');
});

describe('flows that name each other in a circle', () => {
  const naming = (name: string, other: string): string =>
    write(
      `${name}.yaml`,
      `inboundCall:
  name: ${name}
  startUpRef: /inboundCall/tasks/task[Greet]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  tasks:
    - task:
        name: Greet
        refId: Greet
        actions:
          - playAudio: { name: Greet, audio: { tts: 'This is ${name}.' } }
          - transferToFlow: { name: On, targetFlow: { name: ${other} } }
          - disconnect: { name: Over }
`,
    );
  const [shop, orders, returns] = [naming('Shop', 'Orders'), naming('Orders', 'Returns'), naming('Returns', 'Shop')];
  const stackOf = (first?: 'Shop' | 'Orders' | 'Returns'): readonly Definition[] =>
    [shop, orders, returns].map((file) => flowFromYaml(file, { firstVersion: file.endsWith(`${first}.yaml`) }));
  const lineOf = (flows: readonly Definition[]) =>
    callRoute({ name: 'Shop', numbers: ['+442079460101'], openHours: flows[0] as ReturnType<typeof flowFromYaml> });

  test('cannot be deployed, and the finding says what to do', () => {
    const findings = findingsOf(...stackOf());

    expect(findings).toMatchObject([
      {
        message: expect.stringMatching(/^these wait for each other: flow .* → flow/) as string,
        help: expect.stringContaining('{ firstVersion: true }') as string,
      },
    ]);
  });

  test.each(['Shop', 'Orders', 'Returns'] as const)('are deployed with a first version of %s', async (first) => {
    const flows = stackOf(first);
    const org = await localOrg(app(...flows, lineOf(flows)));
    const call = org.call({ from: '+33142685300', to: '+442079460101' });
    await call.untilHears('This is Returns.');
    call.hangsUp();

    expect(call.heard.slice(0, 3)).toEqual(['This is Shop.', 'This is Orders.', 'This is Returns.']);
    expect(
      org.runtime.org
        .all('flow')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Orders', 'Returns', 'Shop']);
  });

  const resourcesOf = async (...flows: readonly Definition[]) => {
    const out = mkdtempSync(join(folder, 'circle-'));
    await app(...flows).synthesize(out);
    const { resource } = JSON.parse(readFileSync(join(out, 'stacks/shop/cdk.tf.json'), 'utf8')) as {
      resource: { genesyscloud_flow: Record<string, { depends_on?: string[]; update_trigger_hash?: string }> };
    };
    return resource.genesyscloud_flow;
  };

  test('the first version comes before the flows that name it, and before the flow itself', async () => {
    const flows = await resourcesOf(...stackOf('Shop'));

    expect(flows['shop-first-version']).not.toHaveProperty('depends_on');
    expect(flows['returns']?.depends_on).toEqual(['genesyscloud_flow.shop-first-version']);
    expect(flows['shop']?.depends_on).toEqual(['genesyscloud_flow.orders', 'genesyscloud_flow.shop-first-version']);
  });

  test('the first version stays when the circle ends: Terraform would delete the flow with it', async () => {
    const ended = write('ended.yaml', readFileSync(shop, 'utf8').replace(/ +- transferToFlow.*\n/, ''));
    const flows = await resourcesOf(flowFromYaml(ended, { firstVersion: true }));

    expect(Object.keys(flows).sort()).toEqual(['shop', 'shop-first-version']);
    expect(flows['shop']?.depends_on).toEqual(['genesyscloud_flow.shop-first-version']);
  });

  test('another first version publishes the flow again, since it has taken its place', async () => {
    const hashWithDivision = async (division: string) => {
      const file = write(
        'division.yaml',
        readFileSync(shop, 'utf8').replace('  name: Shop', `  name: Shop\n  division: ${division}`),
      );
      const alone = write('alone.yaml', readFileSync(file, 'utf8').replace(/ +- transferToFlow.*\n/, ''));
      return (await resourcesOf(flowFromYaml(alone, { firstVersion: true })))['shop']?.update_trigger_hash;
    };

    expect(await hashWithDivision('Sales')).not.toBe(await hashWithDivision('Service'));
    expect(await hashWithDivision('Sales')).toBe(await hashWithDivision('Sales'));
  });

  test('a kind of flow without a first version is a finding', () => {
    const bot = write('bot.yaml', 'botFlow: { name: Bot, defaultLanguage: en-us }\n');

    expect(flowFromYaml(bot, { firstVersion: true }).problems).toMatchObject([
      { rule: 'no-first-version', help: expect.stringContaining('inboundCall, secureCall, inqueueCall') as string },
    ]);
  });
});
