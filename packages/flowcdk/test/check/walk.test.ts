import { audienceOf, walkFlow } from '../../src/check/walk';
import { readFile } from '../../src/check/project';
import type { Listener } from '../../src/check/rule';
import { flowIn } from './graph/private/edges';

/** Walks through a flow with what listens to it, and gives what that writes down. */
function walked(yaml: string, listener: (note: (...words: readonly string[]) => void) => Listener): readonly string[] {
  const notes: string[] = [];
  const file = readFile('flow.yaml', yaml.trimStart());
  const noting = listener((...words) => void notes.push(words.join(': ')));
  walkFlow(file, flowIn(yaml, file), audienceOf([noting]));
  return notes;
}

const pathsOf = (yaml: string): readonly string[] => walked(yaml, (note) => ({ action: (_, { path }) => note(path) }));
const textsOf = (yaml: string): readonly string[] =>
  walked(yaml, (note) => ({ text: ({ text }, { path }) => note(path, text) }));
const problemsOf = (yaml: string): readonly string[] =>
  walked(yaml, (note) => ({ problem: ({ message }, { path }) => note(path, message.replace(/[:;].*/, '')) }));

const calls = `
inboundCall:
  name: calls
  initialGreeting: { tts: Welcome }
  startUpRef: "./menus/menu[M]"
  menus:
    - menu:
        name: Main
        refId: M
        audio: { tts: Choose }
        choices:
          - menuTask:
              name: Ask
              task: { actions: [playAudio: { name: Say, audio: { tts: Hm } }] }
          - menuTransferToNumber: { name: Other, targetNumber: { lit: "+4930123456" } }
          - menuTransferToNumber: { targetNumber: { exp: 'Append("+49", Flow.x)' } }
  tasks:
    - task:
        name: Late
        refId: T
        actions:
          - decision:
              name: Known?
              outputs: { "yes": { actions: [playAudio: { audio: { exp: 'ToAudioTTS("Hello")' } }] } }
          - somethingNew: { with: 1 }
`;

test('an action has the path of what is around it, by names; without a name by its kind', () =>
  expect(pathsOf(calls)).toEqual([
    'calls / Main / Ask / Say',
    'calls / Late / Known?',
    'calls / Late / Known? / playAudio',
    'calls / Late / somethingNew',
  ]));

test.each([
  ['states', 'workflow: { name: f, states: [state: { name: S, actions: [wait: {}] }] }', 'f / S / wait'],
  ['bots', 'botFlow: { name: f, bots: [bot: { name: B, actions: [wait: {}] }] }', 'f / B / wait'],
  ['containers without a name', 'workflow: { name: f, states: [state: { actions: [wait: {}] }] }', 'f / state / wait'],
  ['flows without a name', 'workflow: { states: [state: { name: S, actions: [wait: {}] }] }', 'workflow / S / wait'],
  ['starting tasks', 'inqueueCall: { name: f, startUpTaskActions: [wait: {}] }', 'f / Starting task / wait'],
  [
    'starting states',
    'inqueueShortMessage: { name: f, startUpState: { name: S, actions: [wait: {}] } }',
    'f / S / wait',
  ],
  [
    'periodic states',
    'inqueueShortMessage: { name: f, periodicState: { name: P, actions: [wait: {}] } }',
    'f / P / wait',
  ],
])('actions of %s are met', (_, yaml, path) => expect(pathsOf(yaml)).toEqual([path]));

test('texts of the flow, of menus and their choices, of actions and of expressions are met at their places', () =>
  expect(textsOf(calls)).toEqual([
    'calls: Welcome',
    'calls / Main: Choose',
    'calls / Main / Ask / Say: Hm',
    'calls / Main / Other: +4930123456',
    'calls / Main / menuTransferToNumber: +49',
    'calls / Late / Known? / playAudio: Hello',
  ]));

test('an action of a branch knows the branch it stands in', () =>
  expect(
    walked(calls, (note) => ({
      action: ({ kind }, { around }) => note(kind, ...around.map(({ action, branch }) => `${action.kind} ${branch}`)),
    })),
  ).toEqual(['playAudio', 'decision', expect.stringMatching(/^playAudio: decision .*yes/), 'unknown']));

test('a part of the wrong form has the path of the innermost action, choice or container around it', () => {
  const yaml = `
inboundCall:
  nam: calls
  startUpRef: "./menus/menu[M]"
  menus:
    - menu:
        name: Main
        refId: M
        audi: { tts: Choose }
        choices:
          - menuTask:
              name: Ask
              tsk: 1
          - menuDisconnect: { name: Bye, dtfm: digit_1 }
  tasks:
    - task:
        name: Late
        refId: T
        action: 1
        actions:
          - decision:
              name: Known?
              outputs: { "yes": { actions: [playAudio: { name: Say, audi: 1 }] } }
              condtion: 1
          - wait: { name: Rest, duratio: 1 }
`;
  expect(problemsOf(yaml)).toEqual([
    'inboundCall: unknown key nam',
    'inboundCall / Main: unknown key audi',
    'inboundCall / Main / Ask: unknown key tsk',
    'inboundCall / Main / Bye: unknown key dtfm',
    'inboundCall / Late: unknown key action',
    'inboundCall / Late / Known? / Say: unknown key audi',
    'inboundCall / Late / Known? / Say: audio is missing',
    'inboundCall / Late / Known?: unknown key condtion',
    'inboundCall / Late / Known?: condition is missing',
    'inboundCall / Late / Rest: unknown key duratio',
    'inboundCall / Late / Rest: duration is missing',
  ]);
});
