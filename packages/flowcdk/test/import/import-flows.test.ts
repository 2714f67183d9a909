import { formatTypeScript } from '../../src/import/format-typescript';
import { importFlows, type ImportOptions } from '../../src/import/import-flows';
import { knownContracts, pulledContract } from '../../src/import/schema-contracts';
import { dataOf, imported, synthesized } from './private/round-trip';

/** The files that an import of one flow writes, by their paths. */
async function filesOf(yaml: string, options?: ImportOptions): Promise<Readonly<Record<string, string>>> {
  const { files } = importFlows([{ file: 'flow.yaml', text: yaml }], options);
  const texts = await Promise.all(files.map(async ({ path, text }) => [path, await formatTypeScript(text)] as const));
  return Object.fromEntries(texts);
}

const lookUp = `
workflow:
  name: Look up the customer
  description: Finds a customer by telephone
  startUpRef: "/workflow/states/state[Initial State_10]"
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      none: true
  variables:
    # Whom the call comes from
    - stringVariable:
        name: Flow.callerNumber
        initialValue:
          noValue: true
        isInput: true
        isOutput: false
    - integerVariable:
        name: Flow.tries
        description: How often the service was asked
        initialValue:
          lit: 0
        isInput: false
        isOutput: false
  settingsErrorHandling:
    errorHandling:
      endWorkflow:
        none: true
  states:
    - state:
        name: Initial State
        refId: Initial State_10
        variables:
          - stringVariable:
              name: State.customerId
              initialValue:
                noValue: true
        actions:
          # The service is slow in the morning
          - callData:
              name: Ask the service
              timeout:
                lit:
                  seconds: 5
              category:
                Customer service:
                  dataAction:
                    Find customer:
                      inputs:
                        phone:
                          exp: Flow.callerNumber
                      successOutputs:
                        customer.id:
                          var: State.customerId
                        customer.name:
                          noValue: true
              outputs:
                failure:
                  actions:
                    - updateData:
                        name: Count
                        statements:
                          - integer:
                              variable: Flow.tries
                              value:
                                exp: Flow.tries + 1
          - decision:
              name: Is it known?
              condition:
                exp: "!IsNotSetOrEmpty(State.customerId)"
              outputs:
                "yes":
                  actions:
                    - endWorkflow:
                        name: Known
                        exitReason:
                          exp: Append("Known after ", ToString(Flow.tries))
          - endWorkflow:
              name: End Workflow
              exitReason:
                noValue: true
`;

test('a workflow becomes a definition, and its data action a definition with the contract that the flow shows', async () => {
  expect(await filesOf(lookUp)).toEqual({
    'look-up-the-customer.ts': `import {
  asString,
  callData,
  concat,
  decision,
  endWorkflow,
  hasText,
  integer,
  plus,
  seconds,
  set,
  state,
  type State,
  string,
  updateData,
  type VariablesOf,
  workflow,
} from 'flowcdk';
import { findCustomer } from '../data-actions/find-customer';

const inputs = {
  // Whom the call comes from
  callerNumber: string(),
};

const variables = { tries: integer({ description: 'How often the service was asked', initial: 0 }) };

type Flow = VariablesOf<typeof inputs & typeof variables>;

/** Finds a customer by telephone */
export const lookUpTheCustomer = workflow({
  name: 'Look up the customer',
  description: 'Finds a customer by telephone',
  inputs,
  variables,
  startUp: (flow) => initialState(flow),
});

function initialState(flow: Flow): State {
  return state('Initial State', {
    refId: 'Initial State_10',
    variables: { customerId: string() },
    actions: (own) => [
      // The service is slow in the morning
      callData('Ask the service', findCustomer, {
        inputs: { phone: flow.callerNumber },
        outputs: { 'customer.id': own.customerId },
        timeout: seconds(5),
        onFailure: [updateData('Count', [set(flow.tries, plus(flow.tries, 1))])],
      }),
      decision('Is it known?', hasText(own.customerId), {
        yes: [endWorkflow('Known', concat('Known after ', asString(flow.tries)))],
      }),
      endWorkflow(),
    ],
  });
}
`,
    '../data-actions/find-customer.ts': `import { existing, string } from 'flowcdk';

/** Its contract is what the flows show of it: a type that they do not show is a text. */
export const findCustomer = existing('dataAction', 'Find customer', {
  category: 'Customer service',
  input: { phone: string() },
  outputs: { 'customer.id': string(), 'customer.name': string() },
});
`,
  });
});

