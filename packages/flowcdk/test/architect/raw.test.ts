import {
  disconnect,
  type FlowDefinition,
  flowYaml,
  inboundCall,
  menu,
  rawAction,
  rawMenuChoice,
  rawValue,
  set,
  string,
  task,
  updateData,
  withRaw,
} from 'flowcdk';
import { toData, type YamlData } from '../../src/architect/yaml/node';
import { parseYaml } from '../../src/architect/yaml/parse';

/** The YAML of a flow as data, for a look at some keys. */
function dataOf(flow: FlowDefinition): { readonly [key: string]: YamlData } {
  const { root } = parseYaml(flowYaml(flow));
  const [content] = Object.values(root ? (toData(root) as { [key: string]: YamlData }) : {});
  return content as { readonly [key: string]: YamlData };
}

const hello = (actions: Parameters<typeof task>[1]): FlowDefinition =>
  inboundCall({ name: 'Hello', startUp: () => task('Greet', actions) });

const actionsOf = (flow: FlowDefinition): YamlData | undefined => {
  const [first] = dataOf(flow)['tasks'] as unknown as readonly { readonly task: { readonly actions: YamlData } }[];
  return first?.task.actions;
};

describe('rawAction', () => {
  test('writes an action that Flowcdk does not know', () => {
    expect(actionsOf(hello([rawAction('callGuide', { name: 'Guide', guide: { lit: 'Ask' } })]))).toEqual([
      { callGuide: { name: 'Guide', guide: { lit: 'Ask' } } },
    ]);
  });

  test('reads an action that Flowcdk knows, so that checks see inside it', () => {
    const flow = hello([
      rawAction('decision', {
        name: 'A',
        condition: { exp: 'true' },
        outputs: { yes: { actions: [{ disconnect: { name: 'B' } }] } },
      }),
    ]);

    expect(flow.actionCount).toBe(2);
  });
});

test('withRaw adds, replaces and leaves out fields', () => {
  const flow = hello([withRaw(disconnect('Bye'), { odd: true }), withRaw(disconnect('Bye'), { name: undefined })]);

  expect(actionsOf(flow)).toEqual([{ disconnect: { name: 'Bye', odd: true } }, { disconnect: {} }]);
});

test('rawValue stands wherever a value can stand', () => {
  const flow = inboundCall({
    name: 'Hello',
    variables: { a: string() },
    startUp: ({ a }) => task('Greet', [updateData('Set', [set(a, rawValue<string>({ lit: 'x', note: 'old' }))])]),
  });

  expect(actionsOf(flow)).toEqual([
    { updateData: { name: 'Set', statements: [{ string: { variable: 'Flow.a', value: { lit: 'x', note: 'old' } } }] } },
  ]);
});

test('raw of a flow adds keys, leaves keys out, and reaches inside settings', () => {
  const flow = inboundCall({
    name: 'Hello',
    raw: { settingsNew: { a: 1 }, settingsPrompts: undefined, 'settingsSpeechRec.suppressRecording': true },
    startUp: () => task('Greet', [disconnect()]),
  });
  const { settingsNew, settingsPrompts, settingsSpeechRec } = dataOf(flow);

  expect([settingsNew, settingsPrompts]).toEqual([{ a: 1 }, undefined]);
  expect(settingsSpeechRec).toMatchObject({ suppressRecording: true, asrEnabledOnFlow: false });
});

test('raw of a container and of a choice does the same there', () => {
  const flow = inboundCall({
    name: 'Hello',
    startUp: () =>
      menu('Main', {
        audio: 'Press 8.',
        choices: [rawMenuChoice('menuDialByExtension', { name: 'An extension', dtmf: 'digit_8' })],
        raw: { settingsSpeechRec: undefined },
      }),
  });

  expect(dataOf(flow)['menus']).toEqual([
    { menu: expect.not.objectContaining({ settingsSpeechRec: expect.anything() as unknown }) as unknown },
  ]);
  expect(JSON.stringify(dataOf(flow)['menus'])).toContain(
    '{"menuDialByExtension":{"name":"An extension","dtmf":"digit_8"}}',
  );
});

test('a start with all containers keeps their order, and those that nothing leads to', () => {
  const flow = inboundCall({
    name: 'Hello',
    startUp: () => {
      const [a, b] = [task('A', [disconnect()]), task('B', [disconnect()])];
      return { startUp: b, containers: [a, b] };
    },
  });
  const { startUpRef, tasks } = dataOf(flow);

  expect(startUpRef).toBe('/inboundCall/tasks/task[B]');
  expect(tasks).toMatchObject([{ task: { name: 'A' } }, { task: { name: 'B' } }]);
});
