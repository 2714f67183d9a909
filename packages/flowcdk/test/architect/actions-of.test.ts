import {
  decision,
  disconnect,
  exp,
  type FlowDefinition,
  flowYaml,
  holdMusic,
  inboundCall,
  inqueueCall,
  jumpToTask,
  loop,
  menu,
  menuJumpToTask,
  menuTask,
  minutes,
  playAudio,
  switchTrue,
  task,
} from '../../src';
import { actionsOf } from '../../src/architect/actions-of';
import { audienceOf, walkFlow } from '../../src/check/walk';
import { readFile } from '../../src/check/project';

const says = (name: string) => playAudio(name, name);
const isTrue = exp<boolean>`true`;

const deep = task('Deep', [
  says('first'),
  decision('decision', isTrue, {
    yes: [
      loop('loop', { times: 2 }, [
        switchTrue('switch', [[isTrue, [says('in a case')]]], { otherwise: [says('otherwise')] }),
      ]),
    ],
    no: [says('no')],
  }),
  jumpToTask('jump', task('Other', [disconnect()])),
]);

const branches = inboundCall({
  name: 'Branches',
  startUp: () =>
    menu('Main', {
      audio: 'Press 1.',
      choices: [
        menuTask('Choice', { dtmf: 'digit_1', actions: [says('in the menu')] }),
        menuJumpToTask('Deeper', { dtmf: 'digit_2', targetTask: deep }),
      ],
    }),
});

const startingTask = inqueueCall({
  name: 'Starting task',
  actions: () => [says('before'), holdMusic('music', { duration: minutes(1) })],
});

const names = (flow: FlowDefinition) => actionsOf(flow.tree).map(({ name }) => name);

test('branches stand behind their action, in the order of the text', () => {
  const ofDeep = ['first', 'decision', 'loop', 'switch', 'otherwise', 'in a case', 'no', 'jump'];

  expect(names(branches)).toEqual(['in the menu', ...ofDeep, 'Disconnect']);
});

test('the actions of a starting task are actions of the flow', () => {
  expect(names(startingTask)).toEqual(['before', 'music']);
});

test.each([branches, startingTask])('$name: the check meets the same actions in the same order', (flow) => {
  const file = readFile('flow.yaml', flowYaml(flow));
  if (!file.flow || file.flow.kind === 'unknown') throw new Error('the flow is not read');
  const met: unknown[] = [];
  walkFlow(file, file.flow, audienceOf([{ action: (action) => met.push(action) }]));

  expect(actionsOf(file.flow)).toEqual(met);
  expect(met).not.toHaveLength(0);
});
