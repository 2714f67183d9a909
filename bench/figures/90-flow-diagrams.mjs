// Drawing a flow, from its YAML to its page with every layout, as `flowcdk inspect` does: each time in a process of its
// own, because nobody draws one flow twice. What counts is the time of the processor, start of Node excluded.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ACTIONS = 500;
/** Milliseconds of the processor. */
const GOAL = 2000;

export default async function flowDiagrams({ root }) {
  const rounds = process.env.FLOWCDK_BENCH_ONCE ? 1 : 7;
  return [10, 1].map((tasks) => {
    const times = Array.from({ length: rounds }, () => drawn(root, tasks)).sort((a, b) => a - b);
    const value = times[Math.floor(times.length / 2)];
    return {
      name: `a flow of ${ACTIONS} actions in ${tasks === 1 ? 'one task' : `${tasks} tasks`} drawn, time of the processor`,
      value,
      unit: 'ms',
      peer: 'no peer',
      peerValue: null,
      ratio: null,
      goal: `≤ ${GOAL} ms`,
      met: value <= GOAL,
    };
  });
}

/** Milliseconds of the processor. */
function drawn(root, tasks) {
  const dist = (name) => JSON.stringify(join(root, 'packages/flowcdk/dist', name));
  const program = `
    const before = process.cpuUsage();
    const { readFile } = require(${dist('check/project.js')});
    const { check } = require(${dist('check/check.js')});
    const { readFlowModel } = require(${dist('inspect/flow/read-flow-model.js')});
    const { flowPage } = require(${dist('inspect/html/flow-page.js')});
    const file = readFile('large.yaml', require('node:fs').readFileSync(0, 'utf8'));
    const model = readFlowModel(file, check({ files: [file], definitions: [] }));
    flowPage(file, model).then((page) => {
      const { user, system } = process.cpuUsage(before);
      console.log(JSON.stringify([(user + system) / 1000, page.split('class="action ').length - 1]));
    });`;
  const out = execFileSync(process.execPath, ['-e', program], { input: largeFlow(tasks), encoding: 'utf8' });
  const [milliseconds, actions] = JSON.parse(out);
  if (actions !== ACTIONS) throw new Error(`${actions} actions were drawn`);
  return milliseconds;
}

/** Tasks of questions, each with an action on both of its ways, which jump to each other. */
function largeFlow(tasks) {
  const questions = ACTIONS / tasks / 5;
  const task = (t) => `    - task:
        name: Task ${t}
        refId: task${t}
        actions:
${Array.from({ length: questions }, (_, n) => question(`${t}.${n}`, n === questions - 1 ? end(t, tasks) : say(`then ${t}.${n}`))).join('')}`;
  return `inboundCall:
  name: Large
  startUpRef: ./tasks/task[task0]
  variables:
    - integerVariable: { name: Flow.x, initialValue: { lit: 0 } }
  tasks:
${Array.from({ length: tasks }, (_, t) => task(t)).join('')}`;
}

const say = (name) => `playAudio: { name: "Say ${name}", audio: { tts: "This is ${name}." } }`;
const end = (t, tasks) =>
  t + 1 < tasks
    ? `jumpToTask: { name: Go on, targetTaskRef: './tasks/task[task${t + 1}]' }`
    : 'disconnect: { name: Hang up }';

/** Five actions. */
const question = (name, last) => `          - ${say(`first ${name}`)}
          - decision:
              name: "Question ${name}"
              condition: { exp: Flow.x == 1 }
              outputs:
                yes: { actions: [{ ${say(`yes ${name}`)} }] }
                no: { actions: [{ ${say(`no ${name}`)} }] }
          - ${last}
`;