test('a contract that is known comes before what the flows show', async () => {
  const outputs = {
    'customer.id': { kind: 'string', collection: false },
    'customer.name': { kind: 'string', collection: false },
  } as const;
  const inputs = {
    phone: { kind: 'string', collection: false },
    country: { kind: 'string', collection: false, optional: true },
  } as const;
  const contracts = { dataActions: [{ category: 'Customer service', name: 'Find customer', inputs, outputs }] };
  const { '../data-actions/find-customer.ts': text } = await filesOf(lookUp, { contracts });

  expect(text).toBe(`import { existing, optional, string } from 'flowcdk';

export const findCustomer = existing('dataAction', 'Find customer', {
  category: 'Customer service',
  input: { phone: string(), country: optional(string()) },
  outputs: { 'customer.id': string(), 'customer.name': string() },
});
`);
});

describe('a data action of which everything is known', () => {
  const schema = (name: string) => ({ type: 'object', properties: { [name]: { type: 'string' } } });
  const pulled = {
    name: 'Find customer',
    category: 'Customer service',
    config: {
      request: {
        requestType: 'GET',
        requestUrlTemplate: 'https://crm.example/customers?phone=${input.phone}',
        requestTemplate: '${input.rawRequest}',
        headers: { 'X-Api-Key': '${credentials.key}' },
      },
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '{"customer": ${rawResult}}' },
      timeoutSeconds: 5,
    },
    contract: {
      input: { inputSchema: schema('phone') },
      output: {
        successSchema: {
          type: 'object',
          properties: {
            customer: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } },
          },
        },
      },
    },
    secure: false,
  };
  const withoutCategory = { ...pulled, category: undefined };
  const exported = { ...withoutCategory, name: 'Find customer - Exported 2026-01-05 @ 10:15', actionType: 'custom' };

  async function actionFile(json: object): Promise<string | undefined> {
    const contracts = knownContracts([pulledContract(JSON.stringify(json)) ?? {}]);
    return (await filesOf(lookUp, { contracts }))['../data-actions/find-customer.ts'];
  }

  test('becomes a definition with its templates, character by character', async () => {
    expect(await actionFile(pulled))
      .toBe(`import { dataActionFromTemplates, existing, optional, seconds, string } from 'flowcdk';

/** Its templates and its contract are those that the organisation has. */
export const findCustomer = dataActionFromTemplates({
  name: 'Find customer',
  integration: existing('integration', 'Customer service'),
  input: { phone: optional(string()) },
  outputs: { 'customer.id': string(), 'customer.name': string() },
  contract: {
    input: { type: 'object', properties: { phone: { type: 'string' } } },
    output: {
      type: 'object',
      properties: { customer: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } } },
    },
  },
  request: {
    method: 'GET',
    url: 'https://crm.example/customers?phone=\${input.phone}',
    headers: { 'X-Api-Key': '\${credentials.key}' },
  },
  response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '{"customer": \${rawResult}}' },
  timeout: seconds(5),
});
`);
  });

  test('comes from a file of the Export button as well, which knows no category', async () => {
    expect(await actionFile({ ...exported, integrationType: 'custom-rest-actions' })).toContain(
      "integration: existing('integration', 'Customer service'),",
    );
    expect(await actionFile({ ...exported, integrationType: 'purecloud-data-actions' })).toContain(
      "integration: existing('integration', 'Customer service', { integration: 'genesysCloud' }),",
    );
  });

  test.each([
    ['a kind of integration has no definition', { ...exported, integrationType: 'aws-lambda-data-actions' }],
    ['the templates are missing', { ...pulled, config: {} }],
    [
      'flows use what its contract lacks',
      { ...pulled, contract: { ...pulled.contract, input: { inputSchema: schema('other') } } },
    ],
  ])('stays one of the organisation where %s', async (_, json) => {
    expect(await actionFile(json)).toContain("existing('dataAction', 'Find customer', {");
  });
});

/** A call flow with these menus and tasks. */
const callFlow = (content: string): string => `inboundCall:
  name: Reception
  startUpRef: "/inboundCall/menus/menu[Main menu]"
  defaultLanguage: en-us
${content}`;

