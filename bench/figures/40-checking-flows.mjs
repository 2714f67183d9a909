// Checking flows with all rules, from text to findings, all together as `flowcdk check *.yaml` does: beside asl-validator
// on state machines with a state for every action, from JSON to errors (most of its time goes into compiling its schema,
// which it does at every call); and beside what parsing the same YAML costs by itself.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { flows } from '../flows.mjs';
import { measure } from '../measure.mjs';
import { fetchPeer } from '../peers.mjs';

const VERSION = '4.0.0';
const GOAL_PER_SECOND = 1000;
const GOAL_TO_PARSING = 3;
const TASKS = 4000;
/** Milliseconds that the rules over the graph of such a flow may take. */
const GOAL_OF_TASKS = 500;

export default async function checkingFlows({ root }) {
  const require = createRequire(join(root, 'package.json'));
  const { check } = require('./packages/flowcdk/dist/check/check.js');
  const { readFile } = require('./packages/flowcdk/dist/check/project.js');
  const { actionsOf } = require('./packages/flowcdk/dist/architect/actions-of.js');
  const { parseCached } = require('./packages/flowcdk/dist/architect/expressions/index.js');
  const { parseYaml } = require('./packages/flowcdk/dist/architect/yaml/parse.js');
  const validate = (await fetchPeer(root, 'asl-validator', VERSION))?.default;

  const { texts, from } = flows(root);
  const readable = texts.filter((text) => parseYaml(text).problems.length === 0);
  const sizes = readable.map((text) => {
    const { flow } = readFile('flow.yaml', text);
    return flow === undefined || flow.kind === 'unknown' ? 0 : actionsOf(flow).length;
  });
  const machines = sizes.map((size) => JSON.stringify(stateMachine(Math.max(1, size))));
  const problems = validate && machines.flatMap((text) => validate(JSON.parse(text)).errors);
  if (problems?.length > 0) throw new Error(`a state machine is broken: ${JSON.stringify(problems[0])}`);

  // Expressions of the round before are forgotten: whoever checks flows reads each but once.
  const before = () => {
    for (let n = 0; n < 1000; n++) parseCached(String(n));
  };
  const times = await measure(
    {
      checks: () => check({ files: readable.map((text, i) => readFile(`flow-${i}.yaml`, text)), definitions: [] }),
      parsing: () => readable.forEach(parseYaml),
    },
    // The rules are much code, which V8 takes many rounds to compile.
    { rounds: 21, warmUp: 30, before },
  );
  const { time } = validate
    ? await measure({ time: () => machines.forEach((text) => validate(JSON.parse(text))) })
    : {};
  const perSecond = (ms) => (readable.length * 1000) / ms;
  const value = perSecond(times.checks);
  const peerValue = validate ? perSecond(time) : null;
  const actions = sizes.reduce((sum, size) => sum + size, 0);
  const what = `${readable.length} ${from}, ${actions} actions`;
  const peerName = `asl-validator ${VERSION}, state machines of as many states`;
  const large = await graphRulesOfLargeFlow(require);
  return [
    large,
    {
      name: `flows checked with all rules (${what})`,
      value,
      unit: 'flows/s',
      peer: validate ? peerName : `${peerName}: not measured (npm could not fetch it)`,
      peerValue,
      ratio: peerValue && value / peerValue,
      goal: `≥ ${GOAL_PER_SECOND} flows/s`,
      met: value >= GOAL_PER_SECOND,
    },
    {
      name: `reading and checking a flow (${what})`,
      value: times.checks / readable.length,
      unit: 'ms',
      peer: 'parsing its YAML alone',
      peerValue: times.parsing / readable.length,
      ratio: times.checks / times.parsing,
      goal: `≤ ${GOAL_TO_PARSING} ×`,
      met: times.checks / times.parsing <= GOAL_TO_PARSING,
    },
  ];
}

/** One flow of many tasks that jump to each other, after it was read: the graph and every rule. */
async function graphRulesOfLargeFlow(require) {
  const { check } = require('./packages/flowcdk/dist/check/check.js');
  const { readFile } = require('./packages/flowcdk/dist/check/project.js');
  const text = manyTasks(TASKS);
  let file;
  const { time } = await measure(
    { time: () => check({ files: [file], definitions: [] }) },
    { rounds: 7, warmUp: 3, before: () => (file = readFile('large.yaml', text)) },
  );
  return {
    name: `all rules over one flow of ${TASKS} tasks`,
    value: time,
    unit: 'ms',
    peer: 'no peer',
    peerValue: null,
    ratio: null,
    goal: `≤ ${GOAL_OF_TASKS} ms`,
    met: time <= GOAL_OF_TASKS,
  };
}

function manyTasks(count) {
  const task = (i) => `    - task:
        name: Task ${i}
        refId: '${i}'
        actions:
          - playAudio: { name: Say, audio: { tts: Hello } }
          - ${i + 1 < count ? `jumpToTask: { name: Go on, targetTaskRef: './tasks/task[${i + 1}]' }` : 'disconnect: { name: Hang up }'}
`;
  const tasks = Array.from({ length: count }, (_, i) => task(i)).join('');
  return `inboundCall:\n  name: Large\n  startUpRef: ./tasks/task[0]\n  tasks:\n${tasks}`;
}

/** A valid state machine: tasks with parameters, every fourth state a choice, as flows branch. */
function stateMachine(size) {
  const last = size - 1;
  const name = (n) => `State ${Math.min(n, last)}`;
  const state = (n) => {
    if (n === last) return { Type: 'Pass', Result: { done: true }, ResultPath: '$.result', End: true };
    if (n % 4 === 3) {
      const choice = { Variable: '$.order.count', NumericGreaterThan: n, Next: name(n + 2) };
      return { Type: 'Choice', Choices: [choice], Default: name(n + 1) };
    }
    return {
      Type: 'Task',
      Resource: 'arn:aws:lambda:eu-central-1:123456789012:function:findOrder',
      Parameters: { 'orderNumber.$': '$.order.number', part: String(n) },
      ResultPath: '$.order',
      TimeoutSeconds: 5,
      Next: name(n + 1),
    };
  };
  const states = Array.from({ length: size }, (_, n) => [name(n), state(n)]);
  return { Comment: `${size} states`, StartAt: name(0), States: Object.fromEntries(states) };
}
