import * as builders from '../../../src';
import { type ActionKind, actionForms } from '../../../src/architect/actions';
import { type SdkActionKind, sdkForms } from '../../../src/architect/actions/sdk-actions';
import { ORIGIN } from '../../../src/architect/origin';
import { data } from './examples/data';
import { find } from './examples/find';
import { flowControl } from './examples/flow-control';
import { messagesAndBots } from './examples/messages-and-bots';
import { routing } from './examples/routing';
import { voice } from './examples/voice';
import type { Example } from './private/example';
import { problemsOf, render } from './private/render';

/** One example of each action with a builder; without it an action does not compile. */
const examples: { readonly [K in Exclude<ActionKind, SdkActionKind>]: Example<K> } = {
  ...flowControl,
  ...data,
  ...voice,
  ...routing,
  ...find,
  ...messagesAndBots,
};

const rows = Object.entries(examples).map(([kind, { rule, action, yaml }]) => ({ kind, rule, action, yaml }));

/** Every action of the flows people published (data actions of their own excluded). */
const seenInTheWild = [
  ...[
    'askForBoolean',
    'askForIntent',
    'askForSlot',
    'callBotFlow',
    'callCommonModule',
    'callData',
    'callDigitalBotFlow',
    'callLexV2Bot',
  ],
  ...[
    'callTask',
    'clearSlot',
    'collectInput',
    'communicate',
    'dataTableLookup',
    'decision',
    'digitalMenu',
    'disconnect',
  ],
  ...['abortSurveyInvite', 'completeSurveyInvite', 'previousMenu'],
  ...['disconnectWorkitem', 'endState', 'endTask', 'endWorkflow', 'exitBotFlow'],
  ...['evaluateSchedule', 'evaluateScheduleGroup'],
  ...['exitWorkitemFlow', 'findQueue', 'getConversationData', 'getExternalContact', 'getParticipantData', 'holdMusic'],
  ...[
    'jumpToMenu',
    'jumpToTask',
    'loop',
    'loopExit',
    'loopNext',
    'playAudio',
    'playEstimatedWaitTime',
    'sendAutoReply',
  ],
  ...['sendNotification', 'sendResponse', 'setConversationData', 'setParticipantData', 'switch', 'transferToAcd'],
  ...['transferToFlow', 'transferToFlowSecure', 'transferToVoicemail', 'updateData', 'wait'],
];

describe('definition ⇒ YAML', () => {
  test.each(rows)('$kind: $rule', ({ kind, action, yaml }) => {
    expect(render(action)).toEqual({ [kind]: yaml });
  });

  test.each(rows)('what $kind writes is read without a problem', ({ action }) => {
    expect(problemsOf(action)).toEqual([]);
  });

  test.each(rows)('$kind is frozen to its leaves', ({ action }) => {
    expect(notFrozen(action)).toEqual([]);
  });

  test.each(rows)('$kind keeps the order in which the form declares its fields', ({ kind, action }) => {
    const declared = Object.keys(actionForms[kind as ActionKind].form.fields);
    const written = Object.keys(Object.values(render(action))[0] as object);
    expect(written).toEqual(declared.filter((field) => written.includes(field)));
  });
});

describe('the table of actions', () => {
  test('holds the 51 kinds that published flows use, and says so of each', () => {
    const seen = Object.entries(actionForms).filter(([, { evidence }]) => evidence === 'seen');
    expect(seen.map(([kind]) => kind).sort()).toEqual(seenInTheWild.sort());
    expect(seenInTheWild).toHaveLength(51);
  });

  test.each(Object.keys(actionForms).filter((kind) => !(kind in sdkForms)))('%s has a builder of its name', (kind) => {
    const names: Readonly<Record<string, string>> = { switch: 'switchOn' };
    expect(builders).toHaveProperty(names[kind] ?? kind, expect.any(Function));
  });
});

/** Paths of the parts that could still be changed. Definitions belong to somebody else. */
function notFrozen(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || path.endsWith('.definition')) return [];
  const parts = value instanceof Map ? [...value.entries()] : Object.entries(value);
  const inside = parts.flatMap(([key, part]) => notFrozen(part, `${path}.${String(key)}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

test('an action remembers the line that made it', () => {
  expect(examples.flushAudio.action[ORIGIN]?.site).toBeDefined();
});