const menuAndTask = callFlow(`  menus:
    - menu:
        name: Main menu
        refId: Main menu
        audio:
          prompt: Prompt.welcome
        choices:
          - menuJumpToTask:
              name: Opening hours
              dtmf: digit_1
              globalDtmf: false
              globalSpeechRecTerms: false
              targetTaskRef: "/inboundCall/tasks/task[Hours]"
          - menuTransferToAcd:
              name: Reception
              dtmf: digit_0
              globalDtmf: false
              globalSpeechRecTerms: false
              targetQueue:
                lit:
                  name: Reception
  tasks:
    - task:
        name: Hours
        refId: Hours
        actions:
          - playAudio:
              name: Say them
              audio:
                tts: We are open from 8 to 6.
          - jumpToMenu:
              name: Back
              targetMenuRef: "/inboundCall/menus/menu[Main menu]"
`);

test('tasks and menus that lead to one another become functions, things of the organisation constants', async () => {
  const { 'reception.ts': text } = await filesOf(menuAndTask);

  expect(text).toContain(`const welcome = existing('userPrompt', 'welcome');

const receptionQueue = existing('queue', 'Reception');

/** The parts of the flow, which lead to one another */
interface Parts {
  readonly mainMenu: Menu;
  readonly hoursTask: Task;
}
`);
  expect(text).toContain(`  startUp: () => {
    const all: Parts = {
      mainMenu: mainMenu(() => all),
      hoursTask: hoursTask(() => all),
    };
    return all.mainMenu;
  },
});
`);
  expect(text).toContain(`function hoursTask(parts: () => Parts): Task {
  return task('Hours', [playAudio('Say them', 'We are open from 8 to 6.'), jumpToMenu('Back', () => parts().mainMenu)]);
}
`);
});

test('keys that a builder writes and the file lacks are left out by name', async () => {
  const { 'reception.ts': text } = await filesOf(menuAndTask);

  expect(text).toContain('raw: { settingsMenu: undefined, settingsSpeechRec: undefined }');
});

test('a placeholder becomes a parameter', async () => {
  const { 'flow.ts': text } = await filesOf(
    menuAndTask.replace('name: Reception\n  startUp', 'name: "{{flow_name}}"\n  startUp'),
  );

  expect(text).toContain(`export interface Values {
  /** Replaces {{flow_name}} */
  readonly flowName: string;
}`);
  expect(text).toContain(
    `export const flow = (values: Values) =>
  inboundCall({
    name: values.flowName,`,
  );
});

const unknownAction = (content: string): string => `workflow:
  name: Odd
  startUpRef: "/workflow/states/state[Start]"
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  settingsErrorHandling: { errorHandling: { endWorkflow: { none: true } } }
  states:
    - state:
        name: Start
        refId: Start
        actions:
${content}`;

test.each([
  [
    'an action without a builder is YAML',
    '          - callGuide: { name: Guide, guide: { lit: Ask } }\n',
    "rawAction('callGuide', { name: 'Guide', guide: { lit: 'Ask' } })",
    { builders: 0, withRaw: 0, raw: 1 },
  ],
  [
    'a field without an option is YAML',
    '          - disconnect: { name: Bye, suppress: true }\n',
    "withRaw(disconnect('Bye'), { suppress: true })",
    { builders: 0, withRaw: 1, raw: 0 },
  ],
  [
    'a value in another form is YAML',
    '          - endWorkflow: { name: End, exitReason: { lit: [a] } }\n',
    "endWorkflow('End', rawValue<string>({ lit: ['a'] }))",
    { builders: 1, withRaw: 0, raw: 0 },
  ],
  [
    'an expression without a helper is text with its variables',
    '          - decision: { name: Odd?, condition: { exp: "1 + 1 == 3" } }\n',
    "decision('Odd?', exp<boolean>`1 + 1 == 3`, {})",
    { builders: 1, withRaw: 0, raw: 0 },
  ],
])('%s', async (_, action, code, actions) => {
  const yaml = unknownAction(action);
  const { 'odd.ts': text } = await filesOf(yaml);

  expect(text?.replace(/\s+/g, ' ')).toContain(code);
  const folder = imported('odd', yaml);
  expect(folder.flows[0]?.actions).toEqual(actions);
  expect(dataOf(synthesized(folder, 'odd.ts'))).toEqual(dataOf(yaml));
});

