import { readFile } from '../../../src/check/project';
import { actionsOfFlow } from '../../../src/inspect/flow/flow-model';
import { readFlowModel } from '../../../src/inspect/flow/read-flow-model';
import { corpus, describeCorpus } from '../../private/corpus';
import { inspected, reception } from '../private/flows';

const { model } = inspected(reception);
const named = (name: string) => actionsOfFlow(model).find((action) => action.name === name);

test('the flow, its containers in the order of the text, and where it begins', () => {
  const containers = model.containers.map(({ id, kind, name, isStart }) => [id, kind, name, isStart]);

  expect([model.name, model.kind, model.description]).toEqual([
    'Reception',
    'inboundCall',
    'Who calls is asked what it is about',
  ]);
  expect(containers).toEqual([
    ['c1', 'menu', 'Main Menu', true],
    ['c2', 'task', 'Ask for the repair', false],
  ]);
});

test('actions have the numbers that the event log gives them', () => {
  expect(
    actionsOfFlow(model).flatMap(({ number, name }) => (number === undefined ? [] : [`${number} ${name}`])),
  ).toEqual([
    '1 To the repair',
    '2 Ask three times',
    '3 Which repair?',
    '4 It was typed',
    '5 Is it ready?',
    '6 Sorry',
    '7 Sorry, slowly',
    '8 Keep the number',
    '9 Ready?',
    '10 Come and get it',
    '11 Good bye',
  ]);
});

test('choices of a menu have their keys, and the actions behind them', () => {
  const [repair, other] = model.containers[0]?.actions ?? [];

  expect([repair?.id, repair?.key, repair?.ways.map(({ actions }) => actions.map(({ name }) => name))]).toEqual([
    'm1',
    '1',
    [['To the repair']],
  ]);
  expect(other?.links).toEqual([{ kind: 'queue', name: 'Workshop' }]);
});

test('an expression is canonical, has a type, and says what it reads', () => {
  expect(named('Which repair?')?.settings.find(({ path }) => path === 'inputAudio')).toEqual({
    path: 'inputAudio',
    kind: 'expression',
    text: 'ToAudioTTS("Please type the number of your repair, " + Call.Ani)',
    type: 'audio',
    variables: [{ name: 'Call.Ani', type: 'string' }],
  });
});

test('settings are the fields of the YAML without the actions', () => {
  expect(named('Is it ready?')?.settings.map(({ path, kind, text }) => `${path} ${kind}: ${text}`)).toEqual([
    'timeout literal: 5 seconds',
    'category.Workshop.dataAction.Find repair.inputs.number expression: Flow.number',
    'category.Workshop.dataAction.Find repair.successOutputs.isReady variable: Flow.isReady',
  ]);
});

test('the ways of an action differ by how they end', () => {
  expect(named('Is it ready?')?.ways.map(({ name, tone, actions }) => [name, tone, actions.length])).toEqual([
    ['success', 'plain', 0],
    ['failure', 'failure', 1],
    ['timeout', 'timeout', 1],
  ]);
});

test('a variable knows who sets it and who reads it', () => {
  expect(model.variables.find(({ name }) => name === 'Flow.number')).toEqual({
    name: 'Flow.number',
    type: 'string',
    description: 'The number of the repair',
    isInput: false,
    isOutput: false,
    setBy: ['a3'],
    readBy: ['a5', 'a8'],
  });
});

test('participant data knows who writes it', () => {
  expect(model.attributes).toEqual([{ name: 'repair.number', writtenBy: ['a8'], readBy: [] }]);
});

test('an action knows its lines in the YAML', () => {
  const { line = 0, lastLine = 0 } = named('Good bye') ?? {};
  const lines = reception.split('\n').slice(line - 1, lastLine);

  expect(lines).toEqual(['          - disconnect:', '              name: Good bye']);
});

test('a finding stands at the innermost action around its line', () => {
  const file = readFile('flow.yaml', reception);
  const line = reception.split('\n').findIndex((text) => text.includes('tts: It is ready.')) + 1;
  const finding = {
    rule: 'example',
    severity: 'warning',
    message: 'why?',
    at: { file: 'flow.yaml', line, column: 1 },
  } as const;
  const withFinding = readFlowModel(file, [finding, { ...finding, at: { ...finding.at, file: 'other.yaml' } }]);

  const placed = actionsOfFlow(withFinding).filter(({ findings }) => findings.length > 0);

  expect(placed.map(({ name }) => name)).toEqual(['Come and get it']);
  expect(withFinding.findings).toEqual([{ rule: 'example', severity: 'warning', message: 'why?', line }]);
});

test.each([
  ['no YAML', 'a: [', 'unknown'],
  ['no flow', 'settings: {}', 'unknown'],
  ['an empty flow', 'inboundCall: {}', 'inboundCall'],
])('%s has a model nevertheless', (_, yaml, kind) => {
  expect(readFlowModel(readFile('x.yaml', yaml))).toMatchObject({ kind, file: 'x.yaml', yaml, containers: [] });
});

describeCorpus('published flows', () => {
  test.each([...corpus])('%s: every action is in the model once, with lines inside of the text', (name, yaml) => {
    const actions = actionsOfFlow(readFlowModel(readFile(name, yaml)));
    const last = yaml.split(/\r\n?|\n/).length;

    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
    expect(actions.filter(({ line, lastLine }) => line < 1 || lastLine < line || lastLine > last)).toEqual([]);
  });
});
