import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { FlowProblem } from '../../../../src/emulator/runtime/flow/flow-problem';
import type { Jump } from '../../../../src/emulator/runtime/flow/jump';
import { runPasses } from '../../../../src/emulator/runtime/flow/passes';
import type { Place } from '../../../../src/emulator/runtime/flow/program';
import { begin, sleep } from '../../../../src/emulator/runtime/steps';

type Passing = Parameters<typeof runPasses>[0];
type Last = Exclude<Jump, { to: 'container' }>;

const endOfPass: Last = { to: 'endOfTask', path: 'default' };
const endOfFlow: Last = { to: 'end', reason: 'disconnect' };

interface Parts {
  readonly states?: readonly string[];
  readonly handling?: string;
  /** How a pass through a state ends. @default the state ends, and the flow does not */
  readonly ends?: (state: string) => Last;
}

/** What happens within twenty minutes: `300 again`. */
function story({ states = ['startUpState', 'periodicState'], handling, ends = () => endOfPass }: Parts) {
  const clock = new VirtualClock(0);
  const happened: string[] = [];
  const tell = (what: string): void => void happened.push(`${clock.now() / 1000} ${what}`);
  const run = {
    program: {
      kind: 'inqueueShortMessage',
      tree: handling === undefined ? {} : { settingsErrorHandling: { errorHandling: { kind: handling } } },
      find: ({ path }: { readonly path: string }) => {
        const name = path.replace('/inqueueShortMessage/', '');
        return states.includes(name) ? ({ name } as Place) : undefined;
      },
    },
    path: 'First / Say',
    sleep: (milliseconds: number) => sleep(clock, milliseconds),
    log: (type: string, fields: object) => tell(`${type} ${JSON.stringify(fields)}`),
    restart: () => tell('anew'),
  } as unknown as Passing;
  const enter = function* ({ name }: Place) {
    tell(name);
    yield* sleep(clock, 1_000);
    return ends(name);
  };
  begin(runPasses(run, enter), (ended) =>
    tell('value' in ended ? `ended: ${ended.value.reason}` : `broke: ${String('error' in ended && ended.error)}`),
  );
  clock.runNow(() => false, 1_000_000);
  return happened;
}

test('the first state runs once, then the recurring state five minutes after each pass; each pass begins anew', () => {
  expect(story({})).toEqual([
    '0 startUpState',
    '1 anew',
    '301 periodicState',
    '302 anew',
    '602 periodicState',
    '603 anew',
    '903 periodicState',
    '904 anew',
  ]);
});

test('a flow without a first state begins with the recurring state', () => {
  expect(story({ states: ['periodicState'] }).slice(0, 2)).toEqual(['0 anew', '300 periodicState']);
});

test('a flow without a recurring state waits after its first', () => {
  expect(story({ states: ['startUpState'] })).toEqual(['0 startUpState', '1 anew']);
});

test.each([
  ['startUpState', '1 ended: disconnect'],
  ['periodicState', '302 ended: disconnect'],
])('%s can end the flow', (last, end) => {
  expect(story({ ends: (state) => (state === last ? endOfFlow : endOfPass) }).at(-1)).toBe(end);
});

const breaks = (): never => {
  throw new FlowProblem('no queue');
};

test('a problem ends only the pass where error handling is endInQueueState, and is logged with its place', () => {
  const failed = 'flow.failed {"problem":"First / Say: no queue","handling":"endInQueueState"}';
  expect(story({ handling: 'endInQueueState', ends: breaks }).slice(0, 5)).toEqual([
    '0 startUpState',
    `1 ${failed}`,
    '1 anew',
    '301 periodicState',
    `302 ${failed}`,
  ]);
});

test.each(['disconnect', undefined])('a problem ends the flow where error handling is %s', (handling) => {
  expect(story({ ...(handling === undefined ? {} : { handling }), ends: breaks })).toEqual([
    '0 startUpState',
    expect.stringContaining('1 broke: '),
  ]);
});

test('a defect of the local org ends the flow in any case', () => {
  const defect = (): never => {
    throw new TypeError('a defect');
  };
  expect(story({ handling: 'endInQueueState', ends: defect })).toEqual([
    '0 startUpState',
    '1 broke: TypeError: a defect',
  ]);
});