test('a flow of a kind without a builder stays YAML, and says why', async () => {
  const { files, flows } = importFlows([{ file: 'flows/ask.yaml', text: 'botFlow:\n  name: Ask\n' }]);

  expect(await formatTypeScript(files[0]?.text ?? '')).toBe(`import { flowFromYaml } from 'flowcdk';

/** It stays YAML: botFlow has no builder. */
export const ask = flowFromYaml('flows/ask.yaml');
`);
  expect(flows).toEqual([
    expect.objectContaining({ file: 'flows/ask.yaml', kind: 'botFlow', why: 'botFlow has no builder' }),
  ]);
});

test.each([
  ['text that is not YAML', 'a: [', 'yaml', 1],
  ['YAML without a flow', 'list: []\n', 'unknown-flow', 1],
])('%s is a finding with its place', (_, text, rule, line) => {
  const { files, findings } = importFlows([{ file: 'x.yaml', text }]);

  expect(files).toEqual([]);
  expect(findings).toEqual([
    expect.objectContaining({ rule, at: expect.objectContaining({ file: 'x.yaml', line }) as unknown }),
  ]);
});

test('flows of one import import one another, but not in a circle', async () => {
  const to = (name: string, target: string): string => `inboundCall:
  name: ${name}
  startUpRef: "/inboundCall/tasks/task[Main]"
  defaultLanguage: en-us
  tasks:
    - task:
        name: Main
        refId: Main
        actions:
          - transferToFlow: { name: Go, targetFlow: { name: ${target} } }
`;
  const { files } = importFlows([
    { file: 'a.yaml', text: to('First line', 'Second line') },
    { file: 'b.yaml', text: to('Second line', 'Third line') },
    { file: 'c.yaml', text: to('Third line', 'Second line') },
  ]);
  const [first, second, third] = await Promise.all(files.map(({ text }) => formatTypeScript(text)));

  expect(first).toContain("import { secondLine } from './second-line';");
  expect(first).toContain("transferToFlow('Go', { targetFlow: secondLine, failureOutputs: false })");
  expect(second).toContain("targetFlow: 'Third line'");
  expect(third).toContain("targetFlow: 'Second line'");
});

test('texts that callers hear in more than one place become settings on wish', async () => {
  const goodBye = (name: string): string => `inboundCall:
  name: ${name}
  startUpRef: "/inboundCall/tasks/task[Main]"
  defaultLanguage: en-us
  initialGreeting: { tts: Welcome to ${name}. }
  tasks:
    - task:
        name: Main
        refId: Main
        actions:
          - playAudio: { name: Say it, audio: { tts: Thank you and good bye. } }
`;
  const sources = ['Orders', 'Repairs'].map((name) => ({ file: `${name}.yaml`, text: goodBye(name) }));
  const { files } = importFlows(sources, { texts: true });
  const texts = new Map(files.map(({ path, text }) => [path, text]));

  expect(await formatTypeScript(texts.get('texts.ts') ?? ''))
    .toBe(`import { block, spokenText } from 'flowcdk/settings';

/** A block for the settings of the application: \`settings('…', { texts })\`. */
export const texts = block('Texts', 'What callers hear in more than one place.', {
  thankYouAndGoodBye: spokenText('Thank you and good bye', 'Heard in Orders, Repairs.', {
    default: 'Thank you and good bye.',
  }),
});

/** The texts, as the settings hold them */
export interface Texts {
  readonly thankYouAndGoodBye: string;
}
`);
  const orders = await formatTypeScript(texts.get('orders.ts') ?? '');
  expect(orders).toContain("import type { Texts } from './texts';");
  expect(orders).toContain(`export const orders = (texts: Texts) =>
  inboundCall({`);
  expect(orders).toContain("initialGreeting: 'Welcome to Orders.'");
  expect(orders).toContain("playAudio('Say it', texts.thankYouAndGoodBye)");
  expect(orders).toContain(
    'startUp: () => mainTask(texts)'.replace('mainTask', /function (\w+)\(/.exec(orders)?.[1] ?? ''),
  );
});
